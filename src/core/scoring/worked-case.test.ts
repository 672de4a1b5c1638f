import { describe, expect, it } from 'vitest';
import { minutes, parseClock, present, share } from '../base';
import type { Fact, FactBody } from '../attempt';
import type { CriterionId } from '../scenario';
import { judge } from './judge';
import { rubricOf } from './rubric';
import { score, weightedMean } from './score';

// The worked case of the model, §9.2: a late delivery while the line stops at 14:30 (S10), 74 points.

const start = minutes(620);
const findings = ['eta', 'log', 'plan', 'branches'];
const rubric = rubricOf(
  {
    customer: { id: 'hongyue', tier: 'suitable', channel: 'phone', mood: 30, trust: 55, patience: 15 },
    rubric: {
      'R1.a': { points: 3 },
      'R1.b': { points: 3 },
      'R1.c': { points: 2 },
      'R2.a': { points: 4, findings },
      'R2.b': { points: 3 },
      'R2.c': { points: 3 },
      'R2.d': { points: 3 },
      'R3.a': { points: 2 },
      'R3.b': { points: 4 },
      'R3.c': { points: 2 },
      'R3.d': { points: 2 },
      'R4.a': { points: 2 },
      'R4.b': { points: 6, promises: { truck: 1 } },
      'R4.c': { points: 2, promises: { cartons: 1 }, tau: 30 },
      'R4.d': { points: 5, deadlines: { notice: 1 } },
      'R5.a': { points: 3 },
      'R5.b': { points: 2 },
      'R5.c': { points: 2 },
      'R6.a': { points: 2 },
      'R6.b': { points: 4 },
      'R6.c': { points: 3 },
      'R7.a': { points: 4, findings: ['parts', 'until', 'dock'] },
      'R7.b': { points: 3, findings: ['parts', 'until', 'dock'] },
      'R7.c': { points: 3 },
      'R7.d': { points: 2 },
    },
  },
  start,
);

const marks = (
  shares: Readonly<Partial<Record<CriterionId, number>>>,
): readonly (readonly [string, FactBody])[] =>
  rubric.rows.flatMap(({ criterion: { id } }) => {
    const x = shares[id];
    return x === undefined
      ? []
      : [['14:30', { type: 'marked', criterion: id, basis: Math.round(x * 10_000) }] as const];
  });
const minuteOf = (clock: string): number => present(parseClock(clock), clock);
const promise = (id: string, due: string, data: { mean: string; sd: number }): FactBody => ({
  type: 'promised',
  promise: id,
  due: minuteOf(due),
  mean: minuteOf(data.mean),
  sd: data.sd,
  needBy: 870,
});

const moments: readonly (readonly [string, FactBody])[] = [
  ['10:20', { type: 'answered' }],
  ['10:20', { type: 'verified', share: share(1) }],
  ['10:22', { type: 'learned', finding: 'eta' }],
  ['10:23', promise('truck', '12:10', { mean: '15:30', sd: 98 })],
  ['10:25', { type: 'learned', finding: 'parts' }],
  ['10:25', { type: 'learned', finding: 'until' }],
  ['10:25', { type: 'learned', finding: 'dock' }],
  ['10:28', { type: 'repaired', error: 'CE-01' }],
  ['10:28', { type: 'met', deadline: 'notice' }],
  ['10:35', { type: 'proposed', quantity: 16, limit: 16 }],
  ['10:35', promise('cartons', '14:25', { mean: '13:44', sd: 30 })],
  ['10:36', { type: 'offered', amount: 360, low: 360, high: 360 }],
  ['10:36', { type: 'spent', amount: 360, limit: 1000, approved: false }],
  ['10:36', { type: 'cost', amount: 600, best: 600, worst: 30_000 }],
  ['10:40', { type: 'confirmed', fit: 'preferred', written: true, needsWriting: true }],
  ['10:41', { type: 'served', level: 'complete' }],
  ['14:20', { type: 'delivered', promise: 'cartons' }],
  ...marks({ 'R1.c': 1, 'R2.c': 1, 'R2.d': 1, 'R3.a': 1, 'R5.a': 1 / 3, 'R5.b': 1, 'R5.c': 1 }),
  ...marks({ 'R6.b': 0.75, 'R6.c': 2 / 3, 'R7.b': 1, 'R7.c': 1, 'R7.d': 1 }),
];

const facts: readonly Fact[] = moments.map(([clock, body], input) => ({
  ...body,
  at: present(parseClock(clock), clock),
  input,
}));

describe('the worked case of the model, §9.2', () => {
  const judgement = judge(rubric, facts);
  const card = score(rubric, judgement, rubric.total);
  const percent = (x: number): number => Math.round(x / 10) / 10;

  it('offers the 74 points of the scenario', () => {
    expect(rubric.byRight.map((group) => group.points / 10_000)).toEqual([8, 13, 10, 15, 7, 9, 12]);
  });

  it('gives each right its percentage', () => {
    expect(card.rights.map((right) => percent(right.share))).toEqual([100, 76.9, 100, 60, 71.4, 77.8, 100]);
    expect(card.rights.every((right) => right.assessed)).toBe(true);
  });

  it('gives 83.7 as the weighted mean of the rights', () => {
    expect(percent(present(weightedMean(card.rights), 'a mean'))).toBe(83.7);
  });

  it('caps the mark at 69 for the stale promise that was put right, and says so', () => {
    expect(percent(card.raw)).toBe(82.4);
    expect(card.caps).toEqual([{ by: 'CE-01', cap: 69, repaired: true }]);
    expect(card).toMatchObject({ score: 6900, level: 'pass' });
    expect(judgement.criticals.map((error) => error.evidence)).toEqual([[3, 7]]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutes, points, share, shareOfBasis, WHOLE } from '../base';
import type { Fact, FactBody } from '../attempt';
import { CRITERIA, RIGHTS, type CriterionId, type RubricEntry, type Spec } from '../scenario';
import { beginStanding, judge, shareAt, take, type Standing } from './judge';
import { rightOf, rubricOf, WEIGHTS } from './rubric';
import { boundScore, finalScore, levelOf, rightLevelOf, score, weightedMean } from './score';

type Entries = Spec['rubric'];
const customer = { id: 'c', tier: 'key', channel: 'phone', mood: 50, trust: 60, patience: 20 } as const;
const rubricFrom = (rubric: Entries) => rubricOf({ rubric, customer }, minutes(910));
const facts = (...bodies: readonly FactBody[]): readonly Fact[] =>
  bodies.map((body, input) => ({ ...body, at: minutes(910 + input), input }));
const marked = (criterion: CriterionId, basis: number): FactBody => ({ type: 'marked', criterion, basis });
const answered: FactBody = { type: 'answered' };

/** Graded rows only: R2 10 points, R5 6, R6 8, R7 5. */
const graded: Entries = {
  'R2.c': { points: 5 },
  'R2.d': { points: 5 },
  'R5.a': { points: 6 },
  'R6.b': { points: 5 },
  'R6.c': { points: 3 },
  'R7.c': { points: 5 },
};
const all = rubricFrom(graded);
const give = (shares: Partial<Record<CriterionId, number>>): readonly Fact[] =>
  facts(...CRITERIA.flatMap((id) => (shares[id] === undefined ? [] : [marked(id, shares[id] * WHOLE)])));
const scored = (list: readonly Fact[]) => score(all, judge(all, list), all.total);
const full = { 'R2.c': 1, 'R2.d': 1, 'R5.a': 1, 'R6.b': 1, 'R6.c': 1, 'R7.c': 1 } as const;

describe('a rubric', () => {
  it('keeps the rows of the scenario in the order of the model, with points by right', () => {
    expect(all.rows.map((row) => row.criterion.id)).toEqual(Object.keys(graded));
    expect(all.total).toBe(290_000);
    expect(all.byRight.map((group) => [group.right, group.points / WHOLE, group.from, group.to])).toEqual([
      ['R2', 10, 0, 2],
      ['R5', 6, 2, 3],
      ['R6', 8, 3, 5],
      ['R7', 5, 5, 6],
    ]);
  });

  it('lets only heavy rights with enough points cap the mark', () => {
    expect(all.byRight.filter((group) => group.floored).map((group) => group.right)).toEqual(['R2', 'R6']);
  });

  it('gives every criterion its right, and the rights weights that sum to a hundred', () => {
    expect(CRITERIA.map(rightOf)).toEqual(CRITERIA.map((id) => id.slice(0, 2)));
    expect(RIGHTS.reduce((sum, right) => sum + WEIGHTS[right], 0)).toBe(100);
  });
});

describe('a judgement', () => {
  const rubric = rubricFrom({ 'R4.a': { points: 2 }, 'R2.b': { points: 4 }, 'R6.b': { points: 3 } });

  it('names for each row its share, its points and the facts that moved it', () => {
    const list = facts(
      answered,
      { type: 'looked-up', record: 'wms' },
      { type: 'proposed', quantity: 300, limit: 300 },
      marked('R6.b', 5000),
      marked('R6.c', 5000),
    );
    expect(judge(rubric, list).findings).toEqual([
      { criterion: 'R2.b', points: 4, share: 10_000, earned: 40_000, evidence: [2] },
      { criterion: 'R4.a', points: 2, share: 10_000, earned: 20_000, evidence: [0] },
      { criterion: 'R6.b', points: 3, share: 5000, earned: 15_000, evidence: [3] },
    ]);
  });

  it('names every fact that committed or repaired a critical error', () => {
    const over: FactBody = { type: 'proposed', quantity: 480, limit: 300 };
    const mend: FactBody = { type: 'repaired', error: 'CE-01' };
    expect(judge(rubric, facts(over, answered, over, mend, mend)).criticals).toEqual([
      { error: 'CE-01', repaired: true, cap: 69, evidence: [0, 2, 3] },
    ]);
  });

  it('keeps the very same standing, and each untouched accumulator, where a fact changes nothing', () => {
    const [first, again, other] = facts(marked('R6.b', 1), answered, { type: 'ended', ending: 'e' });
    if (first === undefined || again === undefined || other === undefined) throw new Error('three facts');
    const once = take(rubric, take(rubric, beginStanding(rubric), first), again);
    expect(take(rubric, once, again)).toBe(once);
    expect(take(rubric, once, other)).toBe(once);
    expect(take(rubric, once, first).accs[1]).toBe(once.accs[1]);
  });

  it('reads the share of one row out of a standing', () => {
    expect(shareAt(rubric, beginStanding(rubric), 0)).toBe(0);
    expect(shareAt(rubric, beginStanding(rubric), 9)).toBeUndefined();
  });
});

describe('a scorecard', () => {
  it('is points earned of the best reachable, rounded half up', () => {
    const half = give({ ...full, 'R2.c': 0.5 });
    expect(scored(half)).toMatchObject({
      earned: 265_000,
      raw: 9138,
      score: 9138,
      level: 'excellent',
      caps: [],
    });
    expect(score(all, judge(all, half), points(265_000)).raw).toBe(10_000);
    expect(score(all, judge(all, []), points(0)).raw).toBe(0);
    const third = rubricFrom({ 'R6.d': { points: 1 } });
    expect(score(third, judge(third, give({ 'R6.d': 0.0002 })), points(40_000)).raw).toBe(1); // 0.5 basis points
  });

  it('caps the mark at 69 for one right below 40 %, at 59 for more', () => {
    const one = scored(give({ ...full, 'R6.b': 0, 'R6.c': 0.99 }));
    expect(one).toMatchObject({ raw: 8266, score: 6900, level: 'pass' });
    expect(one.caps).toEqual([{ by: 'floor', cap: 69, repaired: false }]);
    const two = scored(give({ 'R5.a': 1, 'R7.c': 1, 'R2.c': 0.79, 'R6.b': 0.63 }));
    expect(two.caps).toEqual([{ by: 'floor', cap: 59, repaired: false }]);
  });

  it('does not cap at exactly 40 %, nor for light rights or rights with few points', () => {
    expect(scored(give({ ...full, 'R6.b': 0.64, 'R6.c': 0 })).caps).toEqual([]);
    expect(scored(give({ ...full, 'R5.a': 0, 'R7.c': 0 })).caps).toEqual([]);
  });

  it('shows critical errors beside the raw share and takes the lowest cap', () => {
    const list = [
      ...give(full),
      ...facts(
        { type: 'erred', error: 'CE-03' },
        { type: 'erred', error: 'CE-01' },
        { type: 'repaired', error: 'CE-01' },
      ),
    ];
    expect(scored(list)).toMatchObject({ raw: 10_000, score: 4900, level: 'not-yet' });
    expect(scored(list).caps).toEqual([
      { by: 'CE-01', cap: 69, repaired: true },
      { by: 'CE-03', cap: 49, repaired: false },
    ]);
  });

  it('speaks of a right only with two rows and six points of evidence', () => {
    const { rights } = scored(give({ 'R2.c': 1, 'R2.d': 0, 'R5.a': 1, 'R6.c': 1, 'R7.c': 1 }));
    expect(rights.map(({ right, assessed, level }) => [right, assessed, level])).toEqual([
      ['R2', true, 'starting'],
      ['R5', false, undefined],
      ['R6', false, undefined],
      ['R7', false, undefined],
    ]);
  });

  it('does not speak of a right whose two rows weigh less than six points', () => {
    const light = rubricFrom({ 'R5.a': { points: 3 }, 'R5.b': { points: 2.5 } });
    const judgement = judge(light, give({ 'R5.a': 1, 'R5.b': 1 }));
    expect(score(light, judgement, light.total).rights).toMatchObject([{ share: 10_000, assessed: false }]);
  });

  it('draws the levels at their lines', () => {
    const levels = [9000, 8999, 8000, 7999, 7000, 6999, 6000, 5999].map((x) => levelOf(shareOfBasis(x)));
    expect(levels).toEqual(['excellent', 'good', 'good', 'fair', 'fair', 'pass', 'pass', 'not-yet']);
    const rights = [9000, 8999, 7500, 7499, 6000, 5999].map((x) => rightLevelOf(shareOfBasis(x)));
    expect(rights).toEqual(['excellent', 'proficient', 'proficient', 'pass', 'pass', 'starting']);
  });

  it('has no profile mean without an assessed right', () => {
    expect(weightedMean(scored([]).rights)).toBeUndefined();
  });
});

describe('laws of the score', () => {
  const entry: RubricEntry = { points: 3, findings: ['a', 'b'], promises: { p: 1 }, deadlines: { d: 1 } };
  const rubric = rubricFrom(Object.fromEntries(CRITERIA.map((id) => [id, entry])));
  const bodies: fc.Arbitrary<FactBody> = fc.oneof(
    fc.record({
      type: fc.constant('marked' as const),
      criterion: fc.constantFrom(...CRITERIA),
      basis: fc.integer({ min: -4000, max: 10_000 }),
    }),
    fc.constantFrom<FactBody[]>(
      answered,
      { type: 'verified', share: share(1) },
      { type: 'disclosed', allowed: false },
      { type: 'learned', finding: 'a' },
      { type: 'proposed', quantity: 1, limit: 1 },
      { type: 'proposed', quantity: 2, limit: 1 },
      { type: 'promised', promise: 'p', due: 900, mean: 900, sd: 9, needBy: 900 },
      { type: 'delivered', promise: 'p' },
      { type: 'offered', amount: 5, low: 5, high: 9 },
      { type: 'spent', amount: 5, limit: 4, approved: false },
      { type: 'cost', amount: 5, best: 4, worst: 8 },
      { type: 'served', level: 'perfect' },
      { type: 'met', deadline: 'd' },
      { type: 'lapsed', deadline: 'd' },
      { type: 'repaired', error: 'CE-01' },
      { type: 'repaired', error: 'CE-02' },
    ),
  );
  const lists = fc.array(bodies, { maxLength: 40 }).map((list) => facts(...list));
  const walk = (list: readonly Fact[]): readonly Standing[] => {
    const out = [beginStanding(rubric)];
    for (const fact of list) out.push(take(rubric, out.at(-1) ?? beginStanding(rubric), fact));
    return out;
  };
  const best = fc.integer({ min: 1, max: rubric.total }).map(points);

  it('gives the same by the short road as by the judgement', () => {
    fc.assert(
      fc.property(lists, best, (list, most) => {
        const card = score(rubric, judge(rubric, list), most);
        expect(finalScore(rubric, walk(list).at(-1) ?? beginStanding(rubric), most)).toBe(card.score);
        expect(card.score).toBeLessThanOrEqual(card.raw);
        expect(card.rights.reduce((sum, right) => sum + right.earned, 0)).toBe(card.earned);
      }),
    );
  });

  it('never bounds a score that is still reached too low', () => {
    const marks = (ahead: readonly Fact[], id: CriterionId): number =>
      ahead.reduce(
        (sum, f) => sum + (f.type === 'marked' && f.criterion === id ? Math.max(0, f.basis) : 0),
        0,
      );
    fc.assert(
      fc.property(lists, best, (list, most) => {
        const standings = walk(list);
        const scores = standings.map((standing) => finalScore(rubric, standing, most));
        standings.forEach((standing, i) => {
          const ahead = list.slice(i);
          const bound = boundScore(rubric, standing, {
            best: most,
            outlooks: rubric.rows.map(({ criterion }) => ({
              open: true,
              marks: marks(ahead, criterion.id),
              can: () => true,
            })),
            repairable: (error) => ahead.some((f) => f.type === 'repaired' && f.error === error),
          });
          expect(bound).toBeGreaterThanOrEqual(Math.max(...scores.slice(i)));
        });
      }),
      { numRuns: 50 },
    );
  });

  it('bounds by the score itself where nothing lies ahead', () => {
    const outlooks = rubric.rows.map(() => ({ open: false, marks: 0, can: () => false }));
    fc.assert(
      fc.property(lists, best, (list, most) => {
        const standing = walk(list).at(-1) ?? beginStanding(rubric);
        const bound = boundScore(rubric, standing, { best: most, outlooks, repairable: () => false });
        expect(bound).toBe(finalScore(rubric, standing, most));
      }),
    );
  });

  it('takes a row without an outlook as wide open', () => {
    const prospect = { best: rubric.total, outlooks: [], repairable: () => true };
    expect(boundScore(rubric, beginStanding(rubric), prospect)).toBe(WHOLE);
  });

  it('never lowers the mark when a mark is raised', () => {
    fc.assert(
      fc.property(lists, fc.constantFrom(...CRITERIA), fc.nat(10_000), (list, id, basis) => {
        const more = [...list, ...facts(marked(id, basis))];
        const [before, after] = [list, more].map((l) => score(rubric, judge(rubric, l), rubric.total).score);
        expect(after).toBeGreaterThanOrEqual(before ?? 0);
      }),
    );
  });
});

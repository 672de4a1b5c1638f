import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earned, formatIssue, share, type Json } from '../base';
import { begin, stamp, step, type Fact, type Run } from '../attempt';
import { compileCase, instantiate, parseLogic, type CriterionId, TIERS } from '../scenario';
import {
  aftermath,
  BASE_RETENTION,
  csat,
  effort,
  justiceOf,
  promoterOf,
  satisfaction,
  stayProbability,
} from './customer';
import { judge, type Finding } from './judge';
import { rubricOf } from './rubric';

const row = (criterion: CriterionId, points: number, x: number): Finding => ({
  criterion,
  points,
  share: share(x),
  earned: earned(points, share(x)),
  evidence: [0],
});
const part = fc.double({ min: 0, max: 1, noNaN: true });

describe('justice, §7', () => {
  it('takes outcome, process and treatment from their rows', () => {
    const rows = [
      row('R2.d', 3, 1),
      row('R3.b', 4, 0.5),
      row('R4.a', 2, 1),
      row('R4.b', 6, 0.5),
      row('R6.d', 4, 1),
      row('R5.b', 2, 0),
      row('R6.b', 3, 0.5),
      row('R7.a', 4, 1),
    ];
    // outcome (1 + 0.5) / 2; R4 (2 + 3) / 8 = 0.625, process (0.625 + 1 + 0) / 3; treatment (0.5 + 1) / 2.
    expect(justiceOf(rows)).toEqual({ outcome: 0.75, process: 1.625 / 3, treatment: 0.75 });
  });

  it('leaves out what the case has no row for', () => {
    expect(justiceOf([row('R3.b', 4, 0.5)])).toEqual({
      outcome: 0.5,
      process: undefined,
      treatment: undefined,
    });
  });
});

describe('satisfaction, §7', () => {
  it('weighs outcome 0.35, process 0.25, treatment 0.25 and mood 0.15', () => {
    // 0.35 + 0.2 + 0.15 + 0.075
    expect(satisfaction({ outcome: 1, process: 0.8, treatment: 0.6 }, 50)).toBeCloseTo(0.775, 12);
  });

  it('weighs the rest more where a part is missing', () => {
    // (0.35 · 1 + 0.15 · 0.5) / 0.5
    expect(satisfaction({ outcome: 1, process: undefined, treatment: undefined }, 50)).toBeCloseTo(0.85, 12);
  });

  it('counts mood as it is shown, 0 … 100', () => {
    const justice = { outcome: 1, process: 1, treatment: 1 };
    expect(satisfaction(justice, 160)).toBeCloseTo(1, 12);
    expect(satisfaction(justice, -20)).toBeCloseTo(0.85, 12);
  });

  it('lies between 0 and 1 and never falls as a part grows', () => {
    fc.assert(
      fc.property(
        fc.tuple(part, part, part, part),
        fc.integer({ min: -50, max: 200 }),
        ([o, p, t, more], mood) => {
          const z = satisfaction({ outcome: o, process: p, treatment: t }, mood);
          expect(z).toBeGreaterThanOrEqual(0);
          expect(z).toBeLessThanOrEqual(1 + 1e-12);
          const better = [
            satisfaction({ outcome: Math.max(o, more), process: p, treatment: t }, mood),
            satisfaction({ outcome: o, process: Math.max(p, more), treatment: t }, mood),
            satisfaction({ outcome: o, process: p, treatment: Math.max(t, more) }, mood),
            satisfaction({ outcome: o, process: p, treatment: t }, mood + 1),
          ];
          for (const other of better) expect(other).toBeGreaterThanOrEqual(z - 1e-12);
        },
      ),
    );
  });
});

describe('CSAT and promoters, K15', () => {
  it('runs from 1 to 5', () => {
    expect([0, 0.5, 0.775, 1].map(csat)).toEqual([1, 3, 4.1, 5]);
  });

  it('parts at 0.85 and 0.65', () => {
    expect([1, 0.85, 0.84, 0.65, 0.64, 0].map(promoterOf)).toEqual([
      'promoter',
      'promoter',
      'passive',
      'passive',
      'detractor',
      'detractor',
    ]);
  });
});

describe('effort, §7', () => {
  it('falls with transfers, repeats and extra contacts, to 1 at the least', () => {
    expect(effort({ transfers: 0, repeats: 0, contacts: 0 })).toBe(7);
    expect(effort({ transfers: 1, repeats: 1, contacts: 1 })).toBe(4.5);
    expect(effort({ transfers: 4, repeats: 3, contacts: 2 })).toBe(1);
  });
});

describe('the probability that she stays, §7', () => {
  it('is the model’s logistic', () => {
    // x = −2.2 + 4.5 · 0.775 + 0.7 = 1.9875; 1 / (1 + e^−1.9875) = 0.8795
    expect(stayProbability('key', { satisfaction: 0.775, trust: 70 })).toBeCloseTo(0.8795, 4);
    // x = −2.2: 0.0998
    expect(stayProbability('general', { satisfaction: 0, trust: 0 })).toBeCloseTo(0.0998, 4);
  });

  it('reaches what there would have been without the failure, and not more', () => {
    for (const tier of TIERS)
      expect(stayProbability(tier, { satisfaction: 1, trust: 100 })).toBe(BASE_RETENTION[tier]);
  });

  it('never falls as satisfaction or trust grow', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TIERS), fc.tuple(part, part), fc.nat({ max: 120 }), (...drawn) => {
        const [tier, [z, more], trust] = drawn;
        const p = stayProbability(tier, { satisfaction: z, trust });
        expect(p).toBeGreaterThan(0);
        expect(stayProbability(tier, { satisfaction: Math.max(z, more), trust })).toBeGreaterThanOrEqual(p);
        expect(stayProbability(tier, { satisfaction: z, trust: trust + 1 })).toBeGreaterThanOrEqual(p);
      }),
    );
  });
});

const raw: Readonly<Record<string, Json>> = {
  format: 1,
  id: 'small',
  code: 'S01',
  unit: 'u01',
  phase: 'transaction',
  level: 1,
  minutes: 5,
  starts: '2026-03-04T09:00',
  closes: '10:00',
  settles: '11:00',
  first: 'call',
  leaves: 'gone',
  lapses: 'gone',
  core: ['R6'],
  customer: { id: 'li', tier: 'suitable', channel: 'phone', mood: 60, trust: 60, patience: 5 },
  opening: [{ id: 'hello' }],
  findings: ['use'],
  facts: {},
  vars: {},
  records: {},
  desk: { colleague: { act: 'transfer', minutes: 0 } },
  scenes: {
    call: {
      acts: {
        ask: { act: 'ask', repeat: true, learns: ['use'] },
        hand: { act: 'transfer', mood: -8 },
        kind: { act: 'say', marks: { 'R6.b': 1 } },
        on: { act: 'close', to: 'gone' },
      },
    },
    gone: { ending: true },
  },
  rubric: { 'R6.b': { points: 4 } },
};

describe('what a customer makes of an attempt', () => {
  const read = parseLogic(raw, 'scenario.yaml');
  if (!read.ok) throw new Error(read.error.map((issue) => formatIssue(issue, 'en')).join('\n'));
  const c = compileCase(instantiate(read.value, 1));

  function after(...acts: readonly string[]) {
    let run: Run = begin(c);
    const facts: Fact[] = [];
    for (const [index, act] of acts.entries()) {
      const result =
        act === 'wait'
          ? step(c, run, { kind: 'wait', minutes: 10 })
          : step(c, run, { kind: 'act', act, with: {} });
      if (!result.ok) throw new Error(`${act}: ${result.error}`);
      run = result.value.run;
      facts.push(...stamp(result.value.facts, index));
    }
    return aftermath(c, { run, facts, findings: judge(rubricOf(c.of.logic.spec, c.start), facts).findings });
  }

  it('follows from what was done and how she feels', () => {
    // Treatment 1 at 0.25, mood 0.6 at 0.15: 0.34 / 0.4 = 0.85.
    expect(after('call.kind', 'call.on')).toMatchObject({
      justice: { outcome: undefined, process: undefined, treatment: 1 },
      promoter: 'promoter',
      effort: 7,
      stays: 0.88,
    });
    expect(after('call.kind', 'call.on').csat).toBe(4.4);
  });

  it('counts what she went through: handed over, asked twice, come back', () => {
    expect(after('call.ask', 'call.ask', 'call.hand', 'desk.colleague', 'wait').trouble).toEqual({
      transfers: 1,
      repeats: 1,
      contacts: 1,
    });
  });

  it('leaves the mark alone', () => {
    const ids = rubricOf(c.of.logic.spec, c.start).rows.flatMap(({ criterion }) => criterion.reads);
    expect(ids).toEqual(['marked']);
  });
});

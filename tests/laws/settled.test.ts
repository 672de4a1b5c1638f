import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutes, present } from '../../src/core/base';
import type { Fact } from '../../src/core/attempt';
import { beginStanding, take, type Rubric, type Standing } from '../../src/core/scoring';
import { Analysis } from '../../src/core/search';
import { caseOf, rawCase } from './cases';

// Search drops a state where another one is as good. Of two hours promised, both sure to be kept, neither is
// better for R4.c: whatever comes, within the last minute of arrival, leaves the one with no less than the other.

const SEED = 4_030;
const LATEST = 700;

const analysis = new Analysis(caseOf(rawCase('time-critical-delay'), 1));
const { rubric } = analysis;
const row = rubric.rows.findIndex(({ criterion }) => criterion.id === 'R4.c');
const { criterion, setting } = present(rubric.rows[row], 'R4.c');

function taken(of: Rubric, facts: readonly Fact[]): Standing {
  return facts.reduce((standing, fact) => take(of, standing, fact), beginStanding(of));
}

function share(standing: Standing): number {
  return criterion.verdict(present(standing.accs[row], 'R4.c'), setting);
}

const promised = (due: number): Fact => ({
  type: 'promised',
  promise: 'line',
  due,
  mean: 650,
  sd: 10,
  needBy: 700,
  at: minutes(630),
  input: 0,
});
const renewed = fc.record({
  due: fc.integer({ min: 640, max: 760 }),
  at: fc.integer({ min: 631, max: 760 }),
});

describe('hours that are sure to be kept', () => {
  it(`are worth no less than any other, whatever comes (1,000 futures, seed ${String(SEED)})`, () => {
    fc.assert(
      fc.property(
        fc.record({
          sure: fc.integer({ min: LATEST, max: 900 }),
          other: fc.integer({ min: 640, max: 900 }),
          renewals: fc.array(renewed, { maxLength: 2 }),
          arrived: fc.option(fc.integer({ min: 640, max: LATEST })),
        }),
        ({ sure, other, renewals, arrived }) => {
          const [a, b] = [taken(rubric, [promised(sure)]), taken(rubric, [promised(other)])];
          const future = { setting, latest: () => LATEST };
          expect(criterion.atLeast?.(present(a.accs[row], 'a'), present(b.accs[row], 'b'), future)).toBe(
            true,
          );
          const facts: readonly Fact[] = [
            ...renewals.map(({ due, at }): Fact => ({
              type: 'renewed',
              promise: 'line',
              due,
              at: minutes(at),
              input: 0,
            })),
            ...(arrived === null
              ? []
              : [{ type: 'delivered', promise: 'line', arrived, at: minutes(770), input: 0 } as const]),
          ];
          const end = (standing: Standing): number =>
            share(facts.reduce((now, fact) => take(rubric, now, fact), standing));
          expect(end(a)).toBeGreaterThanOrEqual(end(b));
        },
      ),
      { seed: SEED, numRuns: 1000 },
    );
  });

  it('are not told from others by what is certain where arrival is not', () => {
    const [a, b] = [taken(rubric, [promised(700)]), taken(rubric, [promised(760)])];
    const future = { setting, latest: () => Infinity };
    expect(criterion.atLeast?.(present(a.accs[row], 'a'), present(b.accs[row], 'b'), future)).toBe(false);
  });
});

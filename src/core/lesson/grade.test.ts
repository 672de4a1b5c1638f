import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grade, solutionOf } from './grade';
import type { Answer, Check } from './model';

const base = { id: 'x', objective: '', prompt: ['?'] } as const;
const single: Check = {
  ...base,
  kind: 'single',
  options: [
    { id: 'mean', text: ['42'], right: false, why: ['half are late'] },
    { id: 'p90', text: ['49.5'], right: true, why: ['nine of ten'] },
  ],
};
const multiple: Check = {
  ...base,
  kind: 'multiple',
  options: [
    { id: 'a', text: ['a'], right: true, why: ['a counts'] },
    { id: 'b', text: ['b'], right: false, why: ['b does not'] },
    { id: 'c', text: ['c'], right: true, why: ['c counts'] },
    { id: 'd', text: ['d'], right: false, why: ['d does not'] },
  ],
};
const truth: Check = { ...base, kind: 'truefalse', answer: false, why: { true: ['no'], false: ['yes'] } };
const ids = ['w', 'x', 'y', 'z'] as const;
const ordering: Check = {
  ...base,
  kind: 'ordering',
  items: ids.map((id) => ({ id, text: [id], why: [`why ${id}`] })),
};
const matching: Check = {
  ...base,
  kind: 'matching',
  pairs: ids.map((id) => ({ id, left: [id], right: id, why: [`why ${id}`] })),
  extra: [{ id: 'none', name: 'none' }],
};
const numeric: Check = {
  ...base,
  kind: 'numeric',
  value: 49.5,
  tolerance: 0.5,
  unit: 'h',
  why: ['42 + 1.28 × 5.85'],
  traps: [{ value: 42, tolerance: 0, why: ['that is the mean'] }],
};
const categorise: Check = {
  ...base,
  kind: 'categorise',
  groups: [
    { id: 'plus', name: '+' },
    { id: 'minus', name: '-' },
  ],
  cards: ids.map((id, index) => ({
    id,
    text: [id],
    group: index < 2 ? 'plus' : 'minus',
    why: [`why ${id}`],
  })),
};
const checks: readonly Check[] = [single, multiple, truth, ordering, matching, numeric, categorise];

const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.string(),
  fc.boolean(),
  fc.double(),
  fc.array(fc.constantFrom('a', 'b', 'c', 'd', ...ids)),
  fc.dictionary(fc.constantFrom(...ids), fc.constantFrom('plus', 'minus', 'none', ...ids)),
);

describe('grading', () => {
  it.each(checks.map((check) => [check.kind, check] as const))(
    'calls the solution of %s right',
    (_, check) => {
      expect(grade(check, solutionOf(check))).toMatchObject({ right: true, share: 1 });
    },
  );

  it('gives every answer of any shape a share from 0 to 1, which is 1 exactly when it is right (seed 7)', () => {
    fc.assert(
      fc.property(fc.constantFrom(...checks), anyAnswer, (check, answer) => {
        const { right, share } = grade(check, answer);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(right).toBe(share === 1);
      }),
      { seed: 7, numRuns: 2000 },
    );
  });

  it('never praises a part of a wrong answer and never blames a right one (seed 11)', () => {
    fc.assert(
      fc.property(fc.constantFrom(...checks), anyAnswer, (check, answer) => {
        const { right, remarks } = grade(check, answer);
        expect(remarks.every((remark) => remark.right === right)).toBe(true);
      }),
      { seed: 11, numRuns: 2000 },
    );
  });

  it('accepts several choices in any order and explains each wrong tick and each missing one', () => {
    expect(grade(multiple, ['c', 'a']).right).toBe(true);
    const { remarks, share } = grade(multiple, ['a', 'b']);
    expect(remarks.map(({ id }) => id)).toEqual(['b', 'c']);
    expect(share).toBe(0.5);
  });

  it('explains the option that was chosen, not another', () => {
    expect(grade(single, 'mean').remarks).toEqual([{ id: 'mean', right: false, why: ['half are late'] }]);
  });

  it('answers true and false each with its own words', () => {
    expect(grade(truth, true).remarks[0]?.why).toEqual(['no']);
    expect(grade(truth, false).remarks[0]?.why).toEqual(['yes']);
  });

  it('explains where an order first breaks: what should stand there and what does', () => {
    expect(grade(ordering, ['w', 'y', 'x', 'z']).remarks.map(({ id }) => id)).toEqual(['x', 'y']);
    expect(grade(ordering, ['w', 'x']).right).toBe(false);
  });

  it('calls only the right order right, of all orders of four (seed 3)', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...ids], { minLength: 4 }), (order) => {
        expect(grade(ordering, order).right).toBe(order.join() === ids.join());
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('explains each pair and each card that is wrong', () => {
    expect(grade(matching, { w: 'w', x: 'none', y: 'y' }).remarks.map(({ id }) => id)).toEqual(['x', 'z']);
    const given = { w: 'plus', x: 'minus', y: 'minus', z: 'minus' };
    expect(grade(categorise, given).remarks.map(({ id }) => id)).toEqual(['x']);
  });

  it('accepts a number up to the tolerance and not beyond (seed 5)', () => {
    fc.assert(
      fc.property(fc.double({ min: -2, max: 2, noNaN: true }), (off) => {
        fc.pre(Math.abs(Math.abs(off) - 0.5) > 1e-6);
        expect(grade(numeric, 49.5 + off).right).toBe(Math.abs(off) < 0.5);
      }),
      { seed: 5, numRuns: 500 },
    );
    expect(grade(numeric, 49).right).toBe(true);
    expect(grade(numeric, 50).right).toBe(true);
  });

  it('does not fail a sum for the last bit of a binary number', () => {
    const sum: Check = { ...numeric, value: 0.3, tolerance: 0, traps: [] };
    expect(grade(sum, 0.1 + 0.2).right).toBe(true);
  });

  it('names the mistake behind a known wrong number, and the side of an unknown one', () => {
    expect(grade(numeric, 42)).toMatchObject({ remarks: [{ why: ['that is the mean'] }], side: undefined });
    expect(grade(numeric, 60)).toMatchObject({ remarks: [], side: 'high' });
    expect(grade(numeric, 30)).toMatchObject({ remarks: [], side: 'low' });
  });
});

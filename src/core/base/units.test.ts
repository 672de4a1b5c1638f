import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { earned, invariant, minutes, points, present, share, shareOfBasis, WHOLE } from './index';

describe('units', () => {
  it('takes whole minutes and nothing else', () => {
    expect(minutes(910)).toBe(910);
    for (const value of [0.5, Number.NaN, Number.POSITIVE_INFINITY]) expect(() => minutes(value)).toThrow();
  });

  it('makes a share of any number: clipped, whole basis points, at most half a point off', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => {
        const basis = share(value);
        const clipped = Math.min(1, Math.max(0, value));
        expect(Number.isInteger(basis)).toBe(true);
        expect(Math.abs(basis - clipped * WHOLE)).toBeLessThanOrEqual(0.5);
      }),
    );
    expect(() => share(Number.NaN)).toThrow();
  });

  it('clips basis points to one whole', () => {
    expect([shareOfBasis(-1), shareOfBasis(2500.5), shareOfBasis(12_000)]).toEqual([0, 2501, WHOLE]);
  });

  it('earns points in proportion, whole or half points of a rubric alike', () => {
    expect([earned(4, share(0.68)), earned(0.5, share(1)), earned(3, share(0))]).toEqual([27_200, 5000, 0]);
    expect(points(37_200.4)).toBe(37_200);
  });
});

describe('a broken invariant', () => {
  it('throws and says what does not hold', () => {
    expect(() => {
      invariant(false, 'index inside the list');
    }).toThrow('Broken invariant: index inside the list');
    expect(() => present(undefined, 'scene in the table')).toThrow('Missing: scene in the table');
  });

  it('lets through what holds, even if it is falsy', () => {
    expect([present(0, 'zero'), present('', 'empty'), present(false, 'false')]).toEqual([0, '', false]);
  });
});

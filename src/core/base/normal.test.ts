import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exponential, normalCdf, Z90, Z95 } from './index';

const real = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

describe('exponential', () => {
  it('agrees with Math.exp to twelve digits wherever a score can tell', () => {
    fc.assert(
      fc.property(real(-16, 16), (x) => {
        expect(Math.abs(exponential(x) / Math.exp(x) - 1)).toBeLessThan(1e-12);
      }),
      { numRuns: 2000 },
    );
  });

  it('is exactly 1 at 0, and 0 far below', () => {
    expect([exponential(0), exponential(-701), exponential(-1e9)]).toEqual([1, 0, 0]);
  });

  it('never falls as its argument grows', () => {
    fc.assert(
      fc.property(real(-30, 15), real(1e-6, 5), (x, more) => {
        expect(exponential(x + more)).toBeGreaterThan(exponential(x));
      }),
    );
  });
});

describe('normalCdf', () => {
  // Φ(z) to nine digits, Abramowitz & Stegun 1964, table 26.1.
  it.each([
    [0, 0.5],
    [0.25, 0.598706326],
    [0.5, 0.691462461],
    [0.75, 0.773372648],
    [1, 0.841344746],
    [1.5, 0.933192799],
    [1.96, 0.975002105],
    [2, 0.977249868],
    [2.5, 0.993790335],
    [3, 0.998650102],
    [4, 0.999968329],
  ])('gives the published value at %f, and its complement below 0', (z, value) => {
    expect(Math.abs(normalCdf(z) - value)).toBeLessThan(1e-6);
    expect(Math.abs(normalCdf(-z) - (1 - value))).toBeLessThan(1e-6);
  });

  it('gives 90 % and 95 % at the quantiles of the field', () => {
    expect(normalCdf(Z90)).toBeCloseTo(0.9, 4);
    expect(normalCdf(Z95)).toBeCloseTo(0.95, 4);
  });

  it('lies between 0 and 1 and never falls by more than its own error', () => {
    fc.assert(
      fc.property(real(-40, 40), real(0, 3), (z, more) => {
        const [lower, upper] = [normalCdf(z), normalCdf(z + more)];
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(upper).toBeLessThanOrEqual(1);
        expect(upper - lower).toBeGreaterThanOrEqual(-2 * 7.5e-8);
      }),
    );
  });
});

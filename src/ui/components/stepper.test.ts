import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAllowed, readNumber, stepValue } from './stepper';

const bounds = { min: 14, max: 73, step: 2 };
const anyBounds = fc
  .record({
    min: fc.integer({ min: -500, max: 500 }),
    span: fc.nat(500),
    step: fc.integer({ min: 1, max: 60 }),
  })
  .map(({ min, span, step }) => ({ min, max: min + span, step }));

describe('readNumber', () => {
  it('reads plain, negative, decimal and full-width numbers', () => {
    expect(['16', ' 16 ', '-3', '2.5', '１６'].map(readNumber)).toEqual([16, 16, -3, 2.5, 16]);
  });

  it('refuses everything that is not one number', () => {
    for (const text of ['', ' ', '-', '1e3', '0x10', '12 箱', '1.', 'NaN', 'Infinity']) {
      expect(readNumber(text), text).toBeUndefined();
    }
  });
});

describe('isAllowed', () => {
  it('allows the bounds that lie on a step, and nothing between steps or outside', () => {
    expect([14, 16, 72].every((value) => isAllowed(value, bounds))).toBe(true);
    expect([12, 15, 73, 74, Number.NaN].some((value) => isAllowed(value, bounds))).toBe(false);
  });

  it('is not misled by decimal steps', () => {
    expect(isAllowed(0.3, { min: 0, max: 1, step: 0.1 })).toBe(true);
  });
});

describe('stepValue', () => {
  it('starts at the least value when nothing is decided', () => {
    expect(stepValue(undefined, 1, bounds)).toBe(14);
    expect(stepValue(undefined, -1, bounds)).toBe(14);
  });

  it('goes from a forbidden value to the next allowed one in the direction asked for', () => {
    expect(stepValue(15, 1, bounds)).toBe(16);
    expect(stepValue(15, -1, bounds)).toBe(14);
    expect(stepValue(500, -1, bounds)).toBe(72);
    expect(stepValue(-500, 1, bounds)).toBe(14);
  });

  it('yields an allowed value from anywhere in any bounds', () => {
    fc.assert(
      fc.property(anyBounds, fc.integer(), fc.constantFrom<1 | -1>(1, -1), (given, from, direction) => {
        expect(isAllowed(stepValue(from, direction, given), given)).toBe(true);
      }),
    );
  });

  it('reaches every allowed value upwards from the least one, and then stays', () => {
    fc.assert(
      fc.property(anyBounds, (given) => {
        const steps = Math.floor((given.max - given.min) / given.step);
        let value = given.min;
        for (let index = 0; index <= steps; index++) value = stepValue(value, 1, given);
        expect(value).toBe(given.min + steps * given.step);
      }),
    );
  });
});

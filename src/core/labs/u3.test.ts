import { describe, expect, it } from 'vitest';
import { CRITERIA } from '../scenario';
import {
  agreement,
  fillRates,
  gaps,
  LOGS,
  mostTwice,
  ORDER_LINES,
  perfectOrder,
  PERIOD,
  RATED,
  SURVEY,
  totalGap,
  wilson,
  worst,
} from '.';

describe('L3.1, three fill rates', () => {
  it('fills 3 of 5 orders, 7 of 9 lines and 385 of 415 pieces: 60 %, 77.8 %, 92.8 %', () => {
    const { order, line, unit } = fillRates(ORDER_LINES);
    expect([order.part, order.whole, line.part, line.whole, unit.part, unit.whole]).toEqual([
      3, 5, 7, 9, 385, 415,
    ]);
    expect(100 * order.share).toBeCloseTo(60, 1);
    expect(100 * line.share).toBeCloseTo(77.8, 1);
    expect(100 * unit.share).toBeCloseTo(92.8, 1);
  });

  it('does not let pieces beyond one order make up for another', () => {
    expect(
      fillRates([
        { order: 'a', ordered: 10, shipped: 20 },
        { order: 'b', ordered: 10, shipped: 0 },
      ]).unit.part,
    ).toBe(10);
  });

  it('is 0 of nothing', () => {
    expect(fillRates([]).unit.share).toBe(0);
  });
});

describe('L3.2, the perfect order', () => {
  it('counts 93.0 % where the product says 91.8 %', () => {
    const { bad, counted, product } = perfectOrder(PERIOD);
    expect(bad).toBe(14);
    expect(100 * counted).toBeCloseTo(93, 1);
    expect(100 * product).toBeCloseTo(91.8, 1);
  });

  it('gives 194 of 200 the interval 93.6 … 98.6 %', () => {
    const { low, high } = wilson(194, 200);
    expect(100 * low).toBeCloseTo(93.6, 1);
    expect(100 * high).toBeCloseTo(98.6, 1);
  });

  it.each([
    [11, 12, [64.6, 98.5]],
    [39, 40, [87.1, 99.6]],
  ])('gives %d of %d the interval %j', (good, whole, [low, high]) => {
    expect(100 * wilson(good, whole).low).toBeCloseTo(low ?? 0, 1);
    expect(100 * wilson(good, whole).high).toBeCloseTo(high ?? 0, 1);
  });

  it('gives 12 of 12 the interval 12 ÷ (12 + 1.96²) … 1', () => {
    expect(wilson(12, 12).low).toBeCloseTo(12 / (12 + 1.959964 ** 2), 10);
    expect(wilson(12, 12).high).toBe(1);
  });

  it('has at most 8 orders with two faults among 17 marks, and none where all marks are of one kind', () => {
    expect(mostTwice(PERIOD)).toBe(8);
    expect(mostTwice({ ...PERIOD, incomplete: 0, damaged: 0, documents: 0 })).toBe(0);
    expect(perfectOrder({ ...PERIOD, twice: 40 }).bad).toBe(9);
  });
});

describe('L3.3, calibration', () => {
  it('asks for each of the 27 criteria once', () => {
    const asked = LOGS.flatMap((log) => RATED[log].map(({ criterion }) => criterion));
    expect([...asked].sort()).toEqual([...CRITERIA].sort());
    expect(asked).toHaveLength(27);
  });

  it('tells agreement beyond chance: 20 + 15 of 50 are equal, κ 0.4', () => {
    const pairs = [
      ...Array.from({ length: 20 }, () => ['yes', 'yes'] as const),
      ...Array.from({ length: 5 }, () => ['yes', 'no'] as const),
      ...Array.from({ length: 10 }, () => ['no', 'yes'] as const),
      ...Array.from({ length: 15 }, () => ['no', 'no'] as const),
    ];
    expect(agreement(pairs).exact).toBeCloseTo(0.7, 10);
    expect(agreement(pairs).kappa).toBeCloseTo(0.4, 10);
  });

  it('has no κ where chance alone agrees always, and none of nothing', () => {
    expect(agreement([['a', 'a']])).toEqual({ rated: 1, exact: 1, kappa: undefined });
    expect(agreement([]).kappa).toBeUndefined();
  });
});

describe('L3.4, gaps', () => {
  const list = gaps(SURVEY);

  it('finds −0.9, −1.1, −0.2, −0.2, +0.3 and −0.57 in all', () => {
    expect(list.map(({ gap }) => Math.round(gap * 10) / 10)).toEqual([-0.9, -1.1, -0.2, -0.2, 0.3]);
    expect(totalGap(list)).toBeCloseTo(-0.57, 2);
  });

  it('puts responsiveness first by size, reliability by weight: −0.29 against −0.24', () => {
    expect(worst(list, 'gap')).toBe('a2');
    expect(worst(list, 'weighted')).toBe('a1');
    expect(list[0]?.weighted).toBeCloseTo(-0.29, 2);
    expect(list[1]?.weighted).toBeCloseTo(-0.24, 2);
  });

  it('makes weights sum to one', () => {
    const heavy = gaps({ ...SURVEY, a1: { ...SURVEY.a1, weight: 1.32 } });
    expect(heavy[0]?.weighted).toBeCloseTo((1.32 / 2) * -0.9, 10);
  });
});

import { describe, expect, it } from 'vitest';
import {
  arrivedBy,
  atpBy,
  atpNow,
  AVAILABLE,
  board,
  chanceWithin,
  cheapest,
  CLAIMS,
  costOf,
  CUSTOMERS,
  CYCLE,
  cycleTime,
  drawCycles,
  FINE,
  firstCome,
  leadTimeSd,
  mostNow,
  NO_PROMISES,
  policyForCycle,
  policyForFill,
  promiseAt,
  proRata,
  STOCK,
  SUPPLY,
} from '.';

const last = <T>(all: Iterable<T>): T | undefined => [...all].at(-1);

describe('L5.1, order cycle and promise', () => {
  const cycle = cycleTime(CYCLE);

  it('adds means and variances to 42 h and 5.85 h', () => {
    expect(cycle.mean).toBe(42);
    expect(cycle.sd).toBeCloseTo(5.85, 2);
  });

  it('keeps 48 h with 84.7 %', () => {
    expect(100 * chanceWithin(cycle, 48)).toBeCloseTo(84.7, 1);
  });

  it.each([
    [0.9, 49.5],
    [0.95, 51.6],
    [0.98, 54],
  ])('promises at %d within %d h', (level, hours) => {
    expect(promiseAt(cycle, level)).toBeCloseTo(hours, 1);
  });

  it('keeps 48 h with 93.6 % once the spread of transport is halved to an sd of 3.94 h', () => {
    const steady = cycleTime({ ...CYCLE, transport: { mean: 24, sd: 2.5 } });
    expect(steady.sd).toBeCloseTo(3.94, 2);
    expect(100 * chanceWithin(steady, 48)).toBeCloseTo(93.6, 1);
  });

  it('is certain of everything without spread', () => {
    expect([41, 42].map((hours) => chanceWithin({ mean: 42, sd: 0 }, hours))).toEqual([0, 1]);
  });

  it('draws what the formula says, within half a point, and the same for the same seed', () => {
    const order = { cycle: CYCLE, promise: 48, seed: 7, runs: 40_000 };
    const drawn = last(drawCycles(order));
    expect(Math.abs((drawn?.within ?? 0) / 40_000 - chanceWithin(cycle, 48))).toBeLessThan(0.005);
    expect(drawn?.byHour.reduce((sum, count) => sum + count, 0)).toBe(40_000);
    expect(last(drawCycles(order))).toEqual(drawn);
    expect(last(drawCycles({ ...order, seed: 8 }))).not.toEqual(drawn);
  });

  it('tells its progress in fifty parts up to the last order', () => {
    const parts = [...drawCycles({ cycle: CYCLE, promise: 48, seed: 1, runs: 130 })];
    expect(parts).toHaveLength(50);
    expect(parts.at(-1)?.done).toBe(130);
  });
});

describe('L5.2, ATP board', () => {
  it('can promise 480 − 120 − 60 = 300 now, and 700 from the 90 % time of the inbound', () => {
    expect(atpNow(STOCK)).toBe(300);
    expect([14, 16, 18].map((hour) => atpBy(STOCK, hour))).toEqual([300, 300, 700]);
  });

  it('has the inbound by 14:00 with 50 % and by 18:00 with 90 %', () => {
    expect(arrivedBy(STOCK, 14)).toBeCloseTo(0.5, 4);
    expect(arrivedBy(STOCK, 18)).toBeCloseTo(0.9, 4);
  });

  it('raises the alarm at the slot where promises first pass ATP', () => {
    const lines = board(STOCK, { ...NO_PROMISES, A: 10, B: 14 });
    expect(lines.map(({ over }) => over)).toEqual([0, 50, 50, 0, 0]);
  });

  it('can promise 290 of the waiting cartons now, whole orders only', () => {
    expect(mostNow(STOCK)).toBe(290);
  });

  it('never promises less than nothing', () => {
    expect(atpNow({ ...STOCK, hold: 400 })).toBe(0);
  });
});

describe('L5.3, safety stock', () => {
  it('has a lead-time spread of 117.1', () => {
    expect(leadTimeSd(SUPPLY)).toBeCloseTo(117.1, 1);
  });

  it.each([
    [0.9, 1.282, 150, 750, 99.54],
    [0.95, 1.645, 193, 793, 99.8],
    [0.97, 1.881, 220, 820, 99.89],
    [0.99, 2.326, 272, 872, 99.97],
  ])('needs for a cycle service of %d z %d, stock %d, reorder point %d, and fills %d %%', (...row) => {
    const [level, z, stock, point, fill] = row;
    const policy = policyForCycle(SUPPLY, level);
    expect(policy.z).toBeCloseTo(z, 3);
    expect(Math.round(policy.safetyStock)).toBe(stock);
    expect(Math.round(policy.reorderPoint)).toBe(point);
    expect(100 * policy.fillRate).toBeCloseTo(fill, 2);
  });

  it('fills 97 % of demand with a stock of 23, z 0.20, though only 58 % of cycles end without a stockout', () => {
    const policy = policyForFill(SUPPLY, 0.97);
    expect(Math.round(policy.safetyStock)).toBe(23);
    expect(policy.z).toBeCloseTo(0.2, 2);
    expect(Math.round(100 * policy.cycleService)).toBe(58);
    expect(policy.fillRate).toBeCloseTo(0.97, 6);
  });

  it('needs no stock where nothing varies', () => {
    const steady = { ...SUPPLY, demandSd: 0, leadSd: 0 };
    expect(policyForFill(steady, 0.97).safetyStock).toBe(0);
  });
});

describe('L5.4, allocating a shortage', () => {
  it('costs ¥150 at best: 250, 200, 70, 80', () => {
    expect(cheapest()).toEqual({ A: 250, B: 200, C: 70, D: 80 });
    expect(costOf(cheapest())).toMatchObject({ weighted: 150, fine: 0, given: 600, belowFloor: [] });
  });

  it('costs ¥682 and the fine in proportion to orders: 200, 133, 167, 100', () => {
    expect(proRata()).toEqual({ A: 200, B: 133, C: 167, D: 100 });
    expect(Math.round(costOf(proRata()).weighted)).toBe(682);
    expect(costOf(proRata()).fine).toBe(FINE);
    expect(FINE).toBe(1000);
  });

  it('leaves the last of the queue with nothing when served as they come', () => {
    expect(firstCome()).toEqual({ A: 300, B: 200, C: 100, D: 0 });
    expect(costOf(firstCome())).toMatchObject({ weighted: 460, fine: 0, belowFloor: ['D'] });
  });

  it('finds the least of all allocations in steps of ten', () => {
    const tens = (most: number): number[] => Array.from({ length: most / 10 + 1 }, (_, n) => 10 * n);
    let least = Infinity;
    for (const A of tens(CLAIMS.A.ordered)) {
      for (const B of tens(CLAIMS.B.ordered)) {
        for (const C of tens(CLAIMS.C.ordered)) {
          const D = AVAILABLE - A - B - C;
          if (D < 0 || D > CLAIMS.D.ordered) continue;
          const { weighted, fine } = costOf({ A, B, C, D });
          least = Math.min(least, weighted + fine);
        }
      }
    }
    expect(least).toBe(costOf(cheapest()).weighted);
    expect(CUSTOMERS).toHaveLength(4);
  });
});

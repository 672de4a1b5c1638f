import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANNEL_FITS, CHANNELS, SERVICE_LEVELS, TIERS } from '../scenario';
import {
  allocationCost,
  chanceByDue,
  channelFit,
  costRegret,
  coverage,
  FAIRNESS_FLOOR,
  firstResponse,
  hintCeiling,
  paced,
  priceBand,
  promiseKept,
  promiseRealism,
  RESPONSE_TIMES,
  sumOfStages,
  tariffBand,
  tierFit,
  type Allotment,
} from './formulas';

const amount = fc.double({ min: 0, max: 1e6, noNaN: true });
const real = fc.double({ min: -1e5, max: 1e5, noNaN: true });
const clock = (day: number, hour: number): number => day * 1440 + hour * 60;

const isShare = (x: number): boolean => x >= 0 && x <= 1;

/** Holds if x never rises from the smaller argument to the larger one. */
function falls(f: (u: number) => number, u: number, v: number): boolean {
  return f(Math.min(u, v)) >= f(Math.max(u, v));
}

describe('first response, §3.1', () => {
  it.each([
    [0, 'phone', 1],
    [1, 'phone', 0.6],
    [2, 'phone', 0],
    [1, 'counter', 0.6],
    [1, 'chat', 0.8],
    [3, 'chat', 0],
    [120, 'email', 1],
    [300, 'email', 0.5],
    [480, 'email', 0],
  ] as const)('gives for %i min on %s %d', (waited, channel, x) => {
    expect(firstResponse(waited, channel)).toBeCloseTo(x, 9);
  });

  it('stays in 0 … 1 and never rises with the wait', () => {
    fc.assert(
      fc.property(amount, amount, fc.constantFrom(...CHANNELS), (a, b, channel) => {
        return isShare(firstResponse(a, channel)) && falls((t) => firstResponse(t, channel), a, b);
      }),
    );
  });

  it('gives every channel a longer last moment than first one', () => {
    for (const channel of CHANNELS)
      expect(RESPONSE_TIMES[channel].none).toBeGreaterThan(RESPONSE_TIMES[channel].full);
  });

  it.each([
    [1, 0, 1],
    [1, 1, 0.75],
    [1, 2, 0.5],
    [1, 7, 0.5],
    [0.3, 2, 0],
  ])('takes from response %d for %i long holds and leaves %d', (response, holds, x) => {
    expect(paced(response, holds)).toBeCloseTo(x, 9);
  });
});

describe('promise realism, §3.2', () => {
  // ASN P50 14:00 / P90 18:00 tomorrow, put-away 2 h, pick 1.5 h, load 0.5 h, night run P50 3.5 h / P90 5.0 h.
  const inbound = sumOfStages([
    { p50: clock(1, 14), p90: clock(1, 18) },
    { p50: 240, p90: 240 },
    { p50: 210, p90: 300 },
  ]);
  const given = { ...inbound, needBy: clock(2, 14), now: 910 };

  it('adds the stages of a lane: means add, variances add', () => {
    expect(inbound.mean).toBe(clock(1, 21) + 30);
    expect(inbound.sd).toBeCloseTo(200, 0);
  });

  it.each([
    ['D+1 20:00', clock(1, 20), 0.33, 0],
    ['D+1 24:00', clock(2, 0), 0.77, 0.68],
    ['D+2 08:00', clock(2, 8), 0.999, 1],
  ])('judges the promise of %s as the model does', (_name, due, ...[q, x]) => {
    expect(chanceByDue(due, inbound)).toBeCloseTo(q, 2);
    expect(promiseRealism({ ...given, due })).toBeCloseTo(x, 2);
  });

  it('marks down padding beyond P95 and the moment of need, and only that', () => {
    expect(promiseRealism({ ...given, due: clock(2, 14) })).toBe(1);
    expect(promiseRealism({ ...given, due: clock(2, 16) })).toBeCloseTo(1 - (0.7 * 120) / 1405, 9);
    expect(promiseRealism({ ...given, due: clock(3, 18) })).toBe(0.3);
  });

  it('lets padding run over at least four hours', () => {
    const soon = { mean: 100, sd: 0, needBy: 0, now: 90 };
    expect(promiseRealism({ ...soon, due: 220 })).toBeCloseTo(1 - 0.35, 9);
    expect(promiseRealism({ ...soon, due: 340 })).toBeCloseTo(0.3, 9);
  });

  it('knows only yes and no where nothing is uncertain', () => {
    expect(chanceByDue(99, { mean: 100, sd: 0 })).toBe(0);
    expect(chanceByDue(100, { mean: 100, sd: 0 })).toBe(1);
  });

  it('stays in 0 … 1, rises up to the latest honest time and falls after it, never below 0.3', () => {
    const whole = fc.integer({ min: -10_000, max: 10_000 });
    const given = fc.record({ mean: whole, sd: fc.nat(2000), needBy: whole });
    fc.assert(
      fc.property(given, fc.tuple(whole, whole), ({ mean, sd, needBy }, [a, b]) => {
        const x = (due: number): number => promiseRealism({ due, mean, sd, needBy, now: 0 });
        const latest = Math.max(mean + 1.6449 * sd, needBy);
        const rising = falls((u) => -x(u), Math.min(a, latest), Math.min(b, latest));
        const falling = falls(x, Math.max(a, latest), Math.max(b, latest));
        return isShare(x(a)) && rising && falling && (a <= latest || x(a) >= 0.3);
      }),
    );
  });
});

describe('promise kept, §3.3', () => {
  const taus = [30, 240, 1440];
  it.each([
    [15, [0.61, 0.94, 0.99]],
    [30, [0.37, 0.88, 0.98]],
    [60, [0.14, 0.78, 0.96]],
    [120, [0.02, 0.61, 0.92]],
    [240, [0.0, 0.37, 0.85]],
  ])('gives for %i min late the values of the model’s table', (late, row) => {
    expect(taus.map((tau) => Number(promiseKept(late, tau).toFixed(2)))).toEqual(row);
  });

  it('is whole on time, stays in 0 … 1 and never rises with lateness', () => {
    const tau = fc.double({ min: 1, max: 2000, noNaN: true });
    fc.assert(
      fc.property(real, real, tau, (a, b, t) => {
        const x = promiseKept(a, t);
        return isShare(x) && (a > 0 || x === 1) && falls((late) => promiseKept(late, t), a, b);
      }),
    );
  });
});

describe('price band, §3.4', () => {
  it.each([
    [0, 0],
    [2000, 0.47],
    [2500, 0.84],
    [2722, 1],
    [3222, 1],
    [3600, 0.77],
    [9600, 0],
  ])('scores ¥%i in the band of the broken tea sets with %d', (paid, x) => {
    expect(priceBand(paid, { low: 2722, high: 3222 })).toBeCloseTo(x, 2);
  });

  it('accepts exactly nothing where nothing is due', () => {
    expect(priceBand(0, { low: 0, high: 0 })).toBe(1);
    expect(priceBand(0.01, { low: 0, high: 0 })).toBe(0);
  });

  it('accepts a single amount where the rule gives one', () => {
    expect(priceBand(880, { low: 880, high: 880 })).toBe(1);
    expect(priceBand(660, { low: 880, high: 880 })).toBeCloseTo(0.5, 9);
    expect(priceBand(0, { low: 880, high: 880 })).toBe(0);
  });

  it('puts a charge into 2 % around the tariff', () => {
    expect(priceBand(101, tariffBand(100))).toBe(1);
    expect(priceBand(110, tariffBand(100))).toBeLessThan(1);
  });

  it('stays in 0 … 1 and falls on both sides of the band', () => {
    fc.assert(
      fc.property(amount, amount, fc.tuple(amount, amount), (p, q, [a, b]) => {
        const band = { low: Math.min(p, q), high: Math.max(p, q) };
        const x = (paid: number): number => priceBand(paid, band);
        const above = falls(x, Math.max(a, band.low), Math.max(b, band.low));
        const below = falls((u) => -x(u), Math.min(a, band.high), Math.min(b, band.high));
        return isShare(x(a)) && above && below;
      }),
    );
  });
});

describe('coverage, §3.5', () => {
  it('counts what came after the proposal half', () => {
    expect(coverage({ before: 3, later: 2, needed: 5 })).toBe(0.8);
    expect(coverage({ before: 0, later: 6, needed: 6 })).toBe(0.5);
    expect(coverage({ before: 6, later: 0, needed: 6 })).toBe(1);
  });

  it('has nothing to give where nothing is needed', () => {
    expect(coverage({ before: 0, later: 0, needed: 0 })).toBe(0);
  });

  it('stays in 0 … 1 and never falls when one more is found, early rather than late', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.nat(20), (before, later, missing) => {
        const needed = before + later + missing + 1;
        const now = coverage({ before, later, needed });
        const late = coverage({ before, later: later + 1, needed });
        const early = coverage({ before: before + 1, later, needed });
        return isShare(now) && now <= late && late <= early;
      }),
    );
  });
});

describe('tier fit, §3.6', () => {
  it.each([
    ['general', [0, 1, 0.6, 0.3]],
    ['suitable', [0, 0.4, 1, 0.7]],
    ['key', [0, 0, 0.5, 1]],
    ['harmful', [1, 0.5, 0, 0]],
  ] as const)('gives the %s customer the row of the table', (tier, row) => {
    expect(SERVICE_LEVELS.map((level) => tierFit(tier, level))).toEqual(row);
  });

  it('has exactly one best level for each tier', () => {
    for (const tier of TIERS)
      expect(SERVICE_LEVELS.filter((level) => tierFit(tier, level) === 1)).toHaveLength(1);
  });
});

describe('channel fit, §3.7', () => {
  it('ranks the channels and halves them where writing is missing', () => {
    const written = CHANNEL_FITS.map((fit) => channelFit(fit, { needed: true, followed: true }));
    const spoken = CHANNEL_FITS.map((fit) => channelFit(fit, { needed: true, followed: false }));
    expect(written).toEqual([1, 0.75, 0.4, 0]);
    expect(spoken).toEqual([0.5, 0.375, 0.2, 0]);
  });

  it('asks for no writing where none is needed', () => {
    expect(channelFit('preferred', { needed: false, followed: false })).toBe(1);
  });
});

describe('regret of cost, §3.8', () => {
  it.each([
    [880, 1],
    [1944, 0.5],
    [3008, 0],
    [5200, 0],
  ])('scores a cost of ¥%i between ¥880 and ¥3,008 with %d', (cost, x) => {
    expect(costRegret(cost, { best: 880, worst: 3008 })).toBe(x);
  });

  it('asks for the best cost where there is no span', () => {
    expect(costRegret(5, { best: 5, worst: 5 })).toBe(1);
    expect(costRegret(6, { best: 5, worst: 5 })).toBe(0);
  });

  it('stays in 0 … 1 and never rises with the cost', () => {
    fc.assert(
      fc.property(real, real, fc.tuple(real, real), (best, worst, [a, b]) => {
        const x = (cost: number): number => costRegret(cost, { best, worst });
        return isShare(x(a)) && falls(x, a, b);
      }),
    );
  });
});

describe('allocation under shortage, §3.9', () => {
  // 600 for 900: needs and penalties of the four customers of S09.
  const four = (given: readonly number[]): Allotment[] =>
    [
      { tier: 'key' as const, needed: 240, penalty: 6 },
      { tier: 'suitable' as const, needed: 200, penalty: 4 },
      { tier: 'general' as const, needed: 120, penalty: 3 },
      { tier: 'general' as const, needed: 80, penalty: 5 },
    ].map((customer, i) => ({ ...customer, given: given[i] ?? 0 }));

  it('prices the optimum and the pro-rata split of the worked case', () => {
    expect(allocationCost(four([250, 200, 70, 80]))).toBe(150);
    expect(allocationCost(four([200, 133, 167, 100]))).toBeCloseTo(682, 0);
    expect(FAIRNESS_FLOOR * 120).toBe(36);
  });

  it('never grows with a unit more; no split of 600 costs less than ¥120, the best without contract minimum', () => {
    const cut = fc.nat(600);
    fc.assert(
      fc.property(fc.array(cut, { minLength: 3, maxLength: 3 }), fc.nat(3), (cuts, lucky) => {
        const [x = 0, y = 0, z = 0] = [...cuts].sort((p, q) => p - q);
        const given = [x, y - x, z - y, 600 - z];
        const more = given.map((units, i) => (i === lucky ? units + 1 : units));
        const cost = allocationCost(four(given));
        return cost >= 120 && allocationCost(four(more)) <= cost;
      }),
    );
  });
});

describe('hints, §3.10', () => {
  it('lowers the ceiling by a quarter each, down to nothing', () => {
    expect([0, 1, 2, 3, 4, 5].map(hintCeiling)).toEqual([1, 0.75, 0.5, 0.25, 0, 0]);
  });
});

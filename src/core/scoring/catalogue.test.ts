import { describe, expect, it } from 'vitest';
import { parseClock, present, share } from '../base';
import { allocationCost, chanceByDue, priceBand, promiseRealism, sumOfStages, type Spread } from './formulas';

// Numbers that the catalogue of cases prints. They were worked out by hand there; the formulas must give the same.

const at = (clock: string): number => present(parseClock(clock), clock);
const hours = (p50: number, p90: number): { readonly p50: number; readonly p90: number } => ({
  p50: p50 * 60,
  p90: p90 * 60,
});
const fixed = (clock: string): { readonly p50: number; readonly p90: number } => ({
  p50: at(clock),
  p90: at(clock),
});

describe('S10, the line stops at 14:30', () => {
  const repaired = sumOfStages([{ p50: at('12:45'), p90: at('14:45') }, hours(2.75, 3.4)]);
  const van = (sent: string): Spread => sumOfStages([fixed(sent), { p50: 50, p90: 50 }, hours(2.3, 2.9)]);

  it('puts the whole load at 15:30 with a deviation of 1.64 h', () => {
    expect(repaired.mean).toBe(at('15:30'));
    expect(repaired.sd / 60).toBeCloseTo(1.64, 2);
  });

  it.each([
    ['14:30', 0.27],
    ['18:00', 0.94],
    ['18:30', 0.97],
    ['20:00', 0.997],
    ['12:10', 0.02],
  ])('gives the whole load by %s the chance %d', (due, q) => {
    expect(chanceByDue(at(due), repaired)).toBeCloseTo(q, due === '20:00' ? 3 : 2);
  });

  it.each([
    ['10:40', '13:48', 0.93],
    ['10:45', '13:53', 0.91],
    ['10:50', '13:58', 0.87],
  ])('gives a van sent at %s, due %s, the chance %d by 14:30', (sent, p50, q) => {
    expect(van(sent).mean).toBe(at(p50));
    expect(chanceByDue(at('14:30'), van(sent))).toBeCloseTo(q, 2);
  });

  it('pays 14:25 for the critical cartons, little for the median and nothing for noon', () => {
    const given = { ...van('10:40'), needBy: at('14:30'), now: at('10:37') };
    expect(promiseRealism({ ...given, due: at('14:25') })).toBe(1);
    expect(promiseRealism({ ...given, due: at('13:50') })).toBeLessThan(0.5);
    expect(promiseRealism({ ...given, due: at('12:30') })).toBe(0);
  });

  it('pays 18:30 and 20:00 for the rest, nothing for the median, less for tomorrow', () => {
    const given = { ...repaired, needBy: at('20:00'), now: at('10:37') };
    const x = (due: string): number => share(promiseRealism({ ...given, due: at(due) }));
    expect([x('18:30'), x('20:00'), x('15:30')]).toEqual([10_000, 10_000, 0]);
    expect(x('D+1 12:00')).toBeLessThan(5000);
  });
});

describe('S21, the tea sets', () => {
  it('gives a reshipment picked up on Thursday a chance of 0.17 by Friday noon', () => {
    const thursday = sumOfStages([fixed('D+1 16:00'), hours(26, 34)]);
    expect(thursday.mean).toBe(at('D+2 18:00'));
    expect(chanceByDue(at('D+2 12:00'), thursday)).toBeCloseTo(0.17, 2);
  });

  it('puts P90 of Wednesday’s pick-up at Friday 02:00, so Friday 09:00 is an honest promise', () => {
    const wednesday = sumOfStages([fixed('16:00'), hours(26, 34)]);
    expect(chanceByDue(at('D+2 02:00'), wednesday)).toBeCloseTo(0.9, 3);
    const given = { ...wednesday, due: at('D+2 09:00'), needBy: at('D+2 20:00'), now: at('10:05') };
    expect(promiseRealism(given)).toBe(1);
  });

  it('adds the rule amount up to ¥2,722, with the waiver to ¥3,222, with two sets more to ¥2,889', () => {
    const amount = (loss: number, ratio: number): number => loss * ratio + (2 / 12) * 252 + 180;
    const low = amount(3000, 12_000 / 14_400);
    expect([low, amount(3000, 1), amount(3200, 12_000 / 14_400)].map(Math.round)).toEqual([2722, 3222, 2889]);
    expect(priceBand(low, { low: 2722, high: 3222 })).toBe(1);
  });
});

describe('other cases', () => {
  it('S06: 13 hours at 0.93, P95 at 13.4 hours, 10 hours missed in 42 of 100', () => {
    const lane = sumOfStages([hours(9.5, 12.5)]);
    expect(chanceByDue(13 * 60, lane)).toBeCloseTo(0.93, 2);
    expect((lane.mean + 1.6449 * lane.sd) / 60).toBeCloseTo(13.4, 1);
    expect(1 - chanceByDue(10 * 60, lane)).toBeCloseTo(0.42, 2);
  });

  it('S20: a vessel of 19 June by 25 July at 0.80', () => {
    const days = 24;
    expect(chanceByDue(36 * days * 60, sumOfStages([hours(32 * days, 38 * days)]))).toBeCloseTo(0.8, 2);
  });

  it('S09: the optimum of the four customers costs ¥150, pro rata ¥682', () => {
    const split = (a: number, b: number, [c, d]: readonly [number, number]): number =>
      allocationCost([
        { tier: 'key', needed: 240, given: a, penalty: 6 },
        { tier: 'suitable', needed: 200, given: b, penalty: 4 },
        { tier: 'general', needed: 120, given: c, penalty: 3 },
        { tier: 'general', needed: 80, given: d, penalty: 5 },
      ]);
    expect(split(250, 200, [70, 80])).toBe(150);
    // 40 · ¥9 + 67 · ¥4.8
    expect(split(200, 133, [167, 100])).toBeCloseTo(681.6, 1);
  });

  it('S25: a credit of ¥7,880 lies in the band of two per cent, the full ¥9,300 does not', () => {
    const band = { low: 0.98 * 7880, high: 1.02 * 7880 };
    expect(priceBand(7880, band)).toBe(1);
    expect(priceBand(9300, band)).toBeLessThan(0.75);
  });
});

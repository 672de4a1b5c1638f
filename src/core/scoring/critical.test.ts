import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutes } from '../base';
import type { Fact, FactBody } from '../attempt';
import { CRITICAL_ERRORS, type CriticalErrorId, type Tier } from '../scenario';
import { boundCap, capOf, CAPS, criticalOf, nextCriticals, NO_CRITICALS, type Criticals } from './critical';

const fact = (body: FactBody): Fact => ({ ...body, at: minutes(910), input: 0 });
const erred = (error: CriticalErrorId): FactBody => ({ type: 'erred', error });
const repaired = (error: CriticalErrorId): FactBody => ({ type: 'repaired', error });
const spent = (amount: number, limit = 1000, approved = false): FactBody => ({
  type: 'spent',
  amount,
  limit,
  approved,
});
const promised = (due: number): FactBody => ({
  type: 'promised',
  promise: 'p',
  due,
  mean: 2730,
  sd: 200,
  needBy: 3720,
});

const after = (bodies: readonly FactBody[], tier: Tier = 'key'): Criticals =>
  bodies.reduce((state, body) => nextCriticals(state, fact(body), tier), NO_CRITICALS);
const error = (body: FactBody, tier: Tier = 'key'): string | undefined => criticalOf(fact(body), tier)?.error;

describe('critical errors in the facts, §5', () => {
  it('caps each error as the model’s table does', () => {
    expect(CRITICAL_ERRORS.map((code) => CAPS[code])).toEqual([
      59, 49, 49, 39, 69, 59, 59, 49, 59, 49, 0, 59,
    ]);
  });

  it('sees CE-01 in an offer beyond the limit', () => {
    expect(error({ type: 'proposed', quantity: 301, limit: 300 })).toBe('CE-01');
    expect(error({ type: 'proposed', quantity: 300, limit: 300 })).toBeUndefined();
  });

  it('sees CE-01 in a promise with less than a fifth of a chance', () => {
    expect(error(promised(2560))).toBe('CE-01'); // q = 0.198
    expect(error(promised(2570))).toBeUndefined(); // q = 0.212
  });

  it('sees CE-02 in a disclosure that was not allowed', () => {
    expect(error({ type: 'disclosed', allowed: false })).toBe('CE-02');
    expect(error({ type: 'disclosed', allowed: true })).toBeUndefined();
  });

  it('sees CE-05 in money beyond authority, graver beyond three times of it', () => {
    expect(after([spent(1000)])).toEqual([]);
    expect(after([spent(3000)])).toEqual([{ error: 'CE-05', repaired: false, cap: 69 }]);
    expect(after([spent(3001)])).toEqual([{ error: 'CE-05', repaired: false, cap: 59 }]);
    expect(after([spent(9600, 1000, true)])).toEqual([]);
  });

  it('does not mind a person without authority who commits nothing', () => {
    expect(after([spent(0, 0)])).toEqual([]);
    expect(after([spent(0, -5)])).toEqual([]);
    expect(after([spent(1, 0)])).toEqual([{ error: 'CE-05', repaired: false, cap: 59 }]);
  });

  it('sees CE-12 in the defensive level for anyone who is not harmful', () => {
    const refusal: FactBody = { type: 'served', level: 'defensive' };
    expect((['general', 'suitable', 'key'] as const).map((tier) => error(refusal, tier))).toEqual(
      Array(3).fill('CE-12'),
    );
    expect(error(refusal, 'harmful')).toBeUndefined();
    expect(error({ type: 'served', level: 'basic' })).toBeUndefined();
  });

  it('takes any error that the scenario states', () => {
    for (const code of CRITICAL_ERRORS)
      expect(after([erred(code)])).toEqual([{ error: code, repaired: false, cap: CAPS[code] }]);
  });
});

describe('repair, §5', () => {
  it('lifts the cap by one step, except after CE-11', () => {
    const lifted = CRITICAL_ERRORS.map((code) => capOf(after([erred(code), repaired(code)])));
    expect(lifted).toEqual([69, 59, 59, 49, 79, 69, 69, 59, 69, 59, 0, 69]);
    expect(after([erred('CE-11'), repaired('CE-11')])[0]?.repaired).toBe(false);
  });

  it('lifts once, and only what was done', () => {
    expect(capOf(after([erred('CE-01'), repaired('CE-01'), repaired('CE-01')]))).toBe(69);
    expect(after([repaired('CE-01')])).toBe(NO_CRITICALS);
    expect(capOf(after([erred('CE-01'), repaired('CE-03')]))).toBe(59);
  });

  it('stands open again when the error is repeated, at its gravest', () => {
    const again = after([spent(5000), repaired('CE-05'), spent(2000)]);
    expect(again).toEqual([{ error: 'CE-05', repaired: false, cap: 59 }]);
    expect(after([spent(2000), spent(5000)])).toEqual([{ error: 'CE-05', repaired: false, cap: 59 }]);
  });

  it('takes the lowest cap of several errors', () => {
    expect(capOf(NO_CRITICALS)).toBe(100);
    expect(capOf(after([erred('CE-01'), erred('CE-04'), repaired('CE-01')]))).toBe(39);
  });
});

describe('laws of the error list', () => {
  const codes = fc.constantFrom(...CRITICAL_ERRORS);
  const bodies = fc.array(
    fc.oneof(
      codes.map(erred),
      codes.map(repaired),
      fc.nat(5000).map((amount) => spent(amount)),
    ),
    { maxLength: 20 },
  );

  it('is the very same list where nothing changes', () => {
    fc.assert(
      fc.property(bodies, (list) => {
        list.reduce((state, body) => {
          const next = nextCriticals(state, fact(body), 'key');
          expect(next === state).toBe(JSON.stringify(next) === JSON.stringify(state));
          return next;
        }, NO_CRITICALS);
      }),
    );
  });

  it('does not depend on the order in which different errors were made', () => {
    fc.assert(
      fc.property(fc.uniqueArray(codes), (errors) => {
        expect(after(errors.map(erred))).toEqual(after([...errors].sort().map(erred)));
      }),
    );
  });

  it('never bounds a cap too low, and never loosens the bound', () => {
    fc.assert(
      fc.property(bodies, (list) => {
        const states = list.map((_body, i) => after(list.slice(0, i + 1)));
        const bounds = states.map((state, i) =>
          boundCap(state, (code) => list.slice(i + 1).some((b) => b.type === 'repaired' && b.error === code)),
        );
        bounds.forEach((bound, i) => {
          expect(bound).toBeGreaterThanOrEqual(Math.max(...states.slice(i).map(capOf)));
          expect(bound).toBeLessThanOrEqual(bounds[i - 1] ?? 100);
        });
      }),
    );
  });

  it('promises no repair of CE-11', () => {
    expect(boundCap(after([erred('CE-11')]), () => true)).toBe(0);
    expect(boundCap(after([erred('CE-01')]), () => true)).toBe(69);
    expect(boundCap(after([erred('CE-01')]), () => false)).toBe(59);
  });
});

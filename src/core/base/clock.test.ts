import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatClock, minutes, parseClock } from './index';

const DAYS = 100;

describe('the simulated clock', () => {
  it('reads back every minute it writes, for a hundred days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: DAYS * 1440 - 1 }), (at) => {
        expect(parseClock(formatClock(minutes(at)))).toBe(at);
      }),
    );
  });

  it('writes back every clock it reads, but for 24:00, which is the next day', () => {
    const two = (below: number): fc.Arbitrary<string> =>
      fc.nat(below - 1).map((n) => String(n).padStart(2, '0'));
    const day = fc.nat(DAYS - 1).map((n) => (n === 0 ? '' : `D+${String(n)} `));
    fc.assert(
      fc.property(day, two(24), two(60), (d, hour, minute) => {
        const at = parseClock(`${d}${hour}:${minute}`);
        expect(at === undefined ? undefined : formatClock(at)).toBe(`${d}${hour}:${minute}`);
      }),
    );
    expect(formatClock(parseClock('24:00') ?? minutes(0))).toBe('D+1 00:00');
  });

  it.each(['24:01', '12:60', '9:00', '09:5', 'D+1', 'D-1 09:00', 'D+100 09:00', '09:00 ', '', 'noon'])(
    'refuses %j',
    (text) => {
      expect(parseClock(text)).toBeUndefined();
    },
  );
});

import { parseClock } from '../../core/base';
import type { Ask } from '../../core/scenario';

const DAY = 1440;

/**
 * The days a clock may be chosen from, counted from the first day of the case.
 * @example daysOf({ min: 1440, max: 5400, step: 120, unit: 'clock' }) // [1, 2, 3]
 */
export function daysOf({ min, max }: Pick<Ask, 'min' | 'max'>): readonly number[] {
  const first = Math.floor(min / DAY);
  return Array.from({ length: Math.floor(max / DAY) - first + 1 }, (_, index) => first + index);
}

/**
 * A chosen moment moved to another day at the same clock, or the first allowed moment of that day where none was
 * chosen. Always one of the allowed values.
 * @example onDay(2, 1920, { min: 1440, max: 5400, step: 120, unit: 'clock' }) // 3360
 */
export function onDay(
  day: number,
  value: number | undefined,
  ask: Pick<Ask, 'min' | 'max' | 'step'>,
): number {
  const wanted = day * DAY + (value === undefined ? 0 : value % DAY);
  const steps = Math.ceil((Math.max(wanted, ask.min) - ask.min) / ask.step);
  return Math.min(ask.max, ask.min + steps * ask.step);
}

/**
 * A typed clock on a day: `08:00` or `8:00` on the day given, `D+2 08:00` on the day it names itself. Undefined for
 * anything else.
 * @param day counted from the first day of the case
 * @example clockOn(2, '8:00') // 3360
 */
export function clockOn(day: number, text: string): number | undefined {
  const typed = text.trim().replace('：', ':');
  const at = parseClock(/^\d:/.test(typed) ? `0${typed}` : typed);
  if (at === undefined) return undefined;
  return typed.startsWith('D+') ? at : day * DAY + at;
}

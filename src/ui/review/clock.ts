import { formatClock, minutes, type Locale } from '../../core/base';
import { calendarTime } from '../case-text';

const DAY = 1440;

/**
 * A simulated minute as reviews write it: the time alone on the first day, with its date on a later one.
 * @example clockOf({ starts: '2026-03-04T15:10' }, 1935, 'en') // 'Mar 5, 08:15'
 */
export function clockOf(of: { readonly starts: string }, at: number, locale: Locale): string {
  return at < DAY ? formatClock(minutes(at)) : calendarTime(of.starts, at, locale);
}

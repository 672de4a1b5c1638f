import { formatClock, minutes, type Locale } from '../../core/base';
import { calendarTime } from '../../ui/case-text';
import type { Debrief } from './debrief.svelte';

const DAY = 1440;

/**
 * A simulated minute as the debrief writes it: the time alone on the first day, with its date on a later one.
 * @example clockOf(debrief, 1935, 'en') // 'Mar 5, 08:15'
 */
export function clockOf(debrief: Debrief, at: number, locale: Locale): string {
  return at < DAY ? formatClock(minutes(at)) : calendarTime(debrief.starts, at, locale);
}

import type { Locale } from '../../core/base';

const DAY = 86_400_000;

/**
 * The calendar day of a simulated minute, with its weekday.
 * @param starts local start of the case, e.g. `2026-03-04T15:10`
 * @param at minutes since 00:00 of the first day
 * @example calendarDay('2026-03-04T15:10', 910, 'en') // 'Wed, Mar 4'
 */
export function calendarDay(starts: string, at: number, locale: Locale): string {
  const date = new Date(Date.parse(`${starts.slice(0, 10)}T00:00:00Z`) + Math.floor(at / 1440) * DAY);
  return new Intl.DateTimeFormat(locale, {
    month: locale === 'en' ? 'short' : 'long',
    day: 'numeric',
    weekday: 'short',
    timeZone: 'UTC',
  }).format(date);
}

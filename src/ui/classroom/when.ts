import type { Locale } from '../../core/base';

const MINUTE = 60_000;
const [HOUR, DAY] = [60 * MINUTE, 24 * 60 * MINUTE];

/**
 * How far away a moment is, in the largest unit that is not yet one: days from two days on, hours from two hours on.
 * @param from and `to` in milliseconds since 1970
 * @example formatUntil({ from: 0, to: 3 * 86_400_000 }, 'en') // 'in 3 days'
 */
export function formatUntil(
  { from, to }: { readonly from: number; readonly to: number },
  locale: Locale,
): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  const away = to - from;
  const size = Math.abs(away);
  if (size >= 2 * DAY) return format.format(Math.trunc(away / DAY), 'day');
  if (size >= 2 * HOUR) return format.format(Math.trunc(away / HOUR), 'hour');
  return format.format(Math.trunc(away / MINUTE), 'minute');
}

/**
 * A moment of real time with its day of the week: people plan by it.
 * @example formatDay(Date.UTC(2026, 2, 6, 15), 'en') // 'Fri, Mar 6, 2026, 11:00 PM' in Shanghai
 */
export function formatDay(epochMs: number, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(epochMs);
}

import { formatClock, minutes, type Locale } from '../core/base';
import { formatNumber } from './format';

/** Values that the placeholders of a case's texts may name: facts, variables and typed numbers. */
export type TextValues = Readonly<Record<string, number | boolean | string>>;

const DAY = 86_400_000;

/**
 * A simulated minute as date and time of the case's calendar.
 * @param starts local start of the case, e.g. `2026-03-04T15:10`
 * @param at minutes since 00:00 of the first day
 * @example calendarTime('2026-03-04T15:10', 1920, 'en') // 'Mar 5, 08:00'
 */
export function calendarTime(starts: string, at: number, locale: Locale): string {
  const day = Math.floor(at / 1440);
  const date = new Date(Date.parse(`${starts.slice(0, 10)}T00:00:00Z`) + day * DAY);
  const form = new Intl.DateTimeFormat(locale, {
    month: locale === 'en' ? 'short' : 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const time = formatClock(minutes(at % 1440));
  return locale === 'en' ? `${form.format(date)}, ${time}` : `${form.format(date)} ${time}`;
}

/**
 * Fills the placeholders of a text: `{atp}` with a number in the language's grouping, `{at|clock}` with the
 * case's calendar. A name without a value stays visible in braces, so that a gap is seen and not hidden.
 * @example fillText('{atp} cartons', { atp: 300 }, { starts, locale: 'en' }) // '300 cartons'
 */
export function fillText(
  text: string,
  values: TextValues,
  form: { readonly starts: string; readonly locale: Locale },
): string {
  return text.replace(/\{([^{}|]+)(\|clock)?\}/g, (whole, name: string, clock: string | undefined) => {
    const value = values[name];
    if (value === undefined) return whole;
    if (typeof value !== 'number') return String(value);
    return clock ? calendarTime(form.starts, value, form.locale) : formatNumber(value, form.locale);
  });
}

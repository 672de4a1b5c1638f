import type { Locale } from '../core/base';

const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();
const plurals = new Map<Locale, Intl.PluralRules>();

function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  const made = numbers.get(key) ?? new Intl.NumberFormat(locale, options);
  numbers.set(key, made);
  return made;
}

/**
 * A plain number with the grouping of the language, at most `digits` decimals (0…20).
 * @example formatNumber(12500, 'en') // '12,500'
 */
export function formatNumber(value: number, locale: Locale, digits = 2): string {
  return numberFormat(locale, { maximumFractionDigits: digits }).format(value);
}

/**
 * A score in basis points (0…10,000) as a mark out of 100 with one decimal.
 * @example formatScore(8260, 'en') // '82.6'
 */
export function formatScore(basis: number, locale: Locale): string {
  return numberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(basis / 100);
}

/**
 * A share of one as a percentage with at most one decimal.
 * @example formatPercent(0.928, 'en') // '92.8%'
 */
export function formatPercent(share: number, locale: Locale): string {
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

/**
 * An amount in yuan, with fen only where there are any.
 * @example formatRmb(880, 'en') // '¥880'
 */
export function formatRmb(amount: number, locale: Locale): string {
  const minimumFractionDigits = Number.isInteger(amount) ? 0 : 2;
  return numberFormat(locale, {
    style: 'currency',
    currency: 'CNY',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits,
    maximumFractionDigits: 2,
  }).format(amount);
}

/**
 * A length of time in minutes.
 * @example formatMinutes(25, 'zh-CN') // '25分钟'
 */
export function formatMinutes(minutes: number, locale: Locale): string {
  return numberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'short' }).format(minutes);
}

/**
 * An amount of data in kilobytes, or in megabytes from one megabyte on.
 * @example formatBytes(1_500_000, 'en') // '1.5 MB'
 */
export function formatBytes(bytes: number, locale: Locale): string {
  const [unit, size] = bytes < 1e6 ? (['kilobyte', 1e3] as const) : (['megabyte', 1e6] as const);
  const maximumFractionDigits = unit === 'kilobyte' ? 0 : 1;
  return numberFormat(locale, { style: 'unit', unit, maximumFractionDigits }).format(bytes / size);
}

/**
 * A moment of real time (milliseconds since 1970) as date and time of day on this device.
 * @example formatWhen(0, 'en') // 'Jan 1, 1970, 8:00 AM' in Shanghai
 */
export function formatWhen(epochMs: number, locale: Locale): string {
  const made =
    dates.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  dates.set(locale, made);
  return made.format(epochMs);
}

/**
 * Picks the wording that the language's plural rule asks for.
 * @example plural(1, 'en', { one: 'case', other: 'cases' }) // 'case'
 */
export function plural(
  count: number,
  locale: Locale,
  words: { readonly one: string; readonly other: string },
): string {
  const rules = plurals.get(locale) ?? new Intl.PluralRules(locale);
  plurals.set(locale, rules);
  return rules.select(count) === 'one' ? words.one : words.other;
}

/** The languages that are written by hand, each complete. */
export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** A text in every language of the product. */
export type Localized = { readonly [L in Locale]: string };

/**
 * Tells whether a value names one of the product's languages.
 * @example isLocale('en') // true
 */
export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

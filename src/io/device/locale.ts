import type { Locale } from '../../core/base';

/**
 * The language to begin with: Chinese as soon as the person reads any kind of Chinese, English otherwise.
 * @example guessLocale(['fr-FR', 'zh-TW']) // 'zh-CN'
 */
export function guessLocale(languages: readonly string[]): Locale {
  return languages.some((language) => /^zh\b/i.test(language)) ? 'zh-CN' : 'en';
}

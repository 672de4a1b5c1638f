import type { Locale } from '../../../core/base';
import { ENOUGH_FOR_CORRELATION, type SectionItem } from '../../../core/course';
import { saidIn, type Answer, type Check, type Said } from '../../../core/lesson';
import { formatNumber, formatPercent } from '../../../ui/format';
import { teachClass } from '../../../ui/messages/teach-class';

/**
 * A wrong answer of a class in words. Of pairs and cards only those that are wrong: the rest is as it should be.
 * @example wrongIn(check, item.wrong.answer)
 */
export function wrongIn(check: Check, answer: Answer): Said {
  const said = saidIn(check, answer);
  return said.kind === 'table' ? { ...said, parts: said.parts.filter(({ right }) => !right) } : said;
}

/** Whether the wrong parts of such an answer must be told from the right ones. */
export function isMixed({ kind }: Check): boolean {
  return kind === 'multiple' || kind === 'ordering';
}

/** A share of those who answered; a dash where nobody did. */
export function shareText(share: number | undefined, locale: Locale): string {
  return share === undefined ? '–' : formatPercent(share, locale);
}

/** How well an item tells strong from weak; why not, where that cannot be said. */
export function discriminationText({ discrimination, answered }: SectionItem, locale: Locale): string {
  const words = teachClass[locale];
  if (answered === 0) return '–';
  if (discrimination !== undefined) return formatNumber(discrimination, locale);
  return answered < ENOUGH_FOR_CORRELATION ? words.tooFew(ENOUGH_FOR_CORRELATION) : words.noSpread;
}

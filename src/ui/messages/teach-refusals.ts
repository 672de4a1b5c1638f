import type { Locale } from '../../core/base';
import { enRefusals } from './teach-refusals-en';
import { zhRefusals } from './teach-refusals-zh';
import type {
  AnyRefusal,
  RefusalCode,
  RefusalNames,
  RefusalOf,
  RefusalTable,
  RefusalWords,
} from './teach-refusal-terms';

export type { AnyRefusal, RefusalNames, RefusalWords } from './teach-refusal-terms';

const tables: Readonly<Record<Locale, RefusalTable>> = { 'zh-CN': zhRefusals, en: enRefusals };

/**
 * What happened to a result that does not count, where, and what to do about it. None of it accuses anybody.
 * @example refusalWords({ code: 'edited-score', claimed: 9500, recomputed: 6150 }, { title: (id) => id }, 'en').text
 */
export function refusalWords(refusal: AnyRefusal, names: RefusalNames, locale: Locale): RefusalWords {
  const [title, text, remedy] = told(tables[locale], refusal.code, { refusal, names });
  return { title, text, remedy };
}

function told<Code extends RefusalCode>(
  table: RefusalTable,
  code: Code,
  of: { readonly refusal: RefusalOf[Code]; readonly names: RefusalNames },
): readonly [title: string, text: string, remedy: string] {
  return table[code](of.refusal, of.names);
}

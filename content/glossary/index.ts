import { measures } from './measures';
import { money } from './money';
import { rights } from './rights';
import { service } from './service';
import { supply } from './supply';
import type { Row } from './term';

/** The parts of the glossary, in the order of the page. */
export const GROUPS = ['rights', 'service', 'supply', 'money', 'measures'] as const;
export type Group = (typeof GROUPS)[number];

/** One term with its meaning in both languages. */
export interface Term {
  /** Stands in addresses: `#/glossary?term=atp`. */
  readonly id: string;
  readonly group: Group;
  readonly name: { readonly 'zh-CN': string; readonly en: string };
  readonly meaning: { readonly 'zh-CN': string; readonly en: string };
}

const rows: Readonly<Record<Group, readonly Row[]>> = { rights, service, supply, money, measures };

/** All terms, group by group. */
export const terms: readonly Term[] = GROUPS.flatMap((group) =>
  rows[group].map(([id, zh, en, zhMeaning, enMeaning]) => ({
    id,
    group,
    name: { 'zh-CN': zh, en },
    meaning: { 'zh-CN': zhMeaning, en: enMeaning },
  })),
);

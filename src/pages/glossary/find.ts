import { terms, type Group, type Term } from '../../../content/glossary';

/**
 * The terms of a group in which every word asked for occurs, in either language; whole names first.
 * @example find('可承诺', 'all')[0]?.id // 'atp'
 */
export function find(query: string, group: Group | 'all'): readonly Term[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const within = group === 'all' ? terms : terms.filter((term) => term.group === group);
  const hits = within.filter((term) => {
    const text = textOf(term);
    return words.every((word) => text.includes(word));
  });
  const named = (term: Term): number => (words.every((word) => namesOf(term).includes(word)) ? 0 : 1);
  return [...hits].sort((a, b) => named(a) - named(b));
}

function namesOf({ name }: Term): string {
  return `${name['zh-CN']} ${name.en}`.toLowerCase();
}

function textOf(term: Term): string {
  return `${namesOf(term)} ${term.meaning['zh-CN']} ${term.meaning.en}`.toLowerCase();
}

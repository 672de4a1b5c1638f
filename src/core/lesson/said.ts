import { idsIn, solutionOf, tableIn } from './grade';
import type { Answer, Check, MatchingCheck, Rich } from './model';

/** One part of an answer: an option or item, or what was given (`to`) to a pair or card (`text`). */
export interface SaidPart {
  readonly id: string;
  readonly text: Rich;
  /** Empty in lists; of pairs and cards, undefined where nothing was given to it. */
  readonly to: string | undefined;
  /** Whether this part is right where it stands. */
  readonly right: boolean;
}

/** An answer in the words of its check, in the language of the check. */
export type Said =
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: number; readonly unit: string }
  /** Options chosen, in the order of the check; `ordered`: items in the order given. */
  | { readonly kind: 'list'; readonly ordered: boolean; readonly parts: readonly SaidPart[] }
  /** Every left side or card with what it was given, in the order of the check. */
  | { readonly kind: 'table'; readonly parts: readonly SaidPart[] }
  /** An answer of another shape than the check asks for. */
  | { readonly kind: 'none' };

/**
 * What an answer says, in the words of its check.
 * @example saidIn(check, solutionOf(check)) // what should have been said
 */
export function saidIn(check: Check, answer: Answer): Said {
  switch (check.kind) {
    case 'single':
      return listOf(check.options, (id) => id === answer);
    case 'multiple': {
      const chosen = idsIn(answer);
      return listOf(check.options, (id) => chosen.includes(id));
    }
    case 'truefalse':
      return typeof answer === 'boolean' ? { kind: 'truth', value: answer } : NONE;
    case 'numeric':
      return typeof answer === 'number' ? { kind: 'number', value: answer, unit: check.unit } : NONE;
    case 'ordering': {
      const parts = idsIn(answer).flatMap((id, place) => {
        const item = check.items.find((one) => one.id === id);
        return item ? [{ id, text: item.text, to: '', right: check.items[place]?.id === id }] : [];
      });
      return parts.length === 0 ? NONE : { kind: 'list', ordered: true, parts };
    }
    case 'matching': {
      const sides = sidesOf(check);
      const left = check.pairs.map(({ id, left: text }) => ({ id, text, wanted: id }));
      return tableOf(left, sides, tableIn(answer));
    }
    case 'categorise': {
      const groups = new Map(check.groups.map(({ id, name }) => [id, name]));
      const cards = check.cards.map(({ id, text, group }) => ({ id, text, wanted: group }));
      return tableOf(cards, groups, tableIn(answer));
    }
  }
}

/**
 * What should have been answered, in the words of the check.
 * @example solutionIn(check).kind // 'list'
 */
export function solutionIn(check: Check): Said {
  return saidIn(check, solutionOf(check));
}

/**
 * A text that is the same for answers that say the same: the order of what was chosen does not matter, the order of
 * an ordering does.
 * @example answerKey(['b', 'a'], 'multiple') === answerKey(['a', 'b'], 'multiple') // true
 */
export function answerKey(answer: Answer, kind: Check['kind']): string {
  if (typeof answer !== 'object') return JSON.stringify(answer);
  const ids = idsIn(answer);
  if (kind === 'multiple') return JSON.stringify([...ids].sort());
  if (kind === 'ordering') return JSON.stringify(ids);
  return JSON.stringify(Object.entries(tableIn(answer)).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const NONE: Said = { kind: 'none' };

function listOf(
  options: readonly { readonly id: string; readonly text: Rich; readonly right: boolean }[],
  isChosen: (id: string) => boolean,
): Said {
  const parts = options
    .filter(({ id }) => isChosen(id))
    .map(({ id, text, right }) => ({ id, text, to: '', right }));
  return parts.length === 0 ? NONE : { kind: 'list', ordered: false, parts };
}

function sidesOf(check: MatchingCheck): ReadonlyMap<string, string> {
  return new Map([
    ...check.pairs.map(({ id, right }) => [id, right] as const),
    ...check.extra.map(({ id, name }) => [id, name] as const),
  ]);
}

function tableOf(
  lines: readonly { readonly id: string; readonly text: Rich; readonly wanted: string }[],
  names: ReadonlyMap<string, string>,
  given: Readonly<Record<string, string>>,
): Said {
  const parts = lines.map(({ id, text, wanted }) => {
    const to = given[id];
    return { id, text, to: to === undefined ? undefined : names.get(to), right: to === wanted };
  });
  return parts.every(({ to }) => to === undefined) ? NONE : { kind: 'table', parts };
}

/** Cards and the group each belongs to; `group` names a group of the sorting. */
export interface SortCard {
  readonly id: string;
  readonly group: string;
}

/** One card put into a group, right or not; a card that went wrong comes again. */
export interface Placing {
  readonly card: string;
  readonly group: string;
}

/** How one group went at the first try. */
export interface GroupLine {
  readonly group: string;
  readonly cards: number;
  readonly right: number;
}

/** How the sorting stands. */
export interface Sorted {
  /** Cards placed at least once, and right at the first try. */
  readonly tried: number;
  readonly right: number;
  /** right ÷ tried, 0 … 1; undefined before the first card. */
  readonly accuracy: number | undefined;
  /** Cards that are not yet in their group, in the order given. */
  readonly open: readonly string[];
  readonly groups: readonly GroupLine[];
}

/**
 * First-try accuracy and what is left: only the first placing of a card counts, the last one decides whether it is
 * done.
 * @example sorted([{ id: 'a', group: 'x' }], ['x'], [{ card: 'a', group: 'x' }]).accuracy // 1
 */
export function sorted(
  cards: readonly SortCard[],
  groups: readonly string[],
  placings: readonly Placing[],
): Sorted {
  const first = new Map<string, string>();
  const done = new Set<string>();
  const home = new Map(cards.map(({ id, group }) => [id, group]));
  for (const { card, group } of placings) {
    if (!first.has(card)) first.set(card, group);
    if (home.get(card) === group) done.add(card);
  }
  const isRight = ({ id, group }: SortCard): boolean => first.get(id) === group;
  const tried = cards.filter(({ id }) => first.has(id));
  const right = tried.filter(isRight).length;
  return {
    tried: tried.length,
    right,
    accuracy: tried.length > 0 ? right / tried.length : undefined,
    open: cards.filter(({ id }) => !done.has(id)).map(({ id }) => id),
    groups: groups.map((group) => {
      const own = tried.filter((card) => card.group === group);
      return { group, cards: own.length, right: own.filter(isRight).length };
    }),
  };
}

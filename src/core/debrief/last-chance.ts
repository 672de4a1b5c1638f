import type { Regret } from '../search';

/** A mark that was in reach before a decision and not after it. `mark` in basis points, `index` counted from 0. */
export interface LastChance {
  readonly mark: number;
  readonly index: number;
}

/**
 * The points of no return: for each mark, the decision after which it could not be reached any more, in the order
 * of the decisions. Marks that were never in reach, or still were at the end, are left out.
 * @param marks in basis points
 * @example lastChances(regrets, [10_000, 6000]) // [{ mark: 10_000, index: 3 }]
 */
export function lastChances(regrets: readonly Regret[], marks: readonly number[]): readonly LastChance[] {
  return marks
    .flatMap((mark) => {
      const found = regrets.find(({ before, after }) => before >= mark && after < mark);
      return found ? [{ mark, index: found.index }] : [];
    })
    .sort((a, b) => a.index - b.index || b.mark - a.mark);
}

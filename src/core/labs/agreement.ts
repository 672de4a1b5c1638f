/** How far two raters agree. */
export interface Agreement {
  readonly rated: number;
  /** Share of equal ratings, 0 … 1. */
  readonly exact: number;
  /** Cohen's κ: agreement beyond chance, 1 at most; undefined where chance alone would agree always. */
  readonly kappa: number | undefined;
}

/**
 * Exact agreement and Cohen's κ (Cohen 1960) of two lists of ratings of the same things: κ = (p − e) / (1 − e),
 * e = Σ of the products of both raters' shares for each rating.
 * @param pairs one pair for each thing rated by both
 * @example agreement([['a', 'a'], ['a', 'b'], ['b', 'b'], ['b', 'b']]).exact // 0.75
 */
export function agreement(pairs: readonly (readonly [string, string])[]): Agreement {
  const rated = pairs.length;
  if (rated === 0) return { rated, exact: 0, kappa: undefined };
  const exact = pairs.filter(([first, second]) => first === second).length / rated;
  const share = (rating: string, side: 0 | 1): number =>
    pairs.filter((pair) => pair[side] === rating).length / rated;
  const ratings = [...new Set(pairs.flat())];
  const chance = ratings.reduce((sum, rating) => sum + share(rating, 0) * share(rating, 1), 0);
  return { rated, exact, kappa: chance < 1 ? (exact - chance) / (1 - chance) : undefined };
}

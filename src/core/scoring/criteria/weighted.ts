import { shareOfBasis, type Share } from '../../base';

/** Weights of the promises or deadlines a rubric entry lists. */
export type Weights = Readonly<Record<string, number>> | undefined;

/**
 * The place of an id in the order of the list, −1 if it is not listed.
 * @example placeOf('part2', { part1: 1, part2: 1 }) // 1
 */
export function placeOf(id: string, weights: Weights): number {
  let place = 0;
  for (const listed in weights) {
    if (listed === id) return place;
    place++;
  }
  return -1;
}

/**
 * A list with one place empty for each id.
 * @example emptyPlaces({ part1: 1, part2: 1 }) // [null, null]
 */
export function emptyPlaces(weights: Weights): readonly null[] {
  return Object.keys(weights ?? {}).map(() => null);
}

/**
 * A copy of a list with one place filled.
 * @example filled([null, null], 1, 5) // [null, 5]
 */
export function filled<T>(list: readonly T[], place: number, value: T): readonly T[] {
  return list.map((old, index) => (index === place ? value : old));
}

/**
 * Σ w·x / Σ w over the places (§3, weighted means), 0 without any.
 * @param basis gives the x of a place and its id in basis points
 * @example weightedShare([10_000, 0], { a: 3, b: 1 }, (x) => x) // 7500
 */
export function weightedShare<T>(
  list: readonly T[],
  weights: Weights,
  basis: (slot: T, id: string) => number,
): Share {
  let sum = 0;
  let total = 0;
  let place = 0;
  for (const id in weights) {
    const slot = list[place++];
    const weight = weights[id] ?? 0;
    total += weight;
    if (slot !== undefined) sum += weight * basis(slot, id);
  }
  return shareOfBasis(total > 0 ? sum / total : 0);
}

import type { Regret } from '../search';

const MOST = 3;

/**
 * The decisions that cost most, at most three, in the order in which they were made. Empty where nothing was lost.
 * @example costliest(regrets).map((regret) => regret.index) // [9, 15, 21]
 */
export function costliest(regrets: readonly Regret[]): readonly Regret[] {
  return [...regrets]
    .filter(({ lost }) => lost > 0)
    .sort((a, b) => b.lost - a.lost || a.index - b.index)
    .slice(0, MOST)
    .sort((a, b) => a.index - b.index);
}

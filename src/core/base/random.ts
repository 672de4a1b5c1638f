import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { hashText } from './hash';

/** A source of whole numbers, each call `low … high` inclusive. */
export type Dice = (low: number, high: number) => number;

/**
 * Dice of one named purpose. The same seed and name give the same numbers everywhere; another name gives
 * an independent sequence, so a new draw never shifts the others.
 * @param seed whole number ≥ 0, chosen by the assignment or the player
 * @example dice(7, 'facts.hold')(0, 2)
 */
export function dice(seed: number, name: string): Dice {
  const generator = xoroshiro128plus(parseInt(hashText(`${String(seed)}:${name}`).slice(0, 8), 16) | 0);
  return (low, high) => uniformInt(generator, low, high);
}

import { dice } from '../../core/base';

/**
 * The acts of a scene in the order in which an attempt shows them: the place says nothing about the worth, and it is
 * the same for a seed, at the desk and when a way is tried again.
 * @example actOrder(['opening.match', 'opening.straight'], { seed: 7, scene: 'opening' })
 */
export function actOrder<T>(
  acts: readonly T[],
  by: { readonly seed: number; readonly scene: string },
): readonly T[] {
  const roll = dice(by.seed, `order.${by.scene}`);
  const rest = [...acts];
  const out: T[] = [];
  while (rest.length > 0) out.push(...rest.splice(roll(0, rest.length - 1), 1));
  return out;
}

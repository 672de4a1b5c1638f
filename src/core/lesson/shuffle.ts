import { dice } from '../base';

/**
 * The same members in an order that the seed decides and that is not the given one, where there are at least two.
 * @example shuffled(['a', 'b', 'c'], 7)
 */
export function shuffled<T>(list: readonly T[], seed: number): readonly T[] {
  const out = [...list];
  const roll = dice(seed, 'shuffle');
  for (let last = out.length - 1; last > 0; last -= 1) {
    const at = roll(0, last);
    const [a, b] = [out[last], out[at]];
    if (a === undefined || b === undefined) continue;
    out[last] = b;
    out[at] = a;
  }
  const moved = out.some((member, index) => member !== list[index]);
  return moved ? out : [...list.slice(1), ...list.slice(0, 1)];
}

import type { ActOffer, Typed } from '../../core/attempt';

/** Numbers as far as they have been chosen, by input id. */
export type Chosen = Readonly<Record<string, number | undefined>>;

/**
 * The numbers of an act once every one of them has been chosen; undefined before.
 * @example typedOf({ qty: ask }, { qty: 300 }) // { qty: 300 }
 */
export function typedOf(asks: ActOffer['asks'], chosen: Chosen): Typed | undefined {
  const pairs = Object.keys(asks).map((id) => [id, chosen[id]] as const);
  const whole = pairs.flatMap(([id, value]) => (value === undefined ? [] : [[id, value] as const]));
  return whole.length === pairs.length ? Object.fromEntries(whole) : undefined;
}

/**
 * What is left of a total; negative where more has been given away than there is. What is not chosen yet counts
 * as nothing.
 * @example remainderOf(600, { a: 240, b: undefined }) // 360
 */
export function remainderOf(total: number, chosen: Chosen): number {
  return Object.values(chosen).reduce<number>((left, value) => left - (value ?? 0), total);
}

import { invariant } from './invariant';

declare const brand: unique symbol;
type Brand<T, N extends string> = T & { readonly [brand]: N };

/** Simulated minutes since 00:00 of the day the case starts (15:10 is 910, 08:00 next day is 1920). Integer. */
export type Minutes = Brand<number, 'Minutes'>;
/** A share of one in basis points: 10,000 is all, 0 is none. Integer, so that scores are equal everywhere. */
export type Share = Brand<number, 'Share'>;
/** Points of a rubric times 10,000. Integer: 4 points at a share of 0.68 are 27,200. */
export type Points = Brand<number, 'Points'>;
/** Chinese yuan. May carry fen as decimals. */
export type Rmb = Brand<number, 'Rmb'>;

/** One whole in basis points. */
export const WHOLE = 10_000;

/**
 * Brands an integer number of simulated minutes. Throws on fractions and NaN: callers round first.
 * @example minutes(910) // 15:10
 */
export function minutes(value: number): Minutes {
  invariant(Number.isInteger(value), `whole minutes, got ${String(value)}`);
  return value as Minutes;
}

/**
 * Turns a real number into a share: clipped to 0…1, rounded half up to a basis point.
 * @example share(0.68) // 6800
 */
export function share(value: number): Share {
  invariant(!Number.isNaN(value), 'a share is a number');
  return Math.round(Math.min(1, Math.max(0, value)) * WHOLE) as Share;
}

/**
 * Brands basis points that are already whole, clipped to 0…10,000.
 * @example shareOfBasis(12_000) // 10_000
 */
export function shareOfBasis(basis: number): Share {
  return Math.min(WHOLE, Math.max(0, Math.round(basis))) as Share;
}

/**
 * Points earned: rubric points (whole or half) times a share.
 * @example earned(4, share(0.68)) // 27_200
 */
export function earned(rubricPoints: number, part: Share): Points {
  return Math.round(rubricPoints * part) as Points;
}

/**
 * Brands an already computed integer sum of points × 10,000.
 * @example points(27_200 + 10_000)
 */
export function points(value: number): Points {
  return Math.round(value) as Points;
}

/**
 * Brands an amount of money in yuan.
 * @example rmb(880)
 */
export function rmb(value: number): Rmb {
  return value as Rmb;
}

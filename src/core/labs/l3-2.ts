import type { Limits } from './limits';

// Lab L3.2. The perfect order, counted and estimated (O.R.wiki counts, APQC multiplies), and the Wilson score interval
// of a share (Wilson 1927).

export const FAULTS = ['late', 'incomplete', 'damaged', 'documents'] as const;
export type Fault = (typeof FAULTS)[number];

/** Orders of a period and how many of them had each fault. */
export interface Period extends Readonly<Record<Fault, number>> {
  readonly orders: number;
  /** Orders that had two faults at once; no order has more. */
  readonly twice: number;
}
export const PERIOD: Period = { orders: 200, late: 6, incomplete: 5, damaged: 2, documents: 4, twice: 3 };
export const PERIOD_LIMITS: Readonly<Record<keyof Period, Limits>> = {
  orders: { min: 20, max: 1000, step: 20 },
  late: { min: 0, max: 20, step: 1 },
  incomplete: { min: 0, max: 20, step: 1 },
  damaged: { min: 0, max: 20, step: 1 },
  documents: { min: 0, max: 20, step: 1 },
  twice: { min: 0, max: 40, step: 1 },
};

/** The perfect order rate in two ways. Shares 0 … 1. */
export interface PerfectOrder {
  /** Orders with at least one fault. */
  readonly bad: number;
  readonly counted: number;
  /** The product of the four single rates: right only if faults fall independently. */
  readonly product: number;
}

/**
 * The most orders that can have two faults: each takes marks of two different kinds.
 * @example mostTwice(PERIOD) // 8
 */
export function mostTwice(period: Period): number {
  const counts = FAULTS.map((fault) => period[fault]);
  const all = counts.reduce((sum, count) => sum + count, 0);
  return Math.min(Math.floor(all / 2), all - Math.max(...counts));
}

/**
 * Counts the orders without any fault, and multiplies the single rates. `twice` beyond the possible counts as the most.
 * @example perfectOrder(PERIOD).counted // 0.93
 */
export function perfectOrder(period: Period): PerfectOrder {
  const marks = FAULTS.reduce((sum, fault) => sum + period[fault], 0);
  const bad = marks - Math.min(period.twice, mostTwice(period));
  const product = FAULTS.reduce((all, fault) => all * (1 - period[fault] / period.orders), 1);
  return { bad, counted: (period.orders - bad) / period.orders, product };
}

const Z975 = 1.959964;

/**
 * The Wilson 95 % interval of a share.
 * @param good 0 … whole
 * @param whole > 0
 * @returns both ends, 0 … 1
 * @example wilson(194, 200) // ≈ { low: 0.936, high: 0.986 }
 */
export function wilson(good: number, whole: number): { readonly low: number; readonly high: number } {
  const [share, z2] = [good / whole, Z975 * Z975];
  const middle = (share + z2 / (2 * whole)) / (1 + z2 / whole);
  const half =
    (Z975 * Math.sqrt((share * (1 - share)) / whole + z2 / (4 * whole * whole))) / (1 + z2 / whole);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

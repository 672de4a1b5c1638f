import { normalCdf, Z90 } from '../base';
import type { Limits } from './limits';

// Lab L5.2. ATP = on-hand − allocated − hold + firm inbound before the date (course, unit 5 section 3). An inbound
// counts as firm from the time by which it has arrived with 90 % probability. Cartons and hours of the day.

/** The stock of one item. Cartons; times are hours since midnight of today. */
export interface Stock {
  readonly onHand: number;
  readonly allocated: number;
  readonly hold: number;
  readonly inbound: number;
  /** When the inbound has arrived with 50 % and with 90 % probability; p90 ≥ p50. */
  readonly p50: number;
  readonly p90: number;
}
export const STOCK: Stock = { onHand: 480, allocated: 120, hold: 60, inbound: 400, p50: 14, p90: 18 };
export const STOCK_LIMITS: Readonly<Record<keyof Stock, Limits>> = {
  onHand: { min: 0, max: 1000, step: 10 },
  allocated: { min: 0, max: 600, step: 10 },
  hold: { min: 0, max: 400, step: 10 },
  inbound: { min: 0, max: 1000, step: 10 },
  p50: { min: 10, max: 24, step: 1 },
  p90: { min: 10, max: 24, step: 1 },
};

/** The hours for which a promise can be made; 10 is now. */
export const SLOTS = [10, 14, 16, 18, 24] as const;
export type Slot = (typeof SLOTS)[number];

/** Orders that wait for a promise, in cartons. */
export const ORDERS = { A: 200, B: 150, C: 240, D: 90 } as const;
export type OrderId = keyof typeof ORDERS;
export const ORDER_IDS = ['A', 'B', 'C', 'D'] as const;
/** What was promised: each order for one slot, or not yet. */
export type Promises = Readonly<Record<OrderId, Slot | undefined>>;
export const NO_PROMISES: Promises = { A: undefined, B: undefined, C: undefined, D: undefined };

/**
 * What can be promised out of the stock that is here: on-hand − allocated − hold, never below 0.
 * @example atpNow(STOCK) // 300
 */
export function atpNow({ onHand, allocated, hold }: Stock): number {
  return Math.max(0, onHand - allocated - hold);
}

/**
 * The chance that the inbound has arrived by an hour; σ = (P90 − P50) / 1.2816.
 * @returns 0 … 1
 * @example arrivedBy(STOCK, 14) // ≈ 0.5
 */
export function arrivedBy({ p50, p90 }: Stock, hour: number): number {
  const sd = (p90 - p50) / Z90;
  if (sd > 0) return normalCdf((hour - p50) / sd);
  return hour >= p50 ? 1 : 0;
}

/**
 * What can be promised for an hour: the stock here, and the inbound from its 90 % time on.
 * @example atpBy(STOCK, 18) // 700
 */
export function atpBy(stock: Stock, hour: number): number {
  return atpNow(stock) + (hour >= stock.p90 ? stock.inbound : 0);
}

/** The board at one slot. Cartons. */
export interface SlotLine {
  readonly slot: Slot;
  readonly atp: number;
  /** All that is promised for this slot or an earlier one. */
  readonly promised: number;
  /** What is promised beyond ATP; above 0 the board raises its alarm. */
  readonly over: number;
}

/**
 * The board, slot by slot.
 * @example board(STOCK, { ...NO_PROMISES, A: 10, B: 10 })[0]?.over // 50
 */
export function board(stock: Stock, promises: Promises): readonly SlotLine[] {
  return SLOTS.map((slot) => {
    const promised = ORDER_IDS.reduce((sum, id) => {
      const given = promises[id];
      return given !== undefined && given <= slot ? sum + ORDERS[id] : sum;
    }, 0);
    const atp = atpBy(stock, slot);
    return { slot, atp, promised, over: Math.max(0, promised - atp) };
  });
}

/**
 * The most cartons of the waiting orders that can be promised for now, whole orders only. Tries every choice.
 * @example mostNow(STOCK) // 290
 */
export function mostNow(stock: Stock): number {
  const atp = atpNow(stock);
  let sums = [0];
  for (const id of ORDER_IDS) sums = sums.flatMap((sum) => [sum, sum + ORDERS[id]]);
  return Math.max(...sums.filter((sum) => sum <= atp));
}

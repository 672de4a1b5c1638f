import type { Limits } from './limits';

// Lab L3.1. Three fill rates of the same shipments: by order, by line and by unit (course, unit 3 section 3).

/** One line of an order. Pieces, shipped ≤ ordered. */
export interface OrderLine {
  readonly order: string;
  readonly ordered: number;
  readonly shipped: number;
}
export const ORDER_LINES: readonly OrderLine[] = [
  { order: 'O1', ordered: 100, shipped: 100 },
  { order: 'O1', ordered: 50, shipped: 50 },
  { order: 'O2', ordered: 80, shipped: 60 },
  { order: 'O2', ordered: 20, shipped: 20 },
  { order: 'O3', ordered: 30, shipped: 30 },
  { order: 'O4', ordered: 40, shipped: 40 },
  { order: 'O4', ordered: 60, shipped: 60 },
  { order: 'O4', ordered: 10, shipped: 0 },
  { order: 'O5', ordered: 25, shipped: 25 },
];
export const PIECES: Limits = { min: 0, max: 200, step: 5 };

/** A part of a whole, and the whole. */
export interface Rate {
  readonly part: number;
  readonly whole: number;
  /** part ÷ whole, 0 … 1; 0 of nothing. */
  readonly share: number;
}

/** The three rates; an order or a line counts when nothing of it is missing. */
export interface FillRates {
  readonly order: Rate;
  readonly line: Rate;
  readonly unit: Rate;
}

/**
 * The fill rates of the first shipment.
 * @example fillRates(ORDER_LINES).order.share // 0.6
 */
export function fillRates(lines: readonly OrderLine[]): FillRates {
  const orders = [...new Set(lines.map(({ order }) => order))];
  const full = ({ ordered, shipped }: OrderLine): boolean => shipped >= ordered;
  const complete = orders.filter((id) => lines.filter(({ order }) => order === id).every(full));
  const sum = (of: (line: OrderLine) => number): number => lines.reduce((all, line) => all + of(line), 0);
  return {
    order: rate(complete.length, orders.length),
    line: rate(lines.filter(full).length, lines.length),
    unit: rate(
      sum(({ shipped, ordered }) => Math.min(shipped, ordered)),
      sum(({ ordered }) => ordered),
    ),
  };
}

function rate(part: number, whole: number): Rate {
  return { part, whole, share: whole > 0 ? part / whole : 0 };
}

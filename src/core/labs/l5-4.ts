import type { Tier } from '../scenario';
import { allocationCost, FAIRNESS_FLOOR, TIER_FACTOR } from '../scoring';
import type { Limits } from './limits';

// Lab L5.4. Allocation under shortage: minimise Σ w·short·p, short = max(0, need − given), subject to the sum and to
// contract minima (7R scoring model §3.9). Cartons and yuan.

export const CUSTOMERS = ['A', 'B', 'C', 'D'] as const;
export type CustomerId = (typeof CUSTOMERS)[number];

/** One customer of the case. */
export interface Claim {
  readonly ordered: number;
  /** What is truly needed in time; found by asking. */
  readonly need: number;
  /** Yuan for each carton short. */
  readonly penalty: number;
  readonly tier: Tier;
  /** Least quantity by contract, 0 without one. */
  readonly minimum: number;
}
export type Allocation = Readonly<Record<CustomerId, number>>;

export const AVAILABLE = 600;
/** Yuan that falls due when a contract minimum is broken. */
export const FINE = 1000;
export const CLAIMS: Readonly<Record<CustomerId, Claim>> = {
  A: { ordered: 300, need: 240, penalty: 6, tier: 'key', minimum: 250 },
  B: { ordered: 200, need: 200, penalty: 4, tier: 'suitable', minimum: 0 },
  C: { ordered: 250, need: 120, penalty: 3, tier: 'general', minimum: 0 },
  D: { ordered: 150, need: 80, penalty: 5, tier: 'general', minimum: 0 },
};
export const NOTHING: Allocation = { A: 0, B: 0, C: 0, D: 0 };

/** The quantities that a customer may be given. */
export function shareLimits(id: CustomerId): Limits {
  return { min: 0, max: CLAIMS[id].ordered, step: 1 };
}

/** What an allocation costs. */
export interface AllocationCost {
  readonly given: number;
  readonly short: Allocation;
  /** Σ weight × short × penalty, yuan. */
  readonly weighted: number;
  /** Fines for broken contract minima, yuan. */
  readonly fine: number;
  /** Customers with less than 30 % of their need: the fairness floor. */
  readonly belowFloor: readonly CustomerId[];
}

/**
 * The cost of an allocation.
 * @example costOf({ A: 250, B: 200, C: 70, D: 80 }).weighted // 150
 */
export function costOf(allocation: Allocation): AllocationCost {
  const short = shared((id) => Math.max(0, CLAIMS[id].need - allocation[id]));
  const sum = (of: (id: CustomerId) => number): number => CUSTOMERS.reduce((all, id) => all + of(id), 0);
  return {
    given: sum((id) => allocation[id]),
    short,
    weighted: allocationCost(
      CUSTOMERS.map((id) => ({ ...CLAIMS[id], needed: CLAIMS[id].need, given: allocation[id] })),
    ),
    fine: sum((id) => (allocation[id] < CLAIMS[id].minimum ? FINE : 0)),
    belowFloor: CUSTOMERS.filter((id) => allocation[id] < FAIRNESS_FLOOR * CLAIMS[id].need),
  };
}

/**
 * In proportion to what was ordered, whole cartons; those left over go to the largest remainders.
 * @example proRata().C // 167
 */
export function proRata(): Allocation {
  const ordered = CUSTOMERS.reduce((all, id) => all + CLAIMS[id].ordered, 0);
  const exact = shared((id) => (CLAIMS[id].ordered * AVAILABLE) / ordered);
  const floor = shared((id) => Math.floor(exact[id]));
  let left = AVAILABLE - CUSTOMERS.reduce((all, id) => all + floor[id], 0);
  const out = { ...floor };
  for (const id of [...CUSTOMERS].sort((a, b) => exact[b] - floor[b] - (exact[a] - floor[a]))) {
    if (left > 0) out[id] += 1;
    left -= 1;
  }
  return out;
}

/**
 * In the order in which they asked, each all it ordered while there is any.
 * @example firstCome().D // 0
 */
export function firstCome(): Allocation {
  const out = { ...NOTHING };
  let left = AVAILABLE;
  for (const id of CUSTOMERS) {
    out[id] = Math.min(left, CLAIMS[id].ordered);
    left -= out[id];
  }
  return out;
}

/**
 * The cheapest allocation: contract minima first, then needs in the order of weight × penalty. Exact, because the cost
 * is linear in every share.
 * @example cheapest() // { A: 250, B: 200, C: 70, D: 80 }
 */
export function cheapest(): Allocation {
  const out = { ...shared((id) => CLAIMS[id].minimum) };
  let left = AVAILABLE - CUSTOMERS.reduce((all, id) => all + out[id], 0);
  const rate = (id: CustomerId): number => TIER_FACTOR[CLAIMS[id].tier] * CLAIMS[id].penalty;
  for (const id of [...CUSTOMERS].sort((a, b) => rate(b) - rate(a))) {
    const more = Math.min(left, Math.max(0, CLAIMS[id].need - out[id]));
    out[id] += more;
    left -= more;
  }
  return out;
}

function shared(of: (id: CustomerId) => number): Allocation {
  return { A: of('A'), B: of('B'), C: of('C'), D: of('D') };
}

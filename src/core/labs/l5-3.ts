import { normalCdf } from '../base';
import type { Limits } from './limits';
import { quantile, unitLoss, zOfLoss } from './quantile';

// Lab L5.3. Safety stock for uncertain demand and uncertain lead time; fill rate by the normal loss function
// (service-level formulas of the course, unit 5 section 4). Pieces and days.

/** Demand and replenishment of one item. */
export interface Supply {
  /** Mean demand a day and its standard deviation. */
  readonly demand: number;
  readonly demandSd: number;
  /** Mean lead time in days and its standard deviation. */
  readonly lead: number;
  readonly leadSd: number;
  /** Order quantity, > 0. */
  readonly lot: number;
}
export const SUPPLY: Supply = { demand: 120, demandSd: 30, lead: 5, leadSd: 0.8, lot: 1200 };
export const SUPPLY_LIMITS: Readonly<Record<keyof Supply, Limits>> = {
  demand: { min: 10, max: 300, step: 5 },
  demandSd: { min: 0, max: 120, step: 5 },
  lead: { min: 1, max: 20, step: 0.5 },
  leadSd: { min: 0, max: 5, step: 0.1 },
  lot: { min: 100, max: 5000, step: 100 },
};
/** Cycle service level in per cent. */
export const LEVEL_LIMITS: Limits = { min: 50, max: 99.9, step: 0.1 };

/**
 * How much demand varies during the lead time: σ_LT = √(L·σ_d² + d²·σ_L²).
 * @example leadTimeSd(SUPPLY) // ≈ 117.1
 */
export function leadTimeSd({ demand, demandSd, lead, leadSd }: Supply): number {
  return Math.sqrt(lead * demandSd * demandSd + demand * demand * leadSd * leadSd);
}

/** What a level of service takes. */
export interface Policy {
  readonly z: number;
  /** Chance that a cycle ends without a stockout, 0 … 1. */
  readonly cycleService: number;
  /** Share of demand filled from stock, 0 … 1: β = 1 − σ_LT·G(z) / Q. */
  readonly fillRate: number;
  readonly safetyStock: number;
  /** ROP = d·L + safety stock. */
  readonly reorderPoint: number;
}

/**
 * The policy for a cycle service level: safety stock = z·σ_LT.
 * @param cycleService 0 < share < 1
 * @example policyForCycle(SUPPLY, 0.97).reorderPoint // ≈ 820
 */
export function policyForCycle(supply: Supply, cycleService: number): Policy {
  return policy(supply, quantile(cycleService));
}

/**
 * The policy for a fill rate: the z at which σ_LT·G(z) / Q is the share not filled.
 * @param fillRate 0 < share < 1
 * @example policyForFill(SUPPLY, 0.97).safetyStock // ≈ 23
 */
export function policyForFill(supply: Supply, fillRate: number): Policy {
  const sd = leadTimeSd(supply);
  return policy(supply, sd > 0 ? zOfLoss(((1 - fillRate) * supply.lot) / sd) : 0);
}

function policy(supply: Supply, z: number): Policy {
  const sd = leadTimeSd(supply);
  const safetyStock = z * sd;
  return {
    z,
    cycleService: normalCdf(z),
    fillRate: 1 - (sd * unitLoss(z)) / supply.lot,
    safetyStock,
    reorderPoint: supply.demand * supply.lead + safetyStock,
  };
}

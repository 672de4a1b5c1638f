import type { Limits } from './limits';

// Lab L1.2. What dissatisfaction costs: lost without handling = loss·D; with handling = c·D·(1 − k) + (1 − c)·D·loss.
// The shares are popular figures without a source (inventory D0-049 … D0-055): the lab shows how much hangs on them.

/** Assumptions of a year. Shares 0 … 1. */
export interface Churn {
  /** Dissatisfied customers. */
  readonly unhappy: number;
  /** Share of them that complains. */
  readonly complain: number;
  /** Share of complainers kept by good handling. */
  readonly kept: number;
  /** Share lost where nothing is solved. */
  readonly loss: number;
  /** Yuan a year to keep one customer. */
  readonly keepCost: number;
  /** Winning a new customer costs so many times more. */
  readonly times: number;
}
export const CHURN: Churn = { unhappy: 200, complain: 0.67, kept: 0.75, loss: 0.89, keepCost: 200, times: 6 };
export const SILENT: Churn = { ...CHURN, complain: 0.04 };
export const CHURN_LIMITS: Readonly<Record<keyof Churn, Limits>> = {
  unhappy: { min: 10, max: 1000, step: 10 },
  complain: { min: 0, max: 1, step: 0.01 },
  kept: { min: 0, max: 1, step: 0.01 },
  loss: { min: 0, max: 1, step: 0.01 },
  keepCost: { min: 50, max: 1000, step: 50 },
  times: { min: 2, max: 20, step: 1 },
};

const TOLD_BY_EACH = 9;

/** What becomes of the dissatisfied. Customers, yuan, people. */
export interface Churned {
  readonly complainers: number;
  readonly keptComplainers: number;
  readonly lostWithout: number;
  readonly lostWith: number;
  readonly saved: number;
  /** Saved customers × what winning as many new ones would cost, yuan. */
  readonly savedValue: number;
  /** People who hear of it, nine for each. */
  readonly told: number;
}

/**
 * The funnel of a year.
 * @example churn(CHURN).savedValue // ≈ 102,912
 */
export function churn({ unhappy, complain, kept, loss, keepCost, times }: Churn): Churned {
  const complainers = complain * unhappy;
  const lostWithout = loss * unhappy;
  const lostWith = complainers * (1 - kept) + (unhappy - complainers) * loss;
  const saved = lostWithout - lostWith;
  return {
    complainers,
    keptComplainers: complainers * kept,
    lostWithout,
    lostWith,
    saved,
    savedValue: saved * times * keepCost,
    told: TOLD_BY_EACH * unhappy,
  };
}

import { exponential, normalCdf, Z90, Z95 } from '../base';
import type { Channel, ChannelFit, ServiceLevel, Tier } from '../scenario';

// The formulas of the 7R scoring model, section 3. Every x is a real number in 0 … 1; every time is in minutes
// unless a name says otherwise. Only + − × ÷, square root and the functions of base: equal bits everywhere.

function clip(x: number): number {
  return Math.min(1, Math.max(0, x));
}

/** Seconds to the first answer: full marks up to `full`, none from `none` on (§3.1). */
export const RESPONSE_TIMES: Readonly<Record<Channel, { readonly full: number; readonly none: number }>> = {
  phone: { full: 20, none: 120 },
  counter: { full: 20, none: 120 },
  chat: { full: 30, none: 180 },
  email: { full: 2 * 3600, none: 8 * 3600 },
};

/**
 * First response (§3.1): x = clip((T2 − t) / (T2 − T1)) with the channel's T1 and T2.
 * @param waited minutes from the contact to the first answer, ≥ 0
 * @returns 0 … 1, never rising with the wait
 * @example firstResponse(1, 'phone') // 0.6
 */
export function firstResponse(waited: number, channel: Channel): number {
  const { full, none } = RESPONSE_TIMES[channel];
  return clip((none - 60 * waited) / (none - full));
}

/** What one unexplained hold of more than a minute costs, and after how many no more is taken off (§3.1). */
export const HOLD_PENALTY = 0.25;
export const MOST_HOLDS = 2;

/**
 * Pace (§3.1): the response share less 0.25 for each unexplained hold of more than a minute, at most 0.5.
 * @param response 0 … 1
 * @param holds whole number ≥ 0
 * @example paced(1, 3) // 0.5
 */
export function paced(response: number, holds: number): number {
  return clip(response - HOLD_PENALTY * Math.min(MOST_HOLDS, holds));
}

/** The time something takes or the minute it is done: mean and standard deviation in minutes, normal (§3.2). */
export interface Spread {
  readonly mean: number;
  readonly sd: number;
}

/**
 * The sum of independent normal stages, each known by its median and its 90 % time (§3.2):
 * σ = (P90 − P50) / 1.2816, means add, variances add.
 * @param stages minutes, p90 ≥ p50; a stage without spread has p90 = p50
 * @example sumOfStages([{ p50: 840, p90: 1080 }, { p50: 120, p90: 120 }]).mean // 960
 */
export function sumOfStages(stages: readonly { readonly p50: number; readonly p90: number }[]): Spread {
  let mean = 0;
  let variance = 0;
  for (const { p50, p90 } of stages) {
    const sd = (p90 - p50) / Z90;
    mean += p50;
    variance += sd * sd;
  }
  return { mean, sd: Math.sqrt(variance) };
}

/**
 * q, the probability of being done by a minute, from what the systems show (§3.2). Without spread: 0 or 1.
 * @returns 0 … 1, never falling as `due` grows
 * @example chanceByDue(2880, { mean: 2730, sd: 200 }) // ≈ 0.77
 */
export function chanceByDue(due: number, done: Spread): number {
  if (done.sd > 0) return normalCdf((due - done.mean) / done.sd);
  return due >= done.mean ? 1 : 0;
}

/** A promise as it was given. All in minutes of the simulated clock; `sd` in minutes. */
export interface PromiseGiven extends Spread {
  readonly due: number;
  /** When the thing is really needed. */
  readonly needBy: number;
  /** When the promise was given. */
  readonly now: number;
}

const SHORTEST_PADDING = 240;
const LEAST_FOR_PADDED = 0.3;

/**
 * Promise realism (§3.2): clip((q − 0.5) / 0.4), so full marks from q = 0.9 on; then padding is marked down.
 * Later than L = max(P95, needBy) it is x = max(0.3, 1 − 0.7 · (due − L) / W), W = max(240 min, half of L − now).
 * Our deviation from the model: promising up to the moment of need is not padding.
 * @returns 0 … 1
 * @example promiseRealism({ due: 2880, mean: 2730, sd: 200, needBy: 3720, now: 910 }) // ≈ 0.68
 */
export function promiseRealism(given: PromiseGiven): number {
  const latest = Math.max(given.mean + Z95 * given.sd, given.needBy);
  if (given.due <= latest) return clip((chanceByDue(given.due, given) - 0.5) / 0.4);
  const width = Math.max(SHORTEST_PADDING, 0.5 * (latest - given.now));
  return Math.max(LEAST_FOR_PADDED, 1 - (0.7 * (given.due - latest)) / width);
}

/** τ for business deliveries, minutes (§3.3); line-side and surgery 30, parcels 1440. */
export const TAU_BUSINESS = 240;
/** What a broken promise is still worth if the new time was told in time and kept (§3.3). */
export const LEAST_FOR_RENEWED = 0.6;

/**
 * Promise kept (§3.3): 1 if not late, else e^(−d/τ).
 * @param late minutes after the promised minute; ≤ 0 is on time
 * @param tau minutes, > 0: how fast lateness hurts
 * @returns 0 … 1, never rising with lateness
 * @example promiseKept(60, 240) // ≈ 0.78
 */
export function promiseKept(late: number, tau: number): number {
  return late <= 0 ? 1 : exponential(-late / tau);
}

/**
 * Price band (§3.4): 1 inside [low, high]; outside it falls to 0 over half the bound it missed.
 * A bound of 0 leaves no room: what lies beyond it earns 0. So with low = high = 0 only 0 is right.
 * @param amount any currency, ≥ 0; `low` ≤ `high`, both ≥ 0
 * @returns 0 … 1
 * @example priceBand(2500, { low: 2722, high: 3222 }) // ≈ 0.84
 */
export function priceBand(amount: number, band: { readonly low: number; readonly high: number }): number {
  if (amount < band.low) return clip(1 - (band.low - amount) / (0.5 * band.low));
  if (amount <= band.high) return 1;
  return band.high > 0 ? clip(1 - (amount - band.high) / (0.5 * band.high)) : 0;
}

/**
 * The band of a charge: 2 % around the tariff amount (§3.4).
 * @example tariffBand(100) // { low: 98, high: 102 }
 */
export function tariffBand(tariff: number): { readonly low: number; readonly high: number } {
  return { low: 0.98 * tariff, high: 1.02 * tariff };
}

/** Below this coverage at the first proposal the need was guessed, not found: R7.b stops at a half (§3.5). */
export const COVERAGE_TO_KNOW = 0.6;
export const MOST_FOR_A_GUESS = 0.5;

/**
 * Coverage before proposing (§3.5): what was known before the first proposal counts whole, what came later half.
 * @param found counts of different items, before + later ≤ needed; with nothing needed there is nothing to earn
 * @returns 0 … 1
 * @example coverage({ before: 3, later: 2, needed: 5 }) // 0.8
 */
export function coverage(found: {
  readonly before: number;
  readonly later: number;
  readonly needed: number;
}): number {
  return found.needed > 0 ? clip((found.before + found.later / 2) / found.needed) : 0;
}

const TIER_FIT: Readonly<Record<Tier, Readonly<Record<ServiceLevel, number>>>> = {
  general: { defensive: 0, basic: 1, complete: 0.6, perfect: 0.3 },
  suitable: { defensive: 0, basic: 0.4, complete: 1, perfect: 0.7 },
  key: { defensive: 0, basic: 0, complete: 0.5, perfect: 1 },
  harmful: { defensive: 1, basic: 0.5, complete: 0, perfect: 0 },
};

/**
 * Tier fit (§3.6): how well a service level suits a customer tier.
 * @returns 0 … 1
 * @example tierFit('key', 'complete') // 0.5
 */
export function tierFit(tier: Tier, level: ServiceLevel): number {
  return TIER_FIT[tier][level];
}

const CHANNEL_FIT: Readonly<Record<ChannelFit, number>> = {
  preferred: 1,
  acceptable: 0.75,
  other: 0.4,
  unsuitable: 0,
};

/**
 * Channel fit (§3.7): preferred 1, acceptable 0.75, other 0.4, unsuitable 0; halved when the matter needs
 * writing and nothing written follows.
 * @returns 0 … 1
 * @example channelFit('preferred', { needed: true, followed: false }) // 0.5
 */
export function channelFit(
  fit: ChannelFit,
  writing: { readonly needed: boolean; readonly followed: boolean },
): number {
  const missing = writing.needed && !writing.followed;
  return missing ? CHANNEL_FIT[fit] / 2 : CHANNEL_FIT[fit];
}

/**
 * Regret of cost (§3.8): x = clip(1 − (C − C*) / (Cref − C*)), costs of firm and customer together, expected
 * over chance. C* is the best feasible option, Cref the worst one a reasonable beginner takes.
 * Where the two are equal, only the best cost or less earns anything.
 * @returns 0 … 1, never rising with the cost
 * @example costRegret(1944, { best: 880, worst: 3008 }) // 0.5
 */
export function costRegret(cost: number, options: { readonly best: number; readonly worst: number }): number {
  const span = options.worst - options.best;
  if (span <= 0) return cost <= options.best ? 1 : 0;
  return clip(1 - (cost - options.best) / span);
}

/** How much a shortage weighs by tier (§3.9). The model gives none for harmful customers; their orders are valid. */
export const TIER_FACTOR: Readonly<Record<Tier, number>> = {
  key: 1.5,
  suitable: 1.2,
  general: 1,
  harmful: 1,
};

/** Share of the true need that a fair allocation gives to every valid order (§3.9). */
export const FAIRNESS_FLOOR = 0.3;

/** One customer's part in an allocation. */
export interface Allotment {
  readonly tier: Tier;
  /** Units truly needed in time. */
  readonly needed: number;
  /** Units allotted. */
  readonly given: number;
  /** Yuan per unit missing. */
  readonly penalty: number;
}

/**
 * Cost of an allocation under shortage (§3.9): Σ w · max(0, needed − given) · penalty, yuan, ≥ 0.
 * Giving more than is needed saves nothing. Scored by `costRegret`.
 * @example allocationCost([{ tier: 'general', needed: 120, given: 70, penalty: 3 }]) // 150
 */
export function allocationCost(allotments: readonly Allotment[]): number {
  return allotments.reduce(
    (sum, { tier, needed, given, penalty }) =>
      sum + TIER_FACTOR[tier] * Math.max(0, needed - given) * penalty,
    0,
  );
}

/**
 * Ceiling of a criterion after hints in assessed mode (§3.10): each lowers it by a quarter.
 * @param hints whole number ≥ 0
 * @returns 0 … 1
 * @example hintCeiling(1) // 0.75
 */
export function hintCeiling(hints: number): number {
  return clip(1 - 0.25 * hints);
}

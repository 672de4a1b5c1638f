import { dice, normalCdf } from '../base';
import type { Limits } from './limits';
import { quantile } from './quantile';

// Lab L5.1. An order passes independent stages, each normal: means add, variances add (order-cycle model of the
// course, unit 5 section 3). All times are in hours.

export const STAGES = ['transmit', 'process', 'pick', 'transport', 'deliver'] as const;
export type Stage = (typeof STAGES)[number];

/** How long a stage takes on average, and by how much it varies. */
export interface StageTime {
  readonly mean: number;
  readonly sd: number;
}
export type Cycle = Readonly<Record<Stage, StageTime>>;

export const CYCLE: Cycle = {
  transmit: { mean: 2, sd: 0.5 },
  process: { mean: 4, sd: 1 },
  pick: { mean: 8, sd: 2 },
  transport: { mean: 24, sd: 5 },
  deliver: { mean: 4, sd: 2 },
};
export const MEAN_LIMITS: Limits = { min: 0, max: 72, step: 0.5 };
export const SD_LIMITS: Limits = { min: 0, max: 12, step: 0.25 };
export const PROMISE_LIMITS: Limits = { min: 12, max: 96, step: 0.5 };

/**
 * The whole cycle: mean = Σ mean, sd = √Σ sd².
 * @example cycleTime(CYCLE).mean // 42
 */
export function cycleTime(cycle: Cycle): StageTime {
  const all = STAGES.map((stage) => cycle[stage]);
  const variance = all.reduce((sum, { sd }) => sum + sd * sd, 0);
  return { mean: all.reduce((sum, { mean }) => sum + mean, 0), sd: Math.sqrt(variance) };
}

/**
 * The chance that an order arrives within some hours: Φ((h − mean) / sd). Without spread it is 0 or 1.
 * @returns 0 … 1
 * @example chanceWithin(cycleTime(CYCLE), 48) // ≈ 0.847
 */
export function chanceWithin({ mean, sd }: StageTime, hours: number): number {
  if (sd > 0) return normalCdf((hours - mean) / sd);
  return hours >= mean ? 1 : 0;
}

/**
 * The hours within which a share of the orders arrives: mean + z·sd.
 * @param share 0 < share < 1
 * @example promiseAt(cycleTime(CYCLE), 0.9) // ≈ 49.5
 */
export function promiseAt({ mean, sd }: StageTime, share: number): number {
  return mean + quantile(share) * sd;
}

/** Orders drawn, counted by the hour in which they arrived. */
export interface Drawn {
  readonly done: number;
  readonly runs: number;
  /** How many arrived in hour 0 … 1, 1 … 2, …; the last also holds all that came later. */
  readonly byHour: readonly number[];
  /** How many arrived within the promise. */
  readonly within: number;
}

/** One order for the simulation. */
export interface DrawOrder {
  readonly cycle: Cycle;
  /** Hours promised. */
  readonly promise: number;
  /** Whole numbers. */
  readonly seed: number;
  readonly runs: number;
}

const HOURS = 200;
const PARTS = 50;
const CELLS = 4096;

/**
 * Draws orders one by one, stage by stage, and tells the count after each fiftieth of them. A stage never takes
 * less than no time, so where the spread is large beside the mean the draws come out slower than the formula.
 * Equal seeds give equal draws.
 * @example [...drawCycles({ cycle: CYCLE, promise: 48, seed: 1, runs: 10_000 })].at(-1)?.within // ≈ 8,470
 */
export function* drawCycles({ cycle, promise, seed, runs }: DrawOrder): Generator<Drawn> {
  const normal = Array.from({ length: CELLS }, (_, cell) => quantile((cell + 0.5) / CELLS));
  const roll = dice(seed, 'labs.cycle');
  const byHour = Array.from({ length: HOURS }, () => 0);
  let [done, within] = [0, 0];
  for (let part = 1; part <= PARTS; part++) {
    for (; done < Math.round((runs * part) / PARTS); done++) {
      let hours = 0;
      for (const stage of STAGES) {
        const { mean, sd } = cycle[stage];
        hours += Math.max(0, mean + sd * (normal[roll(0, CELLS - 1)] ?? 0));
      }
      const hour = Math.min(HOURS - 1, Math.floor(hours));
      byHour[hour] = (byHour[hour] ?? 0) + 1;
      if (hours <= promise) within++;
    }
    yield { done, runs, byHour: [...byHour], within };
  }
}

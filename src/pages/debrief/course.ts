import type { Feeling, Moment } from '../../ui/review/moments';

/** Lines over the steps of an attempt: place 0 is the start, place n the state after step n. All values 0 … 100. */
export interface Course {
  readonly mood: readonly number[];
  readonly trust: readonly number[];
  /** The best final score still in reach; empty while it is not known. */
  readonly reach: readonly number[];
}

/**
 * The course of an attempt.
 * @param bestScore best final score from the start, in basis points
 * @example courseOf(moments, 10_000).reach[0] // 100
 */
export function courseOf(moments: readonly Moment[], bestScore: number): Course {
  const start = ({ now, change }: Feeling): number => now - change;
  const first = moments[0];
  const known = moments.every(({ reach }) => reach !== undefined);
  return {
    mood: first ? [start(first.mood), ...moments.map(({ mood }) => mood.now)] : [],
    trust: first ? [start(first.trust), ...moments.map(({ trust }) => trust.now)] : [],
    reach: known ? [bestScore, ...moments.map(({ reach }) => reach ?? 0)].map((basis) => basis / 100) : [],
  };
}

/**
 * A line as the points of an SVG polyline, x one unit a step, y downwards from 100 to 0.
 * @example polyline([100, 40]) // '0,0 1,60'
 */
export function polyline(values: readonly number[]): string {
  return values.map((value, step) => `${String(step)},${String(100 - value)}`).join(' ');
}

/**
 * A line that keeps its height between steps and falls at them, closed along the bottom: an area to fill.
 * @example staircase([100, 40]) // 'M0,100 L0,0 L1,0 L1,60 L1,100 Z'
 */
export function staircase(values: readonly number[]): string {
  const corners = values.flatMap((value, step) => {
    const before = values[step - 1];
    const here = `${String(step)},${String(100 - value)}`;
    return before === undefined ? [here] : [`${String(step)},${String(100 - before)}`, here];
  });
  return `M0,100 ${corners.map((corner) => `L${corner}`).join(' ')} L${String(values.length - 1)},100 Z`;
}

const MOST_TICKS = 6;

/**
 * The steps whose clock is written below a chart: evenly spread, the first among them.
 * @example ticksOf(24) // [0, 4, 8, 12, 16, 20]
 */
export function ticksOf(steps: number): readonly number[] {
  const every = Math.max(1, Math.ceil(steps / MOST_TICKS));
  return Array.from({ length: Math.ceil(steps / every) }, (_, n) => n * every);
}

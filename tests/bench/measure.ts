/** One row of the benchmark. */
export interface Row {
  readonly value: number;
  readonly unit: string;
  /** What the table says beside the figure; not part of `--json`. */
  readonly note?: string;
}
export type Rows = Readonly<Record<string, Row>>;

const ROUNDS = 9;
const ROUND_MS = 100;

/**
 * The value at a place of the sorted list, by nearest rank: a figure that was measured, never one in between.
 * @param part 0 … 1
 * @example percentile([4, 1, 3, 2], 0.95) // 4
 */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(part * sorted.length));
  return sorted[rank - 1] ?? 0;
}

/**
 * The middle value; the lower of the two middle ones where their number is even.
 * @example median([3, 1, 2]) // 2
 */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Something done over and over. */
export interface Work {
  /** Does `amount` things each time it is called. */
  readonly run: () => void;
  readonly amount: number;
}

/**
 * How many things each work does per second, in several rounds, one round of each after the other: what disturbs
 * the machine for a while disturbs all of them, and ratios within a round stay true. One round before warms up.
 * @example rounds({ step, table }).table // rates of its rounds
 */
export function rounds<T extends string>(works: Readonly<Record<T, Work>>): Map<T, readonly number[]> {
  const rates = new Map<T, readonly number[]>();
  const names = Object.keys(works).filter((name): name is T => name in works);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const name of names) {
      const rate = once(works[name]);
      if (round > 0) rates.set(name, [...(rates.get(name) ?? []), rate]);
    }
  }
  return rates;
}

function once({ run, amount }: Work): number {
  const start = performance.now();
  let times = 0;
  let passed = 0;
  while (passed < ROUND_MS) {
    run();
    times++;
    passed = performance.now() - start;
  }
  return (times * amount * 1000) / passed;
}

/**
 * How often one thing is done while another is done once: the median over rounds measured side by side.
 * @example ratio([200, 300], [2, 3]) // 100
 */
export function ratio(of: readonly number[], to: readonly number[]): number {
  return median(of.map((rate, round) => rate / (to[round] ?? Number.NaN)));
}

/** Milliseconds that one call takes. */
export function spent(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/**
 * A row of milliseconds, to two decimals.
 * @example ms(1.234) // { value: 1.23, unit: 'ms' }
 */
export function ms(value: number, note?: string): Row {
  return row(Math.round(value * 100) / 100, 'ms', note);
}

/**
 * A row of any unit.
 * @example row(60, 'states')
 */
export function row(value: number, unit: string, note?: string): Row {
  return note === undefined ? { value, unit } : { value, unit, note };
}

/** A row of a rate: the median of its rounds. */
export function perSecond(rates: readonly number[], note?: string): Row {
  return row(Math.round(median(rates)), '1/s', note);
}

/** One row of the benchmark. */
export interface Row {
  readonly value: number;
  readonly unit: string;
}
export type Rows = Readonly<Record<string, Row>>;

const ROUNDS = 7;
const ROUND_MS = 120;

/**
 * The middle value; the lower of the two middle ones where their number is even.
 * @example median([3, 1, 2]) // 2
 */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;
}

/**
 * How many things are done per second: the median of several rounds in this process, after one to warm up.
 * @param work does `amount` things each time it is called
 * @example rate(() => replay(c, log), 1)
 */
export function rate(work: () => void, amount: number): Row {
  const round = (): number => {
    const start = performance.now();
    let times = 0;
    let spent = 0;
    while (spent < ROUND_MS) {
      work();
      times++;
      spent = performance.now() - start;
    }
    return (times * amount * 1000) / spent;
  };
  round();
  return { value: Math.round(median(Array.from({ length: ROUNDS }, round))), unit: '1/s' };
}

/** Milliseconds that one call takes. */
export function spent(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Milliseconds to two decimals, the size of what is measured here. */
export function milliseconds(value: number): Row {
  return { value: Math.round(value * 100) / 100, unit: 'ms' };
}

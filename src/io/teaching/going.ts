import { TeachTrouble } from './fault';

/** How long work tells of itself, and how it is called off. */
export interface Going {
  /** Called again and again: so much is done, of so much. */
  readonly step?: (done: number, of: number) => void;
  /** Where calling off is safe the work ends with 'cancelled', and nothing was changed. */
  readonly signal?: AbortSignal;
}

/**
 * Ends the work where it was called off. Throws 'cancelled'.
 * @example goesOn(going)
 */
export function goesOn({ signal }: Going): void {
  if (signal?.aborted) throw new TeachTrouble('cancelled');
}

/** Longest stretch between two looks at the clock and the mouse: two frames of sixty a second. */
const STRETCH = 30;

/** Long work in short stretches, so that the page answers meanwhile. Not for use inside a database transaction. */
export class Pace {
  #since = performance.now();

  /**
   * Lets the browser do what waits, if the work has been at it for a while.
   * @example for (const row of rows) { work(row); await pace.rest(); }
   */
  async rest(): Promise<void> {
    if (performance.now() - this.#since < STRETCH) return;
    await new Promise((resolve) => setTimeout(resolve));
    this.#since = performance.now();
  }
}

/**
 * Slices of a list, in order, so many at most and none much larger than `most` in all: what a page does not feel.
 * @example [...lots(rows, { count: 100, most: 1_000_000, size: (row) => row.text.length })]
 */
export function* lots<T>(
  list: readonly T[],
  {
    count,
    most,
    size,
  }: { readonly count: number; readonly most: number; readonly size: (each: T) => number },
): Generator<readonly T[]> {
  let lot: T[] = [];
  let held = 0;
  for (const each of list) {
    lot.push(each);
    held += size(each);
    if (lot.length < count && held < most) continue;
    yield lot;
    [lot, held] = [[], 0];
  }
  if (lot.length > 0) yield lot;
}

/**
 * Slices of a list, in order.
 * @example [...slices([1, 2, 3], 2)] // [[1, 2], [3]]
 */
export function* slices<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < list.length; start += size) yield list.slice(start, start + size);
}

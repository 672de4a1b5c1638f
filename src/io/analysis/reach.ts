import { CaseShelf } from '../../core/course';
import type { Logic } from '../../core/scenario';

/** Which full marks are asked for. Plain data: it is copied into the worker. */
export interface ReachOrder {
  readonly logic: Logic;
  /** 1 … 999,999 each. */
  readonly seeds: readonly number[];
}

/** How far it is, and what was found so far. Points as in scoring, times 10,000. */
export interface Reach {
  readonly done: number;
  readonly of: number;
  /** Least and most points that can be earned over the seeds; undefined before the first. */
  readonly least: number | undefined;
  readonly most: number | undefined;
  /** Seeds for which the search gave up. */
  readonly tooLarge: number;
}

const NOTHING: Omit<Reach, 'of'> = { done: 0, least: undefined, most: undefined, tooLarge: 0 };

/**
 * Full marks of the cases that seeds draw from one scenario, one after another.
 * @example for (const reach of reaches({ logic, seeds: [1, 2] })) show(reach)
 */
export function* reaches({ logic, seeds }: ReachOrder): Generator<Reach> {
  const shelf = new CaseShelf([logic]);
  let reach: Reach = { ...NOTHING, of: seeds.length };
  for (const seed of seeds) {
    const parts = shelf.parts(logic.spec.id, seed);
    const best = typeof parts === 'object' ? parts.best : undefined;
    reach = {
      done: reach.done + 1,
      of: seeds.length,
      least: best === undefined ? reach.least : Math.min(best, reach.least ?? best),
      most: best === undefined ? reach.most : Math.max(best, reach.most ?? best),
      tooLarge: reach.tooLarge + Number(best === undefined),
    };
    yield reach;
  }
}

/**
 * The same in a worker; `tell` hears of every step. Returns the way to stop. Where no worker can be had nothing is
 * told: the figure is good to know and not worth a page that stands still.
 * @example const stop = watchReach(order, (reach) => { shown = reach; });
 */
export function watchReach(order: ReachOrder, tell: (reach: Reach) => void): () => void {
  try {
    const worker = new Worker(new URL('./reach.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Reach>) => {
      tell(data);
      if (data.done === data.of) worker.terminate();
    });
    worker.postMessage(order);
    return () => worker.terminate();
  } catch {
    return () => undefined;
  }
}

import type { WeighAnswer, WeighOrder } from './weighing';

/** The little that is needed of a Worker; tests give another. */
export interface WeighWorker {
  postMessage(order: WeighOrder): void;
  terminate(): void;
  addEventListener(type: 'message', heard: (event: MessageEvent<WeighAnswer>) => void): void;
  addEventListener(type: 'error', failed: (event: Event) => void): void;
}

function browserWorker(): WeighWorker {
  return new Worker(new URL('./weigh.worker.ts', import.meta.url), { type: 'module' });
}

/**
 * What an act is worth at a moment of an attempt, worked out in a worker, or in this thread where no worker can be
 * had. Rejects only where the program for it cannot be fetched.
 * @example const answer = await weighAct({ logic, seed, log, answer: input })
 */
export function weighAct(order: WeighOrder, start: () => WeighWorker = browserWorker): Promise<WeighAnswer> {
  return new Promise((resolve, reject) => {
    const here = (): void => {
      import('./weighing').then(({ weighed }) => resolve(weighed(order))).catch(reject);
    };
    try {
      const worker = start();
      worker.addEventListener('message', ({ data }) => {
        worker.terminate();
        resolve(data);
      });
      worker.addEventListener('error', () => {
        worker.terminate();
        here();
      });
      worker.postMessage(order);
    } catch {
      here();
    }
  });
}

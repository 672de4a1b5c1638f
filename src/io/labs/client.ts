import { drawCycles, type Drawn, type DrawOrder } from '../../core/labs';

/** The little that is needed of a Worker; tests give another. */
export interface WorkerLike {
  postMessage(order: DrawOrder): void;
  terminate(): void;
  addEventListener(type: 'message', heard: (event: MessageEvent<Drawn>) => void): void;
  addEventListener(type: 'error', failed: (event: Event) => void): void;
}

function browserWorker(): WorkerLike {
  return new Worker(new URL('./draw.worker.ts', import.meta.url), { type: 'module' });
}

/**
 * Draws order cycles in a worker, or in this thread where no worker can be had, part by part. Returns the way to stop;
 * nothing is told afterwards.
 * @example const stop = draw(order, ({ done, runs }) => { share = done / runs; });
 */
export function draw(
  order: DrawOrder,
  tell: (drawn: Drawn) => void,
  start: () => WorkerLike = browserWorker,
): () => void {
  let stopped = false;
  let heard = false;
  let worker: WorkerLike | undefined;
  const stop = (): void => {
    stopped = true;
    worker?.terminate();
  };
  const hear = (drawn: Drawn): void => {
    if (stopped) return;
    heard = true;
    tell(drawn);
    if (drawn.done === drawn.runs) stop();
  };
  const here = async (): Promise<void> => {
    for (const drawn of drawCycles(order)) {
      hear(drawn);
      await breath();
      if (stopped) return;
    }
  };
  try {
    worker = start();
    worker.addEventListener('message', ({ data }) => hear(data));
    // A worker that never spoke may have been forbidden; one that broke down on the way would do so here as well.
    worker.addEventListener('error', () => {
      worker?.terminate();
      if (!heard) void here();
    });
    worker.postMessage(order);
  } catch {
    void here();
  }
  return stop;
}

/** Lets the page paint and be used between two parts. */
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

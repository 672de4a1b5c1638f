import { err } from '../../core/base';
import type { AnalysisOrder, AnalysisReport } from './report';

/** The little that is needed of a Worker; tests give another. */
export interface WorkerLike {
  postMessage(order: AnalysisOrder): void;
  terminate(): void;
  addEventListener(type: 'message', heard: (event: MessageEvent<AnalysisReport>) => void): void;
  addEventListener(type: 'error', failed: (event: Event) => void): void;
}

type Tell = (report: AnalysisReport) => void;

function browserWorker(): WorkerLike {
  return new Worker(new URL('./assess.worker.ts', import.meta.url), { type: 'module' });
}

/**
 * Works out an attempt in a worker, or in this thread where no worker can be had. `tell` is called with each
 * answer as it is ready. Returns the way to stop; nothing is told afterwards.
 * @example const stop = analyse(order, (report) => { last = report; });
 */
export function analyse(
  order: AnalysisOrder,
  tell: Tell,
  start: () => WorkerLike = browserWorker,
): () => void {
  const job = new Job(order, tell);
  job.begin(start);
  return () => job.stop();
}

class Job {
  readonly #order: AnalysisOrder;
  readonly #tell: Tell;
  #worker: WorkerLike | undefined;
  #told = 0;
  #stopped = false;

  constructor(order: AnalysisOrder, tell: Tell) {
    this.#order = order;
    this.#tell = tell;
  }

  begin(start: () => WorkerLike): void {
    try {
      const worker = start();
      this.#worker = worker;
      worker.addEventListener('message', ({ data }) => this.#hear(data));
      worker.addEventListener('error', () => this.#failed());
      worker.postMessage(this.#order);
    } catch {
      void this.#here();
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#worker?.terminate();
  }

  #hear(report: AnalysisReport): void {
    if (this.#stopped) return;
    this.#told += 1;
    this.#tell(report);
    if (report.kind === 'repaired' || report.kind === 'refused') this.#worker?.terminate();
  }

  /** A worker that never spoke may have been forbidden; one that broke down on the way would do so here as well. */
  #failed(): void {
    this.#worker?.terminate();
    if (this.#stopped) return;
    if (this.#told === 0) void this.#here();
    else if (this.#told === 1) this.#hear({ kind: 'costed', costs: { regrets: err('stopped') } });
  }

  async #here(): Promise<void> {
    const { steps } = await import('./steps');
    for (const report of steps(this.#order)) {
      if (this.#stopped) return;
      this.#hear(report);
      await breath();
    }
  }
}

/** Lets the page paint and be used between two answers. */
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

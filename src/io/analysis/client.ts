import { err } from '../../core/base';
import program from './assess.worker.ts?worker&url';
import { Keeping, type AnalysisShelf } from './keeping';
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
  return new Worker(program, { type: 'module' });
}

/** The build names the worker after what is in it. While developing, nothing outlives the page. */
const PROGRAM = import.meta.env.DEV ? `since ${String(performance.timeOrigin)}` : program;

/** How an analysis is carried out. */
export interface AnalyseOptions {
  /** Where to keep what was worked out, so that it is there at once the next time. */
  readonly shelf?: AnalysisShelf;
  readonly start?: () => WorkerLike;
}

/**
 * Works out an attempt in a worker, or in this thread where no worker can be had. `tell` is called with each
 * answer as it is ready. Returns the way to stop; nothing is told afterwards.
 * @example const stop = analyse(order, (report) => { last = report; }, { shelf: store.shelf });
 */
export function analyse(
  order: AnalysisOrder,
  tell: Tell,
  { shelf, start = browserWorker }: AnalyseOptions = {},
): () => void {
  if (!shelf) {
    const job = new Job(order, tell);
    job.begin(start);
    return () => job.stop();
  }
  const keeping = new Keeping(shelf, order, PROGRAM);
  const ends: (() => void)[] = [];
  let wanted = true;
  void keeping.recall().then((kept) => {
    if (!wanted) return;
    const job = new Job({ ...order, kept }, (report) => {
      keeping.hear(report);
      tell(report);
    });
    ends.push(() => job.stop());
    job.begin(start);
  });
  return () => {
    wanted = false;
    for (const end of ends) end();
  };
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

import { givenUp, Grader, type FromWorker, type Job, type Reply, type ToWorker } from './jobs';
import type { GradingOrder } from './model';

/** The little that is needed of a Worker; tests give another. */
export interface WorkerLike {
  postMessage(said: ToWorker): void;
  terminate(): void;
  addEventListener(type: 'message', heard: (event: MessageEvent<FromWorker>) => void): void;
  addEventListener(type: 'error', failed: (event: Event) => void): void;
}

export interface CrewOptions {
  readonly order: GradingOrder;
  /** Threads; each is started when there is work for it. */
  readonly size: number;
  readonly start: () => WorkerLike;
}

/** Milliseconds that one job may take. The search for a full mark ends long before; what takes longer hangs. */
export const DEADLINE = 20_000;
/** Jobs a worker has before it: few, so that none sits idle at the end; enough that none waits for the page. */
const BATCH = 8;

/** Who hears of a reply: `index` is the place of its job. */
export type Tell = (index: number, reply: Reply) => void;

/**
 * Workers that do jobs side by side. A worker that hangs or breaks down is replaced, the job it was on is given up
 * and all others are done. Where no worker can be had the page does the jobs itself, with pauses for the screen.
 */
export class Crew {
  readonly #options: CrewOptions;
  readonly #hands: Hand[] = [];
  #stopped = false;

  constructor(options: CrewOptions) {
    this.#options = options;
  }

  /**
   * Does all jobs; resolves when every one was told, or after `stop`.
   * @example await crew.run(jobs, (index, reply) => { replies[index] = reply; });
   */
  run(jobs: readonly Job[], tell: Tell): Promise<void> {
    if (jobs.length === 0 || this.#stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const round = new Round(jobs, tell, resolve);
      while (this.#hands.length < Math.min(this.#options.size, Math.ceil(jobs.length / BATCH)))
        this.#hands.push(new Hand(this.#options));
      for (const hand of this.#hands) hand.take(round);
    });
  }

  /** Ends all workers; nothing is told afterwards. */
  stop(): void {
    this.#stopped = true;
    for (const hand of this.#hands) hand.stop();
  }
}

/** The jobs of one call, and how far they are. */
class Round {
  readonly #jobs: readonly Job[];
  readonly #tell: Tell;
  readonly #finish: () => void;
  #next = 0;
  #told = 0;

  constructor(jobs: readonly Job[], tell: Tell, finish: () => void) {
    this.#jobs = jobs;
    this.#tell = tell;
    this.#finish = finish;
  }

  /** The next jobs nobody has taken. */
  batch(): readonly Taken[] {
    const from = this.#next;
    this.#next = Math.min(from + BATCH, this.#jobs.length);
    return this.#jobs.slice(from, this.#next).map((job, place) => ({ job, index: from + place }));
  }

  tell(index: number, reply: Reply): void {
    this.#tell(index, reply);
    this.#told += 1;
    if (this.#told === this.#jobs.length) this.#finish();
  }

  end(): void {
    this.#finish();
  }
}

interface Taken {
  readonly job: Job;
  readonly index: number;
}

/** One worker and the batch it is on. */
class Hand {
  readonly #options: CrewOptions;
  #worker: WorkerLike | undefined;
  #round: Round | undefined;
  #batch: readonly Taken[] = [];
  #spoke = false;
  #alone: Grader | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: CrewOptions) {
    this.#options = options;
  }

  take(round: Round): void {
    this.#round = round;
    this.#batch = round.batch();
    this.#send();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#batch = [];
    this.#round?.end();
    this.#round = undefined;
  }

  #send(): void {
    if (this.#batch.length === 0) return;
    if (this.#alone) {
      void this.#work(this.#alone);
      return;
    }
    try {
      this.#worker ??= this.#begin();
      this.#worker.postMessage({ kind: 'jobs', jobs: this.#batch.map(({ job }) => job) });
      this.#watch();
    } catch {
      this.#goAlone();
    }
  }

  #begin(): WorkerLike {
    const worker = this.#options.start();
    worker.addEventListener('message', ({ data }) => {
      if (this.#worker === worker) this.#hear(data);
    });
    worker.addEventListener('error', () => {
      if (this.#worker === worker) this.#failed();
    });
    worker.postMessage({ kind: 'order', order: this.#options.order });
    return worker;
  }

  #watch(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#giveUp('hung'), DEADLINE);
  }

  #hear(reply: Reply): void {
    this.#spoke = true;
    clearTimeout(this.#timer);
    const [first, ...rest] = this.#batch;
    this.#batch = rest;
    if (first) this.#round?.tell(first.index, reply);
    if (rest.length > 0) this.#watch();
    else if (this.#round) this.take(this.#round);
  }

  /** A worker that never spoke may have been forbidden; one that broke down on the way would do so again. */
  #failed(): void {
    if (this.#spoke) this.#giveUp('broken');
    else this.#goAlone();
  }

  #giveUp(code: 'hung' | 'broken'): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    const [first, ...rest] = this.#batch;
    this.#batch = rest;
    if (first) this.#round?.tell(first.index, givenUp(first.job, code));
    if (rest.length > 0) this.#send();
    else if (this.#round) this.take(this.#round);
  }

  #goAlone(): void {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#alone = new Grader(this.#options.order);
    void this.#work(this.#alone);
  }

  async #work(grader: Grader): Promise<void> {
    const round = this.#round;
    while (round && this.#round === round && this.#batch.length > 0) {
      for (const { job, index } of this.#batch) {
        const reply = await grader.do(job);
        if (this.#round !== round) return;
        round.tell(index, reply);
        await breath();
      }
      this.#batch = round.batch();
    }
  }
}

/** Lets the page paint and be used between two jobs. */
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

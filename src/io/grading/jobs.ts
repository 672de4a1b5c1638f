import type { GradingOrder, Outcome, RawItem } from './model';
import { piecesOf, type Piece } from './pieces';
import { benchOf, lost, prove, type Bench } from './prove';

/** One thing for a worker to do. Each may fail without harm to the next. */
export type Job =
  { readonly kind: 'sort'; readonly item: RawItem } | { readonly kind: 'prove'; readonly piece: Piece };

export type Reply =
  | { readonly kind: 'pieces'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'outcome'; readonly outcome: Outcome };

/** What is said to a worker: the order once, then batches of jobs. */
export type ToWorker =
  | { readonly kind: 'order'; readonly order: GradingOrder }
  | { readonly kind: 'jobs'; readonly jobs: readonly Job[] };

/** One reply a job, in the order of the batch. */
export type FromWorker = Reply;

/** Does jobs one after the other; the worker's whole mind, and the page's where there are no workers. */
export class Grader {
  readonly #bench: Bench;

  constructor(order: GradingOrder) {
    this.#bench = benchOf(order);
  }

  /** Never throws: a job on which the program fails is answered as `broken`. */
  async do(job: Job): Promise<Reply> {
    try {
      if (job.kind === 'sort') return { kind: 'pieces', pieces: piecesOf(job.item) };
      return { kind: 'outcome', outcome: await prove(job.piece, this.#bench) };
    } catch (error) {
      console.error(error);
      return givenUp(job, 'broken');
    }
  }
}

/**
 * The answer to a job that was given up.
 * @example givenUp(job, 'hung')
 */
export function givenUp(job: Job, code: 'hung' | 'broken'): Reply {
  if (job.kind === 'prove') return { kind: 'outcome', outcome: lost(job.piece, code) };
  const { via, source, content } = job.item;
  const original = typeof content === 'string' ? content.slice(0, 200) : content;
  return {
    kind: 'pieces',
    pieces: [{ via, source, original, content: { kind: 'fault', refused: { code } } }],
  };
}

import type { AttemptEvent } from '../../core/attempt';
import type { Advice, Costs, Graded, Repair } from '../../core/debrief';
import type { Logic } from '../../core/scenario';
import type { AssessFault } from '../../core/search';
import type { Kept } from './kept';

/** What is to be worked out. Plain data: it is copied into the worker. */
export interface AnalysisOrder {
  readonly logic: Logic;
  readonly seed: number;
  readonly log: readonly AttemptEvent[];
  /** What an earlier analysis left; what does not fit is not used. */
  readonly kept?: Kept;
}

/** What is told, in this order; `refused` comes alone. */
export type AnalysisReport =
  | { readonly kind: 'refused'; readonly fault: AssessFault }
  | { readonly kind: 'graded'; readonly graded: Graded }
  | { readonly kind: 'costed'; readonly costs: Costs }
  | { readonly kind: 'advised'; readonly advice: readonly Advice[] }
  /** The single change that would have gained most; undefined where none gains, or the attempt is not over. */
  | { readonly kind: 'repaired'; readonly repair: Repair | undefined };

import type { Result } from '../../core/base';
import type { AttemptEvent, Input } from '../../core/attempt';
import { weigh, type Weighed } from '../../core/debrief';
import { compileCase, instantiate, type Logic } from '../../core/scenario';

/** What is to be weighed. Plain data: it is copied into the worker. */
export interface WeighOrder {
  readonly logic: Logic;
  readonly seed: number;
  /** The inputs before the moment. */
  readonly log: readonly AttemptEvent[];
  readonly answer: Input;
}

/** What an act is worth, or why it cannot be said. */
export type WeighAnswer = Result<Weighed, string>;

/**
 * What an act is worth at a moment of an attempt.
 * @example weighed({ logic, seed, log, answer })
 */
export function weighed({ logic, seed, log, answer }: WeighOrder): WeighAnswer {
  return weigh(compileCase(instantiate(logic, seed)), { log, answer });
}

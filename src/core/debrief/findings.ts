import type { Points, Result, Share } from '../base';
import type { AttemptEvent, Input, Replayed } from '../attempt';
import type { CriterionId } from '../scenario';
import type { Judgement, Scorecard } from '../scoring';
import type { Regret, TooLarge } from '../search';

/** The grade of an attempt and what it is read from; ready at once. */
export interface Graded {
  readonly log: readonly AttemptEvent[];
  readonly replayed: Replayed;
  readonly judgement: Judgement;
  readonly scorecard: Scorecard;
  /** Share of each row of the rubric before each input, and at the end: one list more than there are inputs. */
  readonly shares: readonly (readonly Share[])[];
  /** A play that earns the full mark of this case. */
  readonly bestPlay: readonly AttemptEvent[];
  /** The mark of that play. */
  readonly bestScorecard: Scorecard;
}

/** What every decision cost, or why there is no exact answer: `stopped` when the worker broke down. */
export interface Costs {
  readonly regrets: Result<readonly Regret[], TooLarge | 'stopped'>;
}

/** What would have kept the best result within reach at one decision. */
export interface Advice {
  /** Of the input, counted from 0. */
  readonly index: number;
  /**
   * The first step of a best play from there; undefined where finding it would take too long, and where a cap was
   * in force already: then plays that waste points reach the same score, and none of them is an example.
   */
  readonly instead: Input | undefined;
  /**
   * Criteria that the best play after the decision earns less in than the best play before it, and by how much.
   * Empty where a cap decides the score: then it is the cap that was lost to.
   */
  readonly closed: readonly { readonly criterion: CriterionId; readonly lost: Points }[];
}

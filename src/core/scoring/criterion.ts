import type { Json, Localized, Minutes, Share } from '../base';
import type { Fact, FactBody, FactType } from '../attempt';
import type { Channel, CriterionId, RubricEntry, Tier } from '../scenario';

/** What a criterion may know besides the facts. */
export interface Setting {
  /** The scenario's entry for this criterion: points, findings, promises, deadlines. */
  readonly entry: RubricEntry;
  readonly tier: Tier;
  readonly channel: Channel;
  /** The minute the case starts. */
  readonly start: Minutes;
}

/** How far the case can still move a criterion from here on; computed from the scenes that can still be reached. */
export interface Outlook {
  /** False when no act or event ahead can produce a fact this criterion reads: the verdict stands. */
  readonly open: boolean;
  /** The most that marks for this criterion can still add, in basis points. */
  readonly marks: number;
  /**
   * Whether a fact can still come: `learned:<finding>`, `promised:<id>`, `delivered:<id>`, `met:<deadline>`, or a
   * bare type such as `proposed`. For a deadline it counts the minutes that the shortest way there takes.
   */
  can(fact: string): boolean;
  /** No fact can come before this minute; 0 if undefined. */
  readonly soonest?: number | undefined;
  /** The first minute at which what was promised can arrive; any minute if undefined. */
  readonly arrives?: ((promise: string) => number) | undefined;
  /** At most this many further findings of the row can be learned before the first proposal; any number if undefined. */
  readonly early?: number | undefined;
  /** The facts of a type that can still come, where all of them are certain; undefined where one is not. */
  certain?(type: FactType): readonly FactBody[] | undefined;
}

/** What is certain about the future of two accumulators that are compared. */
export interface Future {
  readonly setting: Setting;
  /** No later than this minute what was promised arrives, if it does at all. */
  latest(promise: string): number;
}

/**
 * One row of the 7R model as a fold over facts: `begin`, `next`, `verdict`.
 * `next` must return the very same value when the fact changes nothing: a changed accumulator is the evidence
 * that the debrief points at, and what search keeps in its key.
 */
export interface Criterion<Acc extends Json = Json> {
  readonly id: CriterionId;
  readonly title: Localized;
  /** Section and formula of the scoring model, e.g. '§3.2 promise realism'. */
  readonly source: string;
  /** Fact types that can change the accumulator; others are never passed in. */
  readonly reads: readonly FactType[];
  begin(setting: Setting): Acc;
  next(acc: Acc, fact: Fact, setting: Setting): Acc;
  /** The share reached if the case ended now. */
  verdict(acc: Acc, setting: Setting): Share;
  /**
   * Whether every future leaves `a` with no less than `b`; where it is left out, only equal accumulators compare.
   * What is told later is never worth more, and both see the same facts, `a` no later than `b`.
   */
  atLeast?(a: Acc, b: Acc, future?: Future): boolean;
  /** The most that `verdict` can still become. Never less than any verdict reachable from here. */
  bound(acc: Acc, setting: Setting, outlook: Outlook): Share;
}

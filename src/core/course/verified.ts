import type { Minutes, Share } from '../base';
import type { AttemptEvent, Fact, Input, Undone } from '../attempt';
import type { Answer } from '../lesson';
import type { Scorecard } from '../scoring';

/** One decision that counts, where it was taken and what it did. */
export interface VerifiedDecision {
  /** Place among the decisions that count, from 0: the moment of a pin is this plus one. */
  readonly index: number;
  /** Place among the lines handed in, from 1. */
  readonly line: number;
  readonly scene: string;
  /** The scene after it. */
  readonly to: string;
  readonly input: Input;
  /** Simulated minute at which it was taken. */
  readonly at: Minutes;
  /** Real seconds before it, by the learner's clock. */
  readonly seconds: number;
  readonly hint: boolean;
  readonly facts: readonly Fact[];
}

interface Known {
  /** `handinId` of the result. */
  readonly id: string;
  /** `numberKey` of the number typed. */
  readonly number: string;
  /** As typed. */
  readonly student: { readonly number: string; readonly name: string };
  readonly assignment: string;
  readonly task: string;
  readonly startedAt: number;
  readonly finishedAt: number;
  /** Milliseconds after the due date, by the learner's clock; 0 in time or without one. */
  readonly late: number;
  readonly reflection: string;
  /** Recomputed mark in basis points of 100; the mark claimed was the same. */
  readonly score: Share;
  /** Real seconds worked, by the learner's clock. */
  readonly seconds: number;
}

export interface VerifiedCase extends Known {
  readonly kind: 'case';
  readonly scenarioId: string;
  readonly scenarioHash: string;
  readonly seed: number;
  /** With the seven rights and the caps. */
  readonly scorecard: Scorecard;
  readonly decisions: readonly VerifiedDecision[];
  readonly log: readonly AttemptEvent[];
  readonly undone: readonly Undone[];
  /** The scene in which the case ended. */
  readonly ending: string;
  /** Hints seen, also those taken back afterwards. */
  readonly hintsTaken: number;
  /** Simulated minutes from the start of the case to the last decision. */
  readonly minutes: number;
}

/** One answer to a check of a section, judged again. */
export interface VerifiedAnswer {
  readonly check: string;
  /** As it was handed in; undefined where no check takes such a thing, which a verified result never holds. */
  readonly answer: Answer | undefined;
  readonly right: boolean;
  /** What the learner said beforehand: one of `CONFIDENCES`. */
  readonly confidence: string;
  /** Whether it is the one that counts for its check. */
  readonly counts: boolean;
}

export interface VerifiedSection extends Known {
  readonly kind: 'section';
  readonly section: string;
  /** Every answer given, in the order given: of several to a check exactly one counts. */
  readonly answers: readonly VerifiedAnswer[];
  /** Checks whose answer that counts is right, and checks of the section. */
  readonly right: number;
  readonly checks: number;
}

/** A result whose mark follows from its log on this case, this seed and these rules. It does not say who played. */
export type VerifiedHandin = VerifiedCase | VerifiedSection;

import type { Json } from '../../core/base';

/** How an attempt is played: freely, or for a mark. */
export const ATTEMPT_MODES = ['practice', 'assessed'] as const;
export type AttemptMode = (typeof ATTEMPT_MODES)[number];

/** What is known when an attempt begins. None of it ever changes: the first event is chained to it. */
export type NewAttempt = {
  /** Name of the attempt: 1 … 64 of `a-z`, `0-9`, `-`, beginning with a letter or digit (a UUID fits). */
  readonly id: string;
  readonly scenarioId: string;
  readonly scenarioHash: string;
  /** Whole number ≥ 0 from which the hidden facts were drawn. */
  readonly seed: number;
  readonly mode: AttemptMode;
  /** Version of the rules that read the inputs. */
  readonly engine: number;
  /** Real time, milliseconds since 1970; for lists and reports, never scored. */
  readonly startedAt: number;
  readonly locale: string;
};

/** An attempt without its events. */
export type AttemptHeader = NewAttempt & {
  readonly status: 'open' | 'finished';
  /** Number of the last event, 0 before the first. */
  readonly lastSeq: number;
  readonly v: 1;
};

/** One input as stored. Events are added, never changed; each carries the hash of the one before it. */
export type StoredEvent = {
  readonly attempt: string;
  /** 1 for the first event, no gaps. */
  readonly seq: number;
  readonly v: 1;
  /** Real time, milliseconds since 1970; for reports only. */
  readonly wall: number;
  /** What the learner did, opaque to the storage. */
  readonly input: Json;
  /** `hash` of the event before; for the first event `originOf` the header. */
  readonly prev: string;
  /** Hash of the canonical text of all members above. */
  readonly hash: string;
};

/** What belongs to the page rather than to the log: one JSON value per kind and id, the last one written wins. */
export const VALUE_KINDS = [
  'setting',
  'notes',
  'reflection',
  'result',
  // Classroom: an assignment taken up (by its id), the task an attempt was made for, remarks on an attempt.
  'assignment',
  'task',
  'remark',
] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

/** A value as the journal keeps it. */
export type StoredValue = { readonly kind: ValueKind; readonly id: string; readonly value: Json };

/**
 * One answer to a check of a lesson. Added, never changed. One copy only: an answer that is lost can be given again,
 * and no mark depends on it.
 */
export type StoredAnswer = {
  /** Unique for every answer. */
  readonly id: string;
  /** `u05/s3` */
  readonly section: string;
  readonly check: string;
  /** Real time, milliseconds since 1970. */
  readonly at: number;
  /** What was answered, opaque to the storage. */
  readonly answer: Json;
  readonly right: boolean;
  /** What the learner said beforehand: `sure`, `unsure`, `guess`. */
  readonly confidence: string;
};

/** Where a reader is in a section of the course; the last one written wins. */
export type StoredReading = {
  /** `u05/s3` */
  readonly section: string;
  /** Id of the block that was at the top; empty at the beginning. */
  readonly position: string;
  readonly done: boolean;
  readonly at: number;
};

/**
 * What was worked out from stored attempts, kept so that it need not be worked out again. Derived: dropping any of it
 * costs time and nothing else, so there is one copy, and no backup.
 */
export type StoredAnalysis = {
  /** Names everything the value depends on. */
  readonly key: string;
  /** Real time, milliseconds since 1970. */
  readonly at: number;
  /** Opaque to the storage. */
  readonly value: Json;
};

/** So many analyses are kept; then the oldest go. An attempt has two of a few kilobytes. */
export const ANALYSES_KEPT = 200;

const NAME = /^[a-z0-9][a-z0-9-]{0,63}$/;

/**
 * Tells whether a text may name an attempt or a value: it becomes a file name on every system.
 * @example isName('3f0c-11') // true
 */
export function isName(text: string): boolean {
  return NAME.test(text);
}

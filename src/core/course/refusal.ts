import type { Refusal } from '../attempt';
import type { TaskMode } from './model';

/**
 * Why a result does not count. Lines and answers count from 1, in the order handed in; lines that were taken back
 * count as well. Scores are basis points.
 */
export type HandinRefusal =
  /** `assignment` is the one it says it is for; empty for none. */
  | { readonly code: 'other-assignment'; readonly assignment: string }
  | { readonly code: 'unknown-task'; readonly task: string }
  /** The task asks for something else than what was worked. */
  | { readonly code: 'wrong-task'; readonly asked: string; readonly worked: string }
  | { readonly code: 'unknown-scenario'; readonly scenarioId: string }
  /** The case has this name, but another content than the one asked for, or than the one at hand. */
  | {
      readonly code: 'changed-scenario';
      readonly scenarioId: string;
      readonly hash: string;
      readonly here: string;
    }
  | { readonly code: 'other-engine'; readonly engine: number; readonly here: number }
  | { readonly code: 'wrong-seed'; readonly seed: number; readonly asked: number }
  | { readonly code: 'wrong-mode'; readonly mode: TaskMode; readonly asked: TaskMode }
  | { readonly code: 'what-if' }
  | { readonly code: 'unreadable-event'; readonly line: number }
  | { readonly code: 'impossible-event'; readonly line: number; readonly reason: Refusal | 'wrong-clock' }
  | { readonly code: 'hint-not-allowed'; readonly line: number }
  /** The case was still open after the last line. */
  | { readonly code: 'unfinished' }
  | { readonly code: 'edited-score'; readonly claimed: number; readonly recomputed: number }
  /** The full mark of this case is not known: nothing can be said about any score. */
  | { readonly code: 'too-large'; readonly scenarioId: string }
  | { readonly code: 'unknown-section'; readonly section: string }
  | { readonly code: 'unknown-check'; readonly answer: number; readonly check: string }
  /** An answer that the check cannot be given. */
  | { readonly code: 'edited-answers'; readonly answer: number; readonly check: string }
  /** Everything fits, but the file is not as it was written: a name, a time or a text was changed by hand. */
  | { readonly code: 'edited-file' };

export type HandinRefusalCode = HandinRefusal['code'];

/** Every reason, in the order in which they are looked for. */
export const HANDIN_REFUSALS = [
  'other-assignment',
  'unknown-task',
  'wrong-task',
  'what-if',
  'unknown-scenario',
  'changed-scenario',
  'other-engine',
  'wrong-mode',
  'wrong-seed',
  'unreadable-event',
  'impossible-event',
  'hint-not-allowed',
  'unfinished',
  'too-large',
  'unknown-section',
  'unknown-check',
  'edited-answers',
  'edited-score',
  'edited-file',
] as const satisfies readonly HandinRefusalCode[];

import type { Json, Locale } from '../base';

/** How an assigned case is played: with undo and hints, or for a mark. */
export const TASK_MODES = ['practice', 'assessed'] as const;
export type TaskMode = (typeof TASK_MODES)[number];

/** Whether all play the same case, or everyone their own draw of it. */
export const SEED_POLICIES = ['same', 'own'] as const;
export type SeedPolicy = (typeof SEED_POLICIES)[number];

/** Which of several attempts at a task gives the mark. */
export const ATTEMPT_POLICIES = ['first', 'best', 'last', 'last-two'] as const;
export type AttemptPolicy = (typeof ATTEMPT_POLICIES)[number];

/** A person on a class list. `number` is what the school calls 学号: unique in its class, compared after `numberKey`. */
export interface Student {
  readonly number: string;
  readonly name: string;
  /** Group inside the class; empty where there is none. */
  readonly group: string;
}

/** A class and who is in it. */
export interface Roster {
  readonly id: string;
  readonly name: string;
  readonly students: readonly Student[];
}

/** One thing to do: a case to work, or a section of the course to read and check. */
export type Task = CaseTask | SectionTask;

export interface CaseTask {
  readonly kind: 'case';
  /** `t1`, `t2` …, unique in its assignment. */
  readonly id: string;
  readonly scenarioId: string;
  /** The content the instructor saw; another content is another case. */
  readonly scenarioHash: string;
  /** Draw of the case where all play the same; where everyone has their own it only salts `seedFor`. 1 … 999,999. */
  readonly seed: number;
  /** Share in the total, relative to the other tasks: a whole number, 1 … 100. */
  readonly weight: number;
}

export interface SectionTask {
  readonly kind: 'section';
  readonly id: string;
  /** `u05/s3` */
  readonly section: string;
  readonly weight: number;
}

/** What an instructor asks of a class. It travels as a link, a QR code or a file and holds no secret. */
export interface Assignment {
  readonly v: 1;
  /** Ten of `0-9a-z` without `i l o u`, drawn at random. */
  readonly id: string;
  readonly title: string;
  /** Who asks; shown to students. */
  readonly teacher: string;
  /** For which class; shown to students. */
  readonly course: string;
  /** What the instructor wants to say; plain text, may be empty. */
  readonly note: string;
  readonly mode: TaskMode;
  /** Whether hints may be taken. */
  readonly hints: boolean;
  readonly seeds: SeedPolicy;
  readonly attempts: AttemptPolicy;
  /** Real time, milliseconds since 1970; null for no date. */
  readonly due: number | null;
  /** Language to be worked in; null for free choice. */
  readonly locale: Locale | null;
  readonly tasks: readonly Task[];
  /** Public key of the instructor (P-256 point, uncompressed, base64url): results are sealed to it; null for open ones. */
  readonly key: string | null;
}

/** What a worked case is handed in with. */
export interface CaseWork {
  readonly kind: 'case';
  readonly scenarioId: string;
  readonly scenarioHash: string;
  readonly engine: number;
  readonly seed: number;
  readonly mode: TaskMode;
  /** Where the log comes from: an attempt, or a what-if branch (never made by the product, always refused). */
  readonly origin: 'attempt' | 'what-if';
  /** The stored lines, inputs and taken-back inputs, as `eventToJson` and `undoToJson` write them. */
  readonly lines: readonly Json[];
  /** Whole real seconds before each line, by the learner's clock: 0 … 65,535. As many as there are lines. */
  readonly seconds: readonly number[];
  /** The mark the learner saw, in basis points of 100 (6150 = 61.5). */
  readonly claimed: number;
}

/** What a section of the course is handed in with: every answer given, in the order given. */
export interface SectionWork {
  readonly kind: 'section';
  readonly section: string;
  readonly answers: readonly HandedAnswer[];
  readonly claimed: number;
}

export interface HandedAnswer {
  readonly check: string;
  readonly answer: Json;
  readonly confidence: string;
}

/** A result as a student hands it in. */
export interface Handin {
  readonly v: 1;
  /** Empty for work that nobody assigned. */
  readonly assignment: string;
  readonly task: string;
  /** As typed by the student. */
  readonly student: { readonly number: string; readonly name: string };
  /** Real time by the learner's clock, milliseconds since 1970. */
  readonly startedAt: number;
  readonly finishedAt: number;
  readonly work: CaseWork | SectionWork;
  /** What the learner wrote about it; may be empty. */
  readonly reflection: string;
}

/** Instructor's mark in place of the machine's, which stays beside it. */
export interface Override {
  readonly number: string;
  readonly task: string;
  /** Basis points of 100. */
  readonly score: number;
  readonly reason: string;
  readonly at: number;
}

/**
 * A remark pinned to a moment. Of a case: 0 before the first counted input, n after the n-th. Of a section: n at its n-th
 * check, in the order of the text that the instructor reviewed.
 */
export interface Pin {
  readonly moment: number;
  readonly text: string;
}

/** What an instructor says about one result; travels back as a file or link. */
export interface Remarks {
  readonly v: 1;
  readonly assignment: string;
  readonly task: string;
  /** `handinId` of the result that is spoken of. */
  readonly handin: string;
  readonly number: string;
  readonly teacher: string;
  readonly overall: string;
  readonly pins: readonly Pin[];
  readonly at: number;
}

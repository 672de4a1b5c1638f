import type { Json } from '../../core/base';
import type { Assignment, MissingRule } from '../../core/course';

/** What a row of the workspace can be. */
export const ROW_KINDS = [
  'class',
  'assignment',
  /** Up to `SHEAF` results of one assignment, without their originals: lists read few rows instead of many. */
  'handins',
  /** One result as it came in. */
  'original',
  'override',
  'feedback',
  'remarks',
  /** Derived from the others; dropped at will and not part of backups. */
  'analysis',
  'profile',
] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** An assignment with what only the instructor knows of it. */
export interface HeldAssignment {
  readonly assignment: Assignment;
  /** Class it was made for. */
  readonly classId: string;
  readonly createdAt: number;
  /** As it was last given out; null before. Students work with this one until they open a newer link. */
  readonly given: Assignment | null;
  readonly givenAt: number | null;
  /** What a task that was not handed in counts in the total; left out: 0. */
  readonly missing?: MissingRule;
}

/** How a result came in. */
export const HANDIN_WAYS = ['file', 'code', 'qr'] as const;
export type HandinWay = (typeof HANDIN_WAYS)[number];

/** A result that came in, with what was found about it. */
export interface StoredHandin {
  /** `handinId` of the result; for what could not be read a hash of what came in. */
  readonly id: string;
  /** The assignment it is collected under, also where it turned out to belong elsewhere. */
  readonly assignment: string;
  /** Empty where unreadable; so are number and name. */
  readonly task: string;
  readonly number: string;
  readonly name: string;
  /** Real time by the learner's clock, milliseconds since 1970; 0 where unreadable. */
  readonly finishedAt: number;
  readonly receivedAt: number;
  readonly via: HandinWay;
  /** Name of the file it came in; empty for codes. */
  readonly source: string;
  /** What was found: opaque to the storage. Small, since lists read it: about 1 kB. */
  readonly verdict: Json;
}

/** A result to be filed: with what came in, unchanged. */
export interface NewHandin extends StoredHandin {
  readonly original: Uint8Array | string;
}

/** What adding results came to. */
export interface AddedHandins {
  readonly added: number;
  /** Ids that were there already and were left alone. */
  readonly known: readonly string[];
}

/** What an instructor says to one student about an assignment as a whole. */
export interface Feedback {
  readonly number: string;
  readonly text: string;
  readonly at: number;
}

/** Something worked out from hand-ins that takes long to work out again. */
export interface StoredAnalysis {
  readonly id: string;
  readonly assignment: string;
  readonly value: Json;
}

/** Who teaches here. */
export interface Profile {
  /** Name that students read. */
  readonly teacher: string;
}

/** `open`: there is no passphrase. */
export type LockState = 'open' | 'unlocked' | 'locked';

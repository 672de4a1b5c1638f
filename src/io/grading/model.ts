import type { Input } from '../../core/attempt';
import type { Assignment, HandinRefusal, Sketch } from '../../core/course';
import type { Check } from '../../core/lesson';
import type { CriticalErrorId, Logic, Right } from '../../core/scenario';
import type { KeyPair } from '../secrets';

/** How a result came in. */
export type Way = 'file' | 'code' | 'qr';

/** Something that was dropped, pasted or scanned: bytes of a file, or text that may hold any number of codes. */
export interface RawItem {
  readonly via: Way;
  /** Name of the file; empty for text. */
  readonly source: string;
  readonly content: Uint8Array | string;
}

/** What results are held against. Everything in it can be posted to a worker. */
export interface GradingOrder {
  readonly assignment: Assignment;
  /** The scenarios of its tasks. */
  readonly logics: readonly Logic[];
  /** The checks of its sections, by place. */
  readonly checks: Readonly<Record<string, readonly Check[]>>;
  /** The keys of this workspace; none where it has no passphrase. */
  readonly pairs: readonly KeyPair[];
}

/** Reasons without a place, found before any log was played or because the check itself failed. */
export const ARRIVAL_FAULTS = [
  'not-ours',
  'not-text',
  'empty',
  'file-too-large',
  'truncated',
  'damaged',
  'newer',
  'no-key',
  'wrong-key',
  'not-sealed',
  'no-crypto',
  'bad-key',
  'hung',
  'broken',
] as const;
type ArrivalFault = (typeof ARRIVAL_FAULTS)[number];
type Plain<Code extends string> = Code extends string ? { readonly code: Code } : never;

/** Why something that came in does not count. */
export type Refused =
  | HandinRefusal
  | Plain<ArrivalFault>
  | { readonly code: 'malformed'; readonly path: string }
  | { readonly code: 'other-kind'; readonly kind: 'assignment' | 'remarks' };

/** Share of each right that the case has rows for, in basis points; null where there was too little evidence. */
export type RightsProfile = Readonly<Partial<Record<Right, number | null>>>;

/** Proved by playing it again. */
export interface Accepted {
  readonly ok: true;
  readonly sketch: Sketch;
  /** Empty for sections. */
  readonly rights: RightsProfile;
  /** Critical errors that stand. */
  readonly errors: readonly CriticalErrorId[];
  readonly hints: number;
}

export interface Rejected {
  readonly ok: false;
  readonly refused: Refused;
  /** What the named line gives, where it can be read. */
  readonly input: Input | null;
}

/** What was found about one result; small and plain, it is kept with it. */
export type Verdict = Accepted | Rejected;

/** One result, or something that was meant to be one. */
export interface Outcome {
  /** `handinId` of what was accepted; for the rest a name of its own, so that it never stands in the way of a good one. */
  readonly id: string;
  /** Empty where unreadable; so are number and name. */
  readonly task: string;
  readonly number: string;
  readonly name: string;
  /** By the learner's clock; 0 where unreadable. */
  readonly finishedAt: number;
  readonly via: Way;
  readonly source: string;
  /** As it came in: to show it to the student, or to check it again. */
  readonly original: Uint8Array | string;
  readonly verdict: Verdict;
}

import * as v from 'valibot';
import type { Json } from '../../core/base';
import {
  ATTEMPT_POLICIES,
  MISSING_RULES,
  SEED_POLICIES,
  TASK_MODES,
  type Assignment,
  type Override,
  type Remarks,
  type Roster,
} from '../../core/course';
import {
  HANDIN_WAYS,
  type Feedback,
  type HeldAssignment,
  type Profile,
  type RowKind,
  type StoredHandin,
} from './model';

// What rows say inside. A backup comes from outside, so every row is read through one of these.

const text = v.pipe(v.string(), v.maxLength(20_000));
const name = v.pipe(v.string(), v.maxLength(200));
const time = v.pipe(v.number(), v.finite());
const whole = (low: number, high: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(low), v.maxValue(high));
/** Plain data by construction: it was just read from JSON. */
const json = v.custom<Json>(() => true);
const listOf = <T extends v.GenericSchema>(schema: T) => v.pipe(v.array(schema), v.maxLength(20_000));

const task = v.variant('kind', [
  v.strictObject({
    kind: v.literal('case'),
    id: name,
    scenarioId: name,
    scenarioHash: name,
    seed: whole(1, 999_999),
    weight: whole(1, 100),
  }),
  v.strictObject({ kind: v.literal('section'), id: name, section: name, weight: whole(1, 100) }),
]);

const assignment: v.GenericSchema<unknown, Assignment> = v.strictObject({
  v: v.literal(1),
  id: name,
  title: name,
  teacher: name,
  course: name,
  note: text,
  mode: v.picklist(TASK_MODES),
  hints: v.boolean(),
  seeds: v.picklist(SEED_POLICIES),
  attempts: v.picklist(ATTEMPT_POLICIES),
  due: v.nullable(time),
  locale: v.nullable(v.picklist(['zh-CN', 'en'])),
  tasks: listOf(task),
  key: v.nullable(name),
});

/** A class list. */
const rosterSchema = v.strictObject({
  id: name,
  name,
  students: listOf(v.strictObject({ number: name, name, group: name })),
});

/** An assignment as the instructor holds it. */
const heldSchema: v.GenericSchema<unknown, HeldAssignment> = v.strictObject({
  assignment,
  classId: name,
  createdAt: time,
  given: v.nullable(assignment),
  givenAt: v.nullable(time),
  missing: v.exactOptional(v.picklist(MISSING_RULES)),
});

const MEMBERS = 10;
const within = (value: unknown, most: number): boolean => typeof value === 'string' && value.length <= most;

/**
 * By hand, for lists are long: 100,000 results take 30 ms like this and 430 ms by a schema. Task, number and name are as
 * a student typed them, or a forger.
 */
function isStoredHandin(value: unknown): value is StoredHandin {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== MEMBERS) return false;
  const each: Partial<Record<keyof StoredHandin, unknown>> = value;
  return (
    within(each.id, 200) &&
    within(each.assignment, 200) &&
    within(each.task, 20_000) &&
    within(each.number, 20_000) &&
    within(each.name, 20_000) &&
    within(each.source, 20_000) &&
    Number.isFinite(each.finishedAt) &&
    Number.isFinite(each.receivedAt) &&
    HANDIN_WAYS.some((way) => way === each.via) &&
    each.verdict !== undefined
  );
}

/** Results of one assignment. */
const sheafSchema = v.custom<readonly StoredHandin[]>(
  (value) => Array.isArray(value) && value.length <= 20_000 && value.every(isStoredHandin),
);

/** What came in, as it came in. */
export type StoredOriginal = v.InferOutput<typeof originalSchema>;

const originalSchema = v.variant('as', [
  v.strictObject({ as: v.literal('text'), text: v.string() }),
  v.strictObject({ as: v.literal('bytes'), bytes: v.pipe(v.string(), v.regex(/^[\w-]*$/)) }),
]);

/** A mark in place of the machine's. */
const overrideSchema = v.strictObject({
  number: name,
  task: name,
  score: whole(0, 10_000),
  reason: text,
  at: time,
});

/** Words to one student about an assignment. */
const feedbackSchema = v.strictObject({ number: name, text, at: time });

/** Remarks on one result. */
const remarksSchema = v.strictObject({
  v: v.literal(1),
  assignment: name,
  task: name,
  handin: name,
  number: name,
  teacher: name,
  overall: text,
  pins: listOf(v.strictObject({ moment: whole(0, 1_000_000), text })),
  at: time,
});

/** Who teaches. */
const profileSchema = v.strictObject({ teacher: name });

/** What is stored under one kind, and how its text is read. */
export interface Kind<T> {
  readonly kind: RowKind;
  readonly schema: v.GenericSchema<unknown, T>;
}

export const CLASS: Kind<Roster> = { kind: 'class', schema: rosterSchema };
export const ASSIGNMENT: Kind<HeldAssignment> = { kind: 'assignment', schema: heldSchema };
export const HANDINS: Kind<readonly StoredHandin[]> = { kind: 'handins', schema: sheafSchema };
export const ORIGINAL: Kind<StoredOriginal> = { kind: 'original', schema: originalSchema };
export const OVERRIDE: Kind<Override> = { kind: 'override', schema: overrideSchema };
export const FEEDBACK: Kind<Feedback> = { kind: 'feedback', schema: feedbackSchema };
export const REMARKS: Kind<Remarks> = { kind: 'remarks', schema: remarksSchema };
export const ANALYSIS: Kind<Json> = { kind: 'analysis', schema: json };
export const PROFILE: Kind<Profile> = { kind: 'profile', schema: profileSchema };

/** By the name of the kind: for rows that come from a backup. */
export const KINDS = {
  class: CLASS,
  assignment: ASSIGNMENT,
  handins: HANDINS,
  original: ORIGINAL,
  override: OVERRIDE,
  feedback: FEEDBACK,
  remarks: REMARKS,
  analysis: ANALYSIS,
  profile: PROFILE,
} as const;

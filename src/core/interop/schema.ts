import * as v from 'valibot';
import { err, isWellFormed, LOCALES, ok, type Json, type Result } from '../base';
import {
  ATTEMPT_POLICIES,
  isId,
  SEED_POLICIES,
  SEEDS,
  TASK_MODES,
  type Assignment,
  type Handin,
  type Remarks,
} from '../course';
import {
  LAST_TIME,
  LONGEST,
  MOST_ANSWERS,
  MOST_LINES,
  MOST_PINS,
  MOST_POINTS,
  MOST_SECONDS,
  MOST_SEED,
  MOST_TASKS,
} from './limits';

const text = (most: number) => v.pipe(v.string(), v.maxLength(most), v.check(isWellFormed));
const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const time = whole(0, LAST_TIME);
const mark = whole(0, MOST_POINTS);
const id = v.pipe(v.string(), v.check(isId));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));
const taskId = v.pipe(v.string(), v.regex(/^t[1-9]\d{0,2}$/));
const slug = v.pipe(v.string(), v.maxLength(LONGEST.id), v.regex(/^[a-z0-9][a-z0-9/-]*$/));
/** What came out of JSON is JSON. */
const json = v.custom<Json>((value) => value !== undefined);
const version = v.literal(1);

const weight = whole(1, 100);
const task = v.variant('kind', [
  v.strictObject({
    kind: v.literal('case'),
    id: taskId,
    scenarioId: slug,
    scenarioHash: hash,
    seed: whole(1, SEEDS),
    weight,
  }),
  v.strictObject({ kind: v.literal('section'), id: taskId, section: slug, weight }),
]);

const assignment = v.strictObject({
  v: version,
  id,
  title: text(LONGEST.title),
  teacher: text(LONGEST.person),
  course: text(LONGEST.title),
  note: text(LONGEST.note),
  mode: v.picklist(TASK_MODES),
  hints: v.boolean(),
  seeds: v.picklist(SEED_POLICIES),
  attempts: v.picklist(ATTEMPT_POLICIES),
  due: v.nullable(time),
  locale: v.nullable(v.picklist(LOCALES)),
  tasks: v.pipe(
    v.array(task),
    v.minLength(1),
    v.maxLength(MOST_TASKS),
    v.check((tasks) => new Set(tasks.map((one) => one.id)).size === tasks.length),
  ),
  // 65 bytes in base64url.
  key: v.nullable(v.pipe(v.string(), v.regex(/^[\w-]{87}$/))),
});

const caseWork = v.pipe(
  v.strictObject({
    kind: v.literal('case'),
    scenarioId: slug,
    scenarioHash: hash,
    engine: whole(0, MOST_SEED),
    seed: whole(0, MOST_SEED),
    mode: v.picklist(TASK_MODES),
    origin: v.picklist(['attempt', 'what-if']),
    lines: v.pipe(v.array(json), v.maxLength(MOST_LINES)),
    seconds: v.pipe(v.array(whole(0, MOST_SECONDS)), v.maxLength(MOST_LINES)),
    claimed: mark,
  }),
  v.check(({ lines, seconds }) => lines.length === seconds.length),
);
const answer = v.strictObject({ check: text(LONGEST.id), answer: json, confidence: text(LONGEST.id) });
const sectionWork = v.strictObject({
  kind: v.literal('section'),
  section: slug,
  answers: v.pipe(v.array(answer), v.maxLength(MOST_ANSWERS)),
  claimed: mark,
});

const handin = v.strictObject({
  v: version,
  assignment: v.union([v.literal(''), id]),
  task: v.union([v.literal(''), taskId]),
  student: v.strictObject({ number: text(LONGEST.number), name: text(LONGEST.person) }),
  startedAt: time,
  finishedAt: time,
  work: v.variant('kind', [caseWork, sectionWork]),
  reflection: text(LONGEST.reflection),
});

const remarks = v.strictObject({
  v: version,
  assignment: v.union([v.literal(''), id]),
  task: v.union([v.literal(''), taskId]),
  handin: hash,
  number: text(LONGEST.number),
  teacher: text(LONGEST.person),
  overall: text(LONGEST.remark),
  pins: v.pipe(
    v.array(v.strictObject({ moment: whole(0, MOST_LINES), text: text(LONGEST.remark) })),
    v.maxLength(MOST_PINS),
  ),
  at: time,
});

/** Why plain data is not what it should be: of a newer version, or where it first differs from the form. */
export type ShapeFault = { readonly code: 'newer' } | { readonly code: 'malformed'; readonly path: string };

function shaped<T>(schema: v.GenericSchema<unknown, T>, raw: Json): Result<T, ShapeFault> {
  // The first defect is enough; to collect those of a hundred thousand bad rows takes seconds.
  const result = v.safeParse(schema, raw, { abortEarly: true });
  if (result.success) return ok(result.output);
  if (isNewer(raw)) return err({ code: 'newer' });
  return err({ code: 'malformed', path: v.getDotPath(result.issues[0]) ?? '' });
}

function isNewer(raw: Json): boolean {
  return raw !== null && typeof raw === 'object' && 'v' in raw && typeof raw.v === 'number' && raw.v > 1;
}

/** Plain data as an assignment, every member within its limits. */
export const shapedAssignment = (raw: Json): Result<Assignment, ShapeFault> => shaped(assignment, raw);
/** Plain data as a result. Lines are read when it is verified. */
export const shapedHandin = (raw: Json): Result<Handin, ShapeFault> => shaped(handin, raw);
/** Plain data as remarks. */
export const shapedRemarks = (raw: Json): Result<Remarks, ShapeFault> => shaped(remarks, raw);

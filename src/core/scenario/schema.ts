import * as v from 'valibot';
import { parseClock } from '../base';
import {
  ACT_KINDS,
  CHANNEL_FITS,
  CHANNELS,
  CONTACTS,
  CRITERIA,
  CRITICAL_ERRORS,
  PHASES,
  SERVICE_LEVELS,
  SYSTEMS,
  TIERS,
  UNITS,
  type Contact,
} from './terms';

// The shape of the file an author writes. Nothing here looks outside its own entry: references, types of
// expressions and texts are the business of `check`. Each part has its own schema, so that one broken entry
// does not hide the defects of the others.

const id = v.pipe(
  v.string(),
  v.regex(/^[a-z][A-Za-z0-9]{0,31}$/, 'an id: letters and digits, starting small'),
);
const slug = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a slug: small letters, digits, hyphens'),
);
const clock = v.pipe(
  v.string(),
  v.check((text) => parseClock(text) !== undefined, 'a clock such as "15:40" or "D+1 08:15"'),
);
const whole = v.pipe(v.number(), v.integer());
const duration = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(600));
const delta = v.pipe(v.number(), v.integer(), v.minValue(-100), v.maxValue(100));
const source = v.pipe(v.string(), v.minLength(1), v.maxLength(400));
/** A number, or an expression that yields one. */
const quantity = v.union([v.number(), source], 'a number or an expression');
/** True, false, or an expression that yields one of them. */
const condition = v.union([v.boolean(), source], 'true, false or an expression');
const scalar = v.union([v.number(), v.boolean(), v.string()], 'a number, true, false or a word');

export const factSchema = v.union(
  [
    scalar,
    v.strictObject({ oneOf: v.pipe(v.array(scalar), v.minLength(2)), weights: v.optional(v.array(whole)) }),
    v.strictObject({ from: v.number(), to: v.number(), step: v.pipe(v.number(), v.gtValue(0)) }),
    v.strictObject({ chance: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)) }),
    v.strictObject({ is: source }),
  ],
  'a value, { oneOf }, { from, to, step }, { chance } or { is: expression }',
);
export type FactSource = v.InferOutput<typeof factSchema>;

export const varSchema = scalar;

/** A number the trainee types: bounds, step and unit are shown with the field. */
export const askSchema = v.strictObject({
  min: whole,
  max: whole,
  step: v.pipe(v.number(), v.integer(), v.minValue(1)),
  unit: v.picklist(UNITS),
});
export type Ask = v.InferOutput<typeof askSchema>;

const fact = <const T extends string>(name: T): v.LiteralSchema<T, undefined> => v.literal(name);
const critical = v.picklist(CRITICAL_ERRORS);

export const emitSchema = v.variant('fact', [
  v.strictObject({ fact: fact('answered') }),
  v.strictObject({ fact: fact('verified'), share: quantity }),
  v.strictObject({ fact: fact('disclosed'), allowed: condition }),
  v.strictObject({ fact: fact('proposed'), quantity, limit: quantity }),
  v.strictObject({
    fact: fact('promised'),
    promise: id,
    due: quantity,
    mean: quantity,
    sd: quantity,
    needBy: quantity,
  }),
  v.strictObject({ fact: fact('renewed'), promise: id, due: quantity }),
  v.strictObject({ fact: fact('delivered'), promise: id, arrived: v.optional(quantity) }),
  v.strictObject({ fact: fact('offered'), amount: quantity, low: quantity, high: quantity }),
  v.strictObject({
    fact: fact('spent'),
    amount: quantity,
    limit: quantity,
    approved: condition,
    share: v.optional(quantity),
  }),
  v.strictObject({ fact: fact('cost'), amount: quantity, best: quantity, worst: quantity }),
  v.strictObject({ fact: fact('served'), level: v.picklist(SERVICE_LEVELS) }),
  v.strictObject({
    fact: fact('confirmed'),
    fit: v.picklist(CHANNEL_FITS),
    written: condition,
    needsWriting: condition,
  }),
  v.strictObject({ fact: fact('met'), deadline: id }),
  v.strictObject({ fact: fact('lapsed'), deadline: id, error: v.optional(critical) }),
  v.strictObject({ fact: fact('erred'), error: critical }),
  v.strictObject({ fact: fact('repaired'), error: critical }),
  v.strictObject({ fact: fact('hinted'), criterion: v.picklist(CRITERIA) }),
]);
export type Emit = v.InferOutput<typeof emitSchema>;

const target = v.strictObject({ scene: id, when: v.optional(source) });
const variant = v.strictObject({ id, when: v.optional(source) });
const marks = v.record(v.picklist(CRITERIA), quantity);

const consequences = {
  when: v.optional(source),
  mood: v.optional(delta, 0),
  trust: v.optional(delta, 0),
  set: v.optional(v.record(id, v.union([scalar, v.strictObject({ is: source })])), {}),
  learns: v.optional(v.array(id), []),
  marks: v.optional(marks, {}),
  emits: v.optional(v.array(emitSchema), []),
};

export const actSchema = v.strictObject({
  ...consequences,
  act: v.picklist(ACT_KINDS),
  minutes: v.optional(duration, 1),
  until: v.optional(clock),
  asks: v.optional(v.record(id, askSchema), {}),
  total: v.optional(quantity),
  hold: v.optional(v.picklist(['explained', 'silent'])),
  tempting: v.optional(v.boolean(), false),
  repeat: v.optional(v.boolean(), false),
  to: v.optional(v.union([id, v.pipe(v.array(target), v.minLength(1))])),
  replies: v.optional(v.array(variant), []),
  lesson: v.optional(slug),
});
export type Act = v.InferOutput<typeof actSchema>;

export const recordSchema = v.strictObject({
  system: v.picklist(SYSTEMS),
  minutes: duration,
  reveals: v.array(id),
  within: v.optional(id),
  when: v.optional(source),
});
export type RecordSpec = v.InferOutput<typeof recordSchema>;

export const sceneSchema = v.strictObject({
  contact: v.optional(v.picklist(CONTACTS), 'line'),
  ending: v.optional(v.boolean(), false),
  acts: v.optional(v.record(id, v.unknown()), {}),
});

export const timelineSchema = v.strictObject({
  ...consequences,
  id,
  at: clock,
  to: v.optional(id),
  silent: v.optional(v.boolean(), false),
});
export type TimelineSpec = v.InferOutput<typeof timelineSchema>;

const tau = v.pipe(v.number(), v.integer(), v.minValue(1));

export const rubricEntrySchema = v.strictObject({
  points: v.pipe(v.number(), v.minValue(0.5), v.maxValue(20)),
  findings: v.optional(v.pipe(v.array(id), v.minLength(1))),
  promises: v.optional(v.record(id, v.pipe(v.number(), v.gtValue(0)))),
  deadlines: v.optional(v.record(id, v.pipe(v.number(), v.gtValue(0)))),
  tau: v.optional(v.union([tau, v.record(id, tau)])),
});
export type RubricEntry = v.InferOutput<typeof rubricEntrySchema>;

export const headSchema = v.strictObject({
  format: v.literal(1),
  id: slug,
  code: v.pipe(v.string(), v.regex(/^(S\d\d|SH)$/)),
  unit: v.pipe(v.string(), v.regex(/^u\d\d$/)),
  phase: v.picklist(PHASES),
  level: v.picklist([1, 2, 3]),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120)),
  starts: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)),
  closes: clock,
  settles: clock,
  first: id,
  leaves: id,
  lapses: id,
  core: v.pipe(v.array(v.picklist(['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7'])), v.minLength(1)),
  customer: v.strictObject({
    id: slug,
    tier: v.picklist(TIERS),
    channel: v.picklist(CHANNELS),
    mood: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
    trust: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
    patience: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(240)),
    urgent: v.optional(v.boolean()),
  }),
  opening: v.optional(v.array(variant), []),
  findings: v.pipe(v.array(id), v.maxLength(30)),
});
export type Head = v.InferOutput<typeof headSchema>;

/** The logic of a scenario after parsing: every entry is whole and every reference leads somewhere. */
export interface Spec extends Head {
  readonly facts: Readonly<Record<string, FactSource>>;
  readonly vars: Readonly<Record<string, v.InferOutput<typeof varSchema>>>;
  readonly records: Readonly<Record<string, RecordSpec>>;
  readonly desk: Readonly<Record<string, Act>>;
  readonly scenes: Readonly<Record<string, Scene>>;
  readonly timeline: readonly TimelineSpec[];
  readonly rubric: Readonly<Partial<Record<(typeof CRITERIA)[number], RubricEntry>>>;
}

export interface Scene {
  readonly contact: Contact;
  readonly ending: boolean;
  readonly acts: Readonly<Record<string, Act>>;
}

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));
const actText = v.strictObject({
  text,
  reply: v.optional(v.union([text, v.record(id, text)])),
  why: text,
});
export type ActText = v.InferOutput<typeof actText>;

const cell = v.union([v.string(), v.number()]);
const blockSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('fields'), rows: v.array(v.strictTuple([text, cell])) }),
  v.strictObject({
    kind: v.literal('table'),
    caption: text,
    head: v.pipe(v.array(text), v.minLength(2)),
    rows: v.array(v.array(cell)),
  }),
  v.strictObject({ kind: v.literal('clauses'), items: v.array(v.strictTuple([text, text])) }),
  v.strictObject({ kind: v.literal('note'), text }),
]);
export type Block = v.InferOutput<typeof blockSchema>;

const recordText = v.strictObject({
  title: text,
  stamp: v.optional(text),
  blocks: v.pipe(v.array(blockSchema), v.minLength(1)),
});
export type RecordText = v.InferOutput<typeof recordText>;

/** The words of a scenario in one language; ids are those of the logic file. */
export const textsSchema = v.strictObject({
  title: text,
  summary: text,
  customer: v.strictObject({ name: text, contact: text, role: text, wants: text }),
  brief: v.strictObject({ role: text, situation: text, goal: text, authority: v.array(text) }),
  opening: v.record(id, text),
  findings: v.record(id, text),
  records: v.record(id, recordText),
  desk: v.optional(v.record(id, actText), {}),
  scenes: v.record(
    id,
    v.strictObject({ title: text, story: v.optional(text), acts: v.optional(v.record(id, actText), {}) }),
  ),
  timeline: v.optional(v.record(id, v.strictObject({ text, why: v.optional(text) })), {}),
  inputs: v.optional(v.record(id, text), {}),
});
export type Texts = v.InferOutput<typeof textsSchema>;

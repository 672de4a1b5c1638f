import fc from 'fast-check';
import { CRITERIA, type CriterionId } from '../../src/core/scenario';
import {
  clockText,
  condition,
  consequences,
  FINDINGS,
  MARKED,
  record,
  sometimes,
  START,
  type RawAct,
  type RawEmit,
  type RawEntry,
  type RawRecord,
  type RawRow,
} from './generate-parts';

/** A scenario file as YAML parses it: plain data that `parseLogic` must accept. */
export type RawCase = ReturnType<typeof assemble>;

interface RawScene {
  readonly contact: 'line' | 'none';
  readonly ending: boolean;
  readonly acts: Readonly<Record<string, RawAct>>;
}

/** Where an act leads: it stays, or to one of the scenes, counted on from its own; the last place is the ending. */
type Way =
  | { readonly kind: 'stay'; readonly repeat: boolean }
  | { readonly kind: 'on'; readonly by: number }
  | { readonly kind: 'back' }
  | { readonly kind: 'fork'; readonly when: string; readonly by: number };

const way: fc.Arbitrary<Way> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('stay' as const),
      repeat: sometimes(fc.constant(true), 1).map((x) => x ?? false),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('on' as const), by: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('back' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('fork' as const), when: condition, by: fc.constant(2) }),
  },
);

const question = fc.constantFrom(
  { q: { min: 0, max: 2, step: 1, unit: 'carton' as const } },
  { q: { min: 1, max: 3, step: 2, unit: 'carton' as const } },
);

interface ActPlan {
  readonly way: Way;
  readonly act: RawAct;
}

const act: fc.Arbitrary<ActPlan> = fc.tuple(sometimes(question, 2), way).chain(([asks, leads]) =>
  fc
    .record({
      ...consequences(asks !== undefined),
      act: fc.constantFrom('say' as const, 'ask' as const, 'propose' as const, 'wait' as const),
      minutes: fc.integer({ min: 0, max: 3 }),
      until: sometimes(fc.integer({ min: START + 3, max: START + 14 }).map(clockText), 1),
      hold: sometimes(fc.constantFrom('explained' as const, 'silent' as const), 2),
    })
    .map((plan): ActPlan => ({ way: leads, act: { ...plan, ...(asks === undefined ? {} : { asks }) } })),
);

const scene = fc.record({
  contact: fc.oneof(
    { weight: 3, arbitrary: fc.constant('line' as const) },
    { weight: 1, arbitrary: fc.constant('none' as const) },
  ),
  exit: act,
  acts: fc.array(act, { maxLength: 2, size: 'max' }),
});

const entry = fc.record({
  ...consequences(false),
  learns: fc.oneof(
    { weight: 6, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: fc.subarray([...FINDINGS], { maxLength: 1 }) },
  ),
  after: fc.integer({ min: 1, max: 16 }),
  to: sometimes(fc.nat(4), 2),
});

const points = fc.constantFrom(2, 4, 6, 8);
const weight = fc.constantFrom(1, 2);
const rows = fc.record(
  {
    'R1.a': fc.record({ points }),
    'R1.b': fc.record(
      { points, findings: fc.subarray([...FINDINGS], { minLength: 1 }) },
      { requiredKeys: ['points'] },
    ),
    'R1.c': fc.record({ points }),
    'R2.a': fc.record({ points, findings: fc.subarray([...FINDINGS], { minLength: 1 }) }),
    'R2.b': fc.record({ points }),
    'R2.d': fc.record({ points }),
    'R3.b': fc.record({ points }),
    'R3.c': fc.record({ points }),
    'R3.d': fc.record({ points }),
    'R4.a': fc.record({ points }),
    'R4.b': fc.record({ points, promises: fc.record({ p0: weight, p1: weight }) }),
    'R4.c': fc.record({
      points,
      promises: fc.record({ p0: weight, p1: weight }),
      tau: fc.constantFrom(5, 30),
    }),
    'R4.d': fc.record({ points, deadlines: fc.record({ d0: weight, d1: weight }) }),
    'R5.a': fc.record({ points }),
    'R6.a': fc.record({ points }),
    'R6.b': fc.record({ points }),
    'R7.a': fc.record({ points, findings: fc.subarray([...FINDINGS], { minLength: 1 }) }),
    'R7.b': fc.record(
      { points, findings: fc.subarray([...FINDINGS], { minLength: 1 }) },
      { requiredKeys: ['points'] },
    ),
    'R7.c': fc.record({ points }),
  },
  { requiredKeys: ['R2.a'] },
);

/**
 * What a case has of all that a case may have. Everything at once would hide the rules that hold only where
 * something is missing, so each case leaves half of it out.
 */
const features = fc.record({
  jumps: fc.boolean(),
  closingRecords: fc.boolean(),
  clocks: fc.boolean(),
  silences: fc.boolean(),
  loops: fc.boolean(),
  guards: fc.boolean(),
  kindEvents: fc.boolean(),
  cruelEvents: fc.boolean(),
  settingEvents: fc.boolean(),
  tellingEvents: fc.boolean(),
  markingEvents: fc.boolean(),
  emittingEvents: fc.boolean(),
});
type Features = typeof features extends fc.Arbitrary<infer T> ? T : never;

const plan = fc.record({
  customer: fc.record({
    id: fc.constant('customer'),
    tier: fc.constantFrom('general' as const, 'key' as const, 'harmful' as const),
    channel: fc.constantFrom('phone' as const, 'chat' as const),
    mood: fc.integer({ min: 3, max: 24 }),
    trust: fc.integer({ min: 0, max: 9 }),
    patience: fc.integer({ min: 1, max: 7 }),
  }),
  scenes: fc.array(scene, { minLength: 2, maxLength: 4, size: 'max' }),
  records: fc.array(record, { minLength: 1, maxLength: 3, size: 'max' }),
  desk: fc.array(act, { maxLength: 1, size: 'max' }),
  timeline: fc.array(entry, { maxLength: 3, size: 'max' }),
  rows,
  closes: fc.integer({ min: 6, max: 14 }),
  settles: fc.integer({ min: 0, max: 6 }),
  hangsUp: fc.boolean(),
  size: fc.oneof(
    fc.integer({ min: 1, max: 3 }),
    fc.constant({ oneOf: [1, 2, 3] }),
    fc.constant({ oneOf: [1, 3], weights: [3, 1] }),
    fc.constant({ from: 1, to: 3, step: 1 }),
  ),
  chance: fc.constantFrom(0, 50, 100),
  has: features,
});
type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never;

/**
 * Small scenarios that use every mechanic of the format: records inside records, numbers, guards over all scopes,
 * every kind of emitted fact, timeline entries that jump, customers who leave, scenes off the line.
 */
export const smallCase: fc.Arbitrary<RawCase> = plan.map((from) => assemble(sparse(from)));

function sparse(from: Plan): Plan {
  const { has } = from;
  const of = (one: ActPlan): ActPlan => sparseAct(one, has);
  return {
    ...from,
    scenes: from.scenes.map((scene) => ({ ...scene, exit: of(scene.exit), acts: scene.acts.map(of) })),
    records: from.records.map((one) => ({ ...one, when: has.closingRecords ? one.when : undefined })),
    desk: from.desk.map(of),
    timeline: from.timeline.map(({ mood, ...one }) => ({
      ...one,
      to: has.jumps ? one.to : undefined,
      when: has.guards ? one.when : undefined,
      mood: (mood > 0 ? has.kindEvents : has.cruelEvents) ? mood : 0,
      set: has.settingEvents ? one.set : {},
      learns: has.tellingEvents ? one.learns : [],
      marks: has.markingEvents ? one.marks : {},
      emits: has.emittingEvents ? one.emits : [],
    })),
  };
}

function sparseAct({ way: leads, act: one }: ActPlan, has: Features): ActPlan {
  return {
    way: leads.kind === 'back' && !has.loops ? { kind: 'on', by: 1 } : leads,
    act: {
      ...one,
      when: has.guards ? one.when : undefined,
      until: has.clocks ? one.until : undefined,
      hold: has.silences || one.hold === 'explained' ? one.hold : undefined,
    },
  };
}

function assemble(from: Plan) {
  const name = (index: number): string => (index >= from.scenes.length ? 'done' : `s${String(index)}`);
  const timeline = from.timeline.map(({ after, to, ...rest }, index): RawEntry => ({
    ...rest,
    id: `e${String(index)}`,
    at: clockText(START + Math.min(after, from.closes + from.settles)),
    to: to === undefined ? undefined : name(to),
  }));
  const opening = head(from);
  const scenes = reached(scenesOf(from, name), [
    opening.first,
    opening.leaves,
    opening.lapses,
    ...timeline.flatMap(({ to }) => to ?? []),
  ]);
  const desk = Object.fromEntries(from.desk.map((one, index) => [`d${String(index)}`, staying(one)]));
  const acts = [...Object.values(scenes).flatMap((of) => Object.values(of.acts)), ...Object.values(desk)];
  const rubric = rubricOf(from, [...acts, ...timeline]);
  const fit = <T extends RawAct | RawEntry>(table: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(table).map(([id, of]) => [id, { ...of, ...fitting(of, rubric) }]));
  return {
    ...opening,
    facts: { luck: { chance: from.chance }, size: from.size, twice: { is: 'facts.size * 2' } },
    vars: { flag: false, count: 0, colour: 'none' },
    findings: [...FINDINGS],
    records: recordsOf(from, [...acts, ...timeline]),
    desk: fit(desk),
    scenes: Object.fromEntries(Object.entries(scenes).map(([id, of]) => [id, { ...of, acts: fit(of.acts) }])),
    timeline: timeline.map((of) => ({ ...of, ...fitting(of, rubric) })),
    rubric,
  };
}

type Scenes = Readonly<Record<string, RawScene>>;

function scenesOf(from: Plan, name: (index: number) => string): Scenes {
  const scenes: Record<string, RawScene> = {};
  from.scenes.forEach(({ contact, exit, acts }, index) => {
    const by = exit.way.kind === 'on' ? exit.way.by : 1;
    const table: Record<string, RawAct> = {
      go: { ...exit.act, when: undefined, until: undefined, to: name(index + by) },
    };
    acts.forEach((one, place) => (table[`a${String(place)}`] = leading(one, index, name)));
    scenes[name(index)] = { contact, ending: false, acts: table };
  });
  for (const ending of ['done', 'left', 'lapsed'])
    scenes[ending] = { contact: 'none', ending: true, acts: {} };
  return scenes;
}

/** The scenes that something leads to. */
function reached(scenes: Scenes, from: readonly string[]): Scenes {
  const found = new Set(from);
  for (const id of found)
    for (const { to } of Object.values(scenes[id]?.acts ?? {})) {
      if (typeof to === 'string') found.add(to);
      else for (const target of to ?? []) found.add(target.scene);
    }
  return Object.fromEntries(Object.entries(scenes).filter(([id]) => found.has(id)));
}

function head(from: Plan) {
  return {
    format: 1,
    id: 'generated',
    code: 'S07',
    unit: 'u05',
    phase: 'transaction',
    level: 2,
    minutes: 5,
    core: ['R7'],
    starts: `2026-03-04T${clockText(START)}`,
    closes: clockText(START + from.closes),
    settles: clockText(START + from.closes + from.settles),
    first: 's0',
    leaves: from.hangsUp ? 'left' : 'done',
    lapses: 'lapsed',
    customer: from.customer,
    // Reads every variable, which the format asks for; an opening has no consequences.
    opening: [{ id: 'some', when: "vars.flag || vars.count > 0 || vars.colour == 'x'" }, { id: 'any' }],
  };
}

/** An act that repeats or leads back takes time, so that every play ends. */
function leading({ way, act: from }: ActPlan, index: number, name: (index: number) => string): RawAct {
  const slow = { ...from, minutes: Math.max(1, from.minutes ?? 1) };
  switch (way.kind) {
    case 'stay':
      return way.repeat ? { ...slow, until: undefined, repeat: true } : from;
    case 'on':
      return { ...from, to: name(index + way.by) };
    case 'back':
      return { ...slow, to: name(Math.max(0, index - 1)) };
    case 'fork':
      return { ...from, to: [{ scene: name(index + way.by), when: way.when }, { scene: name(index + 1) }] };
  }
}

function staying({ way, act: from }: ActPlan): RawAct {
  return leading(
    { way: way.kind === 'stay' ? way : { kind: 'stay', repeat: false }, act: from },
    0,
    () => '',
  );
}

type Sources = readonly (RawAct | RawEntry)[];

/** Records lie in earlier ones; what no record and nobody tells stands in the last of them. */
function recordsOf(from: Plan, sources: Sources): Record<string, RawRecord> {
  const told = new Set([
    ...sources.flatMap((source) => source.learns ?? []),
    ...from.records.flatMap(({ reveals }) => reveals),
  ]);
  const rest = FINDINGS.filter((finding) => !told.has(finding));
  const out: Record<string, RawRecord> = {};
  from.records.forEach(({ inside, ...one }, index) => {
    const last = index === from.records.length - 1;
    out[`r${String(index)}`] = {
      ...one,
      reveals: last ? [...one.reveals, ...rest] : one.reveals,
      ...(inside > 0 && index - inside >= 0 ? { within: `r${String(index - inside)}` } : {}),
    };
  });
  return out;
}

type Rubric = Partial<Record<CriterionId, RawRow>>;

/** The rubric without rows that only marks can feed and none does. */
function rubricOf(from: Plan, sources: Sources): Rubric {
  const marked = new Set(sources.flatMap(({ marks }) => Object.keys(marks ?? {})));
  const out: Rubric = {};
  for (const id of CRITERIA) {
    const row = Object.entries(from.rows).find(([key]) => key === id)?.[1];
    if (row !== undefined && (!MARKED.includes(id) || marked.has(id))) out[id] = row;
  }
  return out;
}

/** Without marks for rows that the rubric lacks, and without promises and deadlines that nobody weighs. */
function fitting(
  { marks, emits }: Pick<RawAct, 'marks' | 'emits'>,
  rubric: Rubric,
): Required<Pick<RawAct, 'marks' | 'emits'>> {
  const promises = rubric['R4.b'] ?? rubric['R4.c'];
  const known = (emit: RawEmit): boolean => {
    if ('promise' in emit) return promises !== undefined;
    return 'deadline' in emit ? rubric['R4.d'] !== undefined : true;
  };
  return {
    marks: Object.fromEntries(Object.entries(marks ?? {}).filter(([id]) => Object.hasOwn(rubric, id))),
    emits: (emits ?? []).filter(known),
  };
}

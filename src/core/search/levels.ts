import { minutes, present } from '../base';
import type { Run } from '../attempt';
import {
  namesIn,
  type CompiledAct,
  type CompiledCase,
  type CompiledEntry,
  type CriticalErrorId,
  type Expr,
  type Scalar,
  type Spec,
} from '../scenario';
import { criticalOf, repairedCap, type Rubric } from '../scoring';
import { scenesAhead, type Living } from './ahead';
import { certainValue, type Certainty } from './certainty';
import { deliveriesFrom, type Delivery } from './deliveries';

/** An event that must be prevented: the fact that prevents it has to come before the minute it is due. */
export interface Must {
  readonly due: number;
  readonly fact: string;
}

/**
 * A limit on the final score, and what a play that goes beyond the next lower limit cannot do or leave undone.
 * Every play belongs to one level at least.
 */
export interface Level {
  /** Of 100. */
  readonly cap: number;
  /** Acts that are never offered again, or that would break the limit. */
  readonly dead: ReadonlySet<string>;
  readonly musts: readonly Must[];
}

/** What is certain about a state. */
export interface Levelling {
  readonly levels: readonly Level[];
  readonly deliveries: readonly Delivery[];
}

/** What is asked of a state. */
export interface Asked {
  readonly run: Run;
  /** Acts that are left out of account. */
  readonly shut: ReadonlySet<string>;
  /** Whether a finding can still be learned. */
  readonly can: (finding: string) => boolean;
  /** Whether a critical error can still be repaired. */
  readonly repairable: (error: CriticalErrorId) => boolean;
}

const NO_CAP = 100;

interface Tainted {
  readonly cap: number;
  readonly ref?: string;
  readonly must?: Must | undefined;
}

/**
 * The levels of a state, the highest first; the last one forbids nothing. Acts whose condition is certain never to
 * hold again are dead at all levels; acts that are certain to commit a critical error are dead above its cap.
 * @example levelsFrom(c, rubric, asked).levels[0]?.cap // 100, unless an error is certain whatever is done
 */
export function levelsFrom(c: CompiledCase, rubric: Rubric, asked: Asked): Levelling {
  const { dead, certain, open } = settled(c, asked);
  const living: Living = { c, dead };
  const tainted = [
    ...[...scenesAhead(living, asked.run.scene)].flatMap((scene) =>
      present(c.scenes[scene], scene).acts.filter((act) => !dead.has(act.ref)),
    ),
    ...c.desk,
  ].flatMap((act) => taintOf({ c, rubric, asked, certain }, act));
  const lapses = c.timeline
    .slice(asked.run.next)
    .flatMap((entry) => lapseOf({ c, rubric, asked, certain }, entry));
  const all = [...tainted, ...lapses];
  const caps = [...new Set([NO_CAP, ...all.map((one) => one.cap)])].sort((a, b) => b - a);
  const levels = caps.flatMap((cap) => {
    const broken = all.filter((one) => one.cap < cap);
    if (broken.some((one) => one.ref === undefined && one.must === undefined)) return [];
    return [
      {
        cap,
        dead: new Set([...dead, ...broken.flatMap((one) => one.ref ?? [])]),
        musts: broken.flatMap((one) => one.must ?? []),
      },
    ];
  });
  return { levels, deliveries: deliveriesFrom(c, asked.run.next, { certain, open }) };
}

interface At {
  readonly c: CompiledCase;
  readonly rubric: Rubric;
  readonly asked: Asked;
  readonly certain: Certainty;
}

/** Dead acts, and what is certain about names once they are gone: each may settle more of the other. */
function settled(
  c: CompiledCase,
  asked: Asked,
): { readonly dead: ReadonlySet<string>; readonly certain: Certainty; readonly open: Settable } {
  let dead = asked.shut;
  for (;;) {
    const open = settable({ c, dead }, asked.run);
    const certain = certaintyOf(c, asked, open);
    const next = new Set([...asked.shut, ...deadActs(c, certain)]);
    if (next.size === dead.size) return { dead, certain, open };
    dead = next;
  }
}

function certaintyOf(c: CompiledCase, { run, can }: Asked, open: Settable): Certainty {
  return (scope, name): Scalar | undefined => {
    if (scope === 'facts') return c.of.facts[name];
    if (scope === 'input') return undefined;
    if (scope === 'vars') return stays(run, open, name) ? run.vars[name] : undefined;
    if ((run.known & (c.bits[name] ?? 0)) !== 0) return true;
    return can(name) ? undefined : false;
  };
}

/** Whether a word or switch is never set to anything but what it is. */
function stays(run: Run, open: Settable, name: string): boolean {
  const value = run.vars[name];
  return typeof value !== 'number' && [...(open.get(name) ?? [])].every((other) => other === value);
}

/** Variables that living acts and coming events can set, and what to: a value, or undefined where it is worked out. */
export type Settable = ReadonlyMap<string, ReadonlySet<Scalar | undefined>>;

function settable(living: Living, run: Run): Settable {
  const { c, dead } = living;
  const { spec } = c.of.logic;
  const out = new Map<string, Set<Scalar | undefined>>();
  const add = (from: Pick<Spec['timeline'][number], 'set'>): void => {
    for (const [name, value] of Object.entries(from.set)) {
      const values = out.get(name) ?? new Set();
      out.set(name, values.add(typeof value === 'object' ? undefined : value));
    }
  };
  for (const act of Object.values(spec.desk)) add(act);
  for (const id of scenesAhead(living, run.scene))
    for (const [name, act] of Object.entries(present(spec.scenes[id], id).acts))
      if (!dead.has(`${id}.${name}`)) add(act);
  for (const entry of c.timeline.slice(run.next)) add(entryOf(spec, entry));
  return out;
}

function entryOf(spec: Spec, entry: CompiledEntry): Spec['timeline'][number] {
  return present(
    spec.timeline.find((one) => one.id === entry.id),
    entry.id,
  );
}

function deadActs(c: CompiledCase, certain: Certainty): ReadonlySet<string> {
  const { spec, expressions } = c.of.logic;
  const dead = new Set<string>();
  for (const [scene, { acts }] of Object.entries(spec.scenes))
    for (const [id, act] of Object.entries(acts)) {
      const expr = act.when === undefined ? undefined : expressions[act.when];
      if (expr && certainValue(expr, certain) === false) dead.add(`${scene}.${id}`);
    }
  return dead;
}

/** The lowest cap that the certain facts of an act bring. */
function taintOf(at: At, act: CompiledAct): readonly Tainted[] {
  const { spec } = at.c.of.logic;
  const from = act.scene === 'desk' ? spec.desk[act.id] : spec.scenes[act.scene]?.acts[act.id];
  const cap = lowestCap(at, present(from, act.ref), act.change);
  return cap < NO_CAP ? [{ cap, ref: act.ref }] : [];
}

function lapseOf(at: At, entry: CompiledEntry): readonly Tainted[] {
  const { c, asked } = at;
  const { spec, expressions } = c.of.logic;
  const from = entryOf(spec, entry);
  const cap = lowestCap(at, from, entry.change);
  if (cap === NO_CAP) return [];
  const expr = from.when === undefined ? undefined : expressions[from.when];
  const holds = expr === undefined ? true : certainValue(expr, at.certain);
  if (holds === true) return [{ cap }];
  const name = holds === undefined ? switchOf(spec, expr) : undefined;
  if (name === undefined || asked.run.vars[name] !== false) return [];
  return [{ cap, must: { due: entry.at, fact: `set:${name}` } }];
}

/** What an act or event puts on record for certain, measured against the critical errors. */
function lowestCap(
  { c, rubric, asked, certain }: At,
  from: Pick<Spec['timeline'][number], 'emits'>,
  change: CompiledAct['change'],
): number {
  const env = { vars: asked.run.vars, known: asked.run.known, input: {} };
  let lowest = NO_CAP;
  from.emits.forEach((emit, index) => {
    if (!Object.values(emit).every((value) => isSettled(c, value, certain))) return;
    for (const body of change.emits[index]?.(env) ?? []) {
      const found = criticalOf({ ...body, at: minutes(asked.run.now), input: 0 }, rubric.tier);
      if (found === undefined) continue;
      const cap = asked.repairable(found.error) ? repairedCap(found) : found.cap;
      lowest = Math.min(lowest, cap);
    }
  });
  return lowest;
}

/** Whether everything an expression reads is certain to stay as it is. */
function isSettled(c: CompiledCase, value: unknown, certain: Certainty): boolean {
  const expr = typeof value === 'string' ? c.of.logic.expressions[value] : undefined;
  return expr === undefined || namesIn(expr).every((name) => isCertainName(name, certain));
}

function isCertainName(name: string, certain: Certainty): boolean {
  const [scope, rest] = [name.slice(0, name.indexOf('.')), name.slice(name.indexOf('.') + 1)];
  if (scope === 'facts') return true;
  return (scope === 'vars' || scope === 'known') && certain(scope, rest) !== undefined;
}

/** The variable of a condition of the form `!vars.x` where only ever true is set to x. */
export function switchOf(spec: Spec, expr: Expr | undefined): string | undefined {
  if (expr?.op !== 'not' || expr.a.op !== 'ref' || expr.a.of !== 'vars') return undefined;
  const { name } = expr.a;
  const acts = [
    ...Object.values(spec.desk),
    ...Object.values(spec.scenes).flatMap((s) => Object.values(s.acts)),
  ];
  const only = [...acts, ...spec.timeline].every(
    (from) => !Object.hasOwn(from.set, name) || from.set[name] === true,
  );
  return only ? name : undefined;
}

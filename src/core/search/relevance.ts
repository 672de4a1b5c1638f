import { present } from '../base';
import { namesIn, type CompiledCase, type Spec } from '../scenario';
import type { Rubric } from '../scoring';
import { targetsIn } from './reach';

/** What of a state can still make a difference from a scene on. */
export interface Relevant {
  /** Findings that a condition ahead reads, as bits. */
  readonly known: number;
  /** Findings that a condition ahead reads or a criterion counts, as bits. */
  readonly worth: number;
  /** Findings that an act of this very scene reads, or that a criterion counts when it is done, as bits. */
  readonly wanted: number;
  /** Of these, the findings that each act of the scene and of the desk wants, by its ref; `ALL` before an end. */
  readonly wants: ReadonlyMap<string, number>;
  /** Findings that records or events read, whatever is done, as bits. */
  readonly around: number;
  /** Variables that an expression ahead reads. */
  readonly vars: ReadonlySet<string>;
  /** Variables that an act of this very scene reads. */
  readonly varsHere: ReadonlySet<string>;
  /** Variables that acts ahead can set. */
  readonly settable: ReadonlySet<string>;
  /** Whether a customer may still be on the line, so that mood and patience matter. */
  readonly line: boolean;
  /**
   * Whether an act of this scene leads to an ending or lets time pass to a fixed clock: what is done before such
   * an act costs no time, what is done after it does.
   */
  readonly last: boolean;
  /** Scenes that can still be entered, this one included. */
  readonly scenes: readonly string[];
  /** Whether an act ahead makes waiting dear again. */
  readonly silences: boolean;
}

type Act = Spec['desk'][string];
type Entry = Spec['timeline'][number];

/** Facts at which a criterion looks at what is known: what is learned later counts less or nothing. */
const LOOKING = ['proposed', 'served'] as const;

/** Wants everything: what is found out after it comes too late, or at a price. */
const ALL = -1;

/**
 * Works out, scene by scene, what the future can read. Two states that differ only in the rest have the same
 * future, and a look-up that reveals only the rest cannot help.
 * @example relevanceOf(c, rubric).get('arrange')?.line // false
 */
export function relevanceOf(c: CompiledCase, rubric: Rubric): ReadonlyMap<string, Relevant> {
  const { spec } = c.of.logic;
  const counted = bitsNamed(
    c,
    rubric.rows.flatMap((row) => row.setting.entry.findings ?? []),
  );
  const desk = Object.values(spec.desk);
  const around = [
    ...Object.values(spec.records).flatMap((record) => record.when ?? []),
    ...spec.timeline.flatMap((entry) => sourcesOf(entry)),
  ];
  const out = new Map<string, Relevant>();
  for (const id of Object.keys(spec.scenes)) {
    const scenes = reachable(c, id);
    const ahead = [...desk, ...[...scenes].flatMap((s) => actsOf(spec, s))];
    const here = actsOf(spec, id);
    const names = namesRead(c, [...around, ...ahead.flatMap((act) => sourcesOf(act))]);
    const now = namesRead(c, [...around, ...[...here, ...desk].flatMap((act) => sourcesOf(act))]);
    const known = knownBits(c, names);
    const wants = wantsOf(c, rubric, id);
    out.set(id, {
      known,
      worth: known | counted,
      wanted: [...wants.values()].reduce((bits, own) => bits | (own === ALL ? 0 : own), knownBits(c, now)),
      wants,
      around: knownBits(c, namesRead(c, around)),
      vars: variables(names),
      varsHere: variables(now),
      settable: new Set(ahead.flatMap((act) => Object.keys(act.set))),
      line: [...scenes].some((s) => c.scenes[s]?.line === true),
      last: here.some(
        (act) => act.until !== undefined || targetsIn(c, act.to).some((s) => c.scenes[s]?.ending === true),
      ),
      scenes: [...scenes],
      silences: ahead.some((act) => act.hold === 'silent'),
    });
  }
  return out;
}

/** Findings that rows count at a fact. */
function countedAt(c: CompiledCase, rubric: Rubric, fact: (typeof LOOKING)[number]): number {
  const rows = rubric.rows.filter(({ criterion }) => criterion.reads.includes(fact));
  return bitsNamed(
    c,
    rows.flatMap((row) => row.setting.entry.findings ?? []),
  );
}

function wantsOf(c: CompiledCase, rubric: Rubric, scene: string): ReadonlyMap<string, number> {
  const { spec } = c.of.logic;
  const counted = new Map<string, number>(LOOKING.map((fact) => [fact, countedAt(c, rubric, fact)]));
  const wanted = (act: Act): number => {
    if (act.until !== undefined || targetsIn(c, act.to).some((s) => c.scenes[s]?.ending === true)) return ALL;
    const read = knownBits(c, namesRead(c, sourcesOf(act)));
    return act.emits.reduce((bits, emit) => bits | (counted.get(emit.fact) ?? 0), read);
  };
  const acts = (of: string, list: Readonly<Record<string, Act>>): readonly (readonly [string, number])[] =>
    Object.entries(list).map(([id, act]) => [`${of}.${id}`, wanted(act)]);
  return new Map([...acts('desk', spec.desk), ...acts(scene, present(spec.scenes[scene], scene).acts)]);
}

function actsOf(spec: Spec, scene: string): readonly Act[] {
  return Object.values(present(spec.scenes[scene], scene).acts);
}

function variables(names: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...names].filter((name) => name.startsWith('vars.')).map((name) => name.slice(5)));
}

function knownBits(c: CompiledCase, names: ReadonlySet<string>): number {
  return bitsNamed(
    c,
    Object.keys(c.bits).filter((finding) => names.has(`known.${finding}`)),
  );
}

function bitsNamed(c: CompiledCase, findings: readonly string[]): number {
  return findings.reduce((bits, finding) => bits | (c.bits[finding] ?? 0), 0);
}

/** Names that any of these texts reads, as far as they are expressions. */
function namesRead(c: CompiledCase, sources: readonly string[]): ReadonlySet<string> {
  const expressions = sources.flatMap((source) => c.of.logic.expressions[source] ?? []);
  return new Set(expressions.flatMap((expr) => namesIn(expr)));
}

/** Scenes that acts or events can lead to from here, this one included. */
function reachable(c: CompiledCase, from: string): ReadonlySet<string> {
  const { spec } = c.of.logic;
  const found = new Set([from]);
  if (!present(spec.scenes[from], from).ending)
    for (const entry of spec.timeline) if (entry.to !== undefined) found.add(entry.to);
  for (const scene of found)
    for (const act of actsOf(spec, scene)) for (const target of targetsIn(c, act.to)) found.add(target);
  return found;
}

/** Every text of an act or event that may be an expression; plain words find no expression and drop out. */
function sourcesOf(from: Act | Entry): readonly string[] {
  const values: unknown[] = [
    from.when,
    ...Object.values(from.marks),
    ...Object.values(from.set).map((value) => (typeof value === 'object' ? value.is : undefined)),
    ...from.emits.flatMap((emit) => Object.values(emit)),
  ];
  if ('asks' in from) values.push(from.total);
  if ('asks' in from && typeof from.to === 'object') values.push(...from.to.map((target) => target.when));
  return values.filter((value) => typeof value === 'string');
}

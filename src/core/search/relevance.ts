import { present } from '../base';
import { namesIn, type CompiledCase, type Spec } from '../scenario';
import type { Rubric } from '../scoring';

/** What of a state can still make a difference from a scene on. */
export interface Relevant {
  /** Findings that a condition ahead reads, as bits. */
  readonly known: number;
  /** Findings that a condition ahead reads or a criterion counts, as bits. */
  readonly worth: number;
  /** Variables that an expression ahead reads. */
  readonly vars: readonly string[];
  /** Whether a customer may still be on the line, so that mood and patience matter. */
  readonly line: boolean;
}

/**
 * Works out, scene by scene, what the future can read. Two states that differ only in the rest have the same
 * future, and a look-up that reveals only the rest cannot help.
 * @example relevanceOf(c, rubric).get('arrange')?.line // false
 */
export function relevanceOf(c: CompiledCase, rubric: Rubric): ReadonlyMap<string, Relevant> {
  const { spec } = c.of.logic;
  const counted = rubric.rows.flatMap((row) => row.setting.entry.findings ?? []);
  const always = [
    ...Object.values(spec.desk).flatMap((act) => sourcesOf(act)),
    ...Object.values(spec.records).flatMap((record) => record.when ?? []),
    ...spec.timeline.flatMap((entry) => sourcesOf(entry)),
  ];
  const out = new Map<string, Relevant>();
  for (const id of Object.keys(spec.scenes)) {
    const scenes = reachable(spec, id);
    const acts = [...scenes].flatMap((s) => Object.values(present(spec.scenes[s], s).acts));
    const names = namesRead(c, [...always, ...acts.flatMap((act) => sourcesOf(act))]);
    const known = bitsOf(c, names);
    out.set(id, {
      known,
      worth: known | counted.reduce((bits, finding) => bits | (c.bits[finding] ?? 0), 0),
      vars: Object.keys(spec.vars).filter((name) => names.has(`vars.${name}`)),
      line: [...scenes].some((s) => c.scenes[s]?.line === true),
    });
  }
  return out;
}

function bitsOf(c: CompiledCase, names: ReadonlySet<string>): number {
  let bits = 0;
  for (const [finding, bit] of Object.entries(c.bits)) if (names.has(`known.${finding}`)) bits |= bit;
  return bits;
}

function namesRead(c: CompiledCase, sources: readonly string[]): ReadonlySet<string> {
  const expressions = sources.flatMap((source) => c.of.logic.expressions[source] ?? []);
  return new Set(expressions.flatMap((expr) => namesIn(expr)));
}

/** Scenes that acts or events can lead to from here, this one included. */
function reachable(spec: Spec, from: string): ReadonlySet<string> {
  const found = new Set([from]);
  if (!present(spec.scenes[from], from).ending)
    for (const entry of spec.timeline) if (entry.to !== undefined) found.add(entry.to);
  for (const scene of found)
    for (const act of Object.values(present(spec.scenes[scene], scene).acts)) {
      if (act.to === undefined) continue;
      for (const target of typeof act.to === 'string' ? [act.to] : act.to.map((t) => t.scene)) found.add(target);
    }
  return found;
}

type Part = Spec['desk'][string] | Spec['timeline'][number];

/** Every text of an act or event that may be an expression; plain words find no expression and drop out. */
function sourcesOf(from: Part): readonly string[] {
  const values: unknown[] = [
    from.when,
    ...Object.values(from.marks),
    ...Object.values(from.set).map((value) => (typeof value === 'object' ? value.is : undefined)),
    ...from.emits.flatMap((emit) => Object.values(emit)),
  ];
  if ('asks' in from && typeof from.to === 'object') values.push(...from.to.map((target) => target.when));
  return values.filter((value) => typeof value === 'string');
}

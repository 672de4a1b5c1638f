import { checkerFor, type Checker, type Names, type Wanted } from './check-expression';
import type { Expr } from './expression';
import type { Defects } from './issues';
import type { Act, Emit, FactSource, Spec, TimelineSpec } from './schema';
import type { Scalar } from './terms';

/** One expression as it stands in the file. */
interface Place {
  readonly source: unknown;
  readonly wanted: Wanted;
  readonly path: string;
}

/**
 * Type-checks every expression of a scenario against the names it may use there and returns them by source
 * text. Defects carry the path and what the checker says.
 * @example collectExpressions(spec, 'scenario.yaml', defects)['facts.atp > 0']
 */
export function collectExpressions(
  spec: Spec,
  file: string,
  defects: Defects,
): Readonly<Record<string, Expr>> {
  const out: Record<string, Expr> = {};
  const names = namesOf(spec);
  const plain = checkerFor({ ...names, input: [] });
  const take = (places: readonly Place[], checker: Checker): void => {
    for (const { source, wanted, path } of places) {
      if (typeof source !== 'string') continue;
      const result = checker.check(source, wanted);
      if (result.ok) out[source] = result.value;
      else defects.add('expression', { file, path }, { source, detail: result.error });
    }
  };
  takeFacts(spec, take);
  spec.opening.forEach((entry, i) => {
    take([{ source: entry.when, wanted: 'boolean', path: `opening.${String(i)}.when` }], plain);
  });
  for (const [id, record] of Object.entries(spec.records))
    take([{ source: record.when, wanted: 'boolean', path: `records.${id}.when` }], plain);
  spec.timeline.forEach((entry, i) => {
    take(consequences(entry, `timeline.${String(i)}`, names), plain);
  });
  for (const { act, path } of actsOf(spec)) {
    const input = Object.keys(act.asks);
    take(placesOf(act, path, names), input.length === 0 ? plain : checkerFor({ ...names, input }));
    // The remainder is shown before anything is typed, so a total cannot depend on it.
    take([{ source: act.total, wanted: 'number', path: `${path}.total` }], plain);
  }
  return out;
}

/** A derived fact may use only the facts written above it, so that there is always an order to work them out. */
function takeFacts(spec: Spec, take: (places: readonly Place[], checker: Checker) => void): void {
  const seen: Record<string, Wanted> = {};
  for (const [id, source] of Object.entries(spec.facts)) {
    if (isDerived(source)) {
      const checker = checkerFor({ facts: { ...seen }, vars: {}, known: [], input: [] });
      take([{ source: source.is, wanted: 'number', path: `facts.${id}.is` }], checker);
    }
    seen[id] = typeOfFact(source);
  }
}

function isDerived(source: FactSource): source is { is: string } {
  return typeof source === 'object' && 'is' in source;
}

/** All acts with their path: those of the desk and those of each scene. */
export function actsOf(spec: Spec): readonly { readonly act: Act; readonly path: string }[] {
  const desk = Object.entries(spec.desk).map(([id, act]) => ({ act, path: `desk.${id}` }));
  const scenes = Object.entries(spec.scenes).flatMap(([scene, { acts }]) =>
    Object.entries(acts).map(([id, act]) => ({ act, path: `scenes.${scene}.acts.${id}` })),
  );
  return [...desk, ...scenes];
}

function typeOfFact(source: FactSource): Wanted {
  if (typeof source !== 'object') return wantedOf(source);
  if ('oneOf' in source) return wantedOf(source.oneOf[0] ?? 0);
  return 'chance' in source ? 'boolean' : 'number';
}

/** The type of a written value. */
export function wantedOf(value: Scalar): Wanted {
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'boolean' : 'string';
}

function namesOf(spec: Spec): Omit<Names, 'input'> {
  const facts = Object.entries(spec.facts).map(([id, source]) => [id, typeOfFact(source)] as const);
  const vars = Object.entries(spec.vars).map(([id, value]) => [id, wantedOf(value)] as const);
  return { facts: Object.fromEntries(facts), vars: Object.fromEntries(vars), known: spec.findings };
}

function placesOf(act: Act, path: string, names: Omit<Names, 'input'>): readonly Place[] {
  const targets = typeof act.to === 'object' ? act.to : [];
  return [
    ...consequences(act, path, names),
    ...targets.map((t, i) => condition(t.when, `${path}.to.${String(i)}.when`)),
    ...act.replies.map((r, i) => condition(r.when, `${path}.replies.${String(i)}.when`)),
  ];
}

function condition(source: unknown, path: string): Place {
  return { source, wanted: 'boolean', path };
}

function consequences(from: Act | TimelineSpec, path: string, names: Omit<Names, 'input'>): readonly Place[] {
  const sets = Object.entries(from.set).flatMap(([id, value]): readonly Place[] =>
    typeof value === 'object'
      ? [{ source: value.is, wanted: names.vars[id] ?? 'number', path: `${path}.set.${id}.is` }]
      : [],
  );
  const marks = Object.entries(from.marks).map(([id, source]): Place => ({
    source,
    wanted: 'number',
    path: `${path}.marks.${id}`,
  }));
  const emits = from.emits.flatMap((emit, i) => emitPlaces(emit, `${path}.emits.${String(i)}`));
  return [condition(from.when, `${path}.when`), ...sets, ...marks, ...emits];
}

const conditions: readonly string[] = ['allowed', 'approved', 'written', 'needsWriting'];
const words: readonly string[] = ['fact', 'promise', 'deadline', 'error', 'level', 'fit', 'criterion'];

function emitPlaces(emit: Emit, path: string): readonly Place[] {
  return Object.entries(emit)
    .filter(([key]) => !words.includes(key))
    .map(([key, source]) => ({
      source,
      wanted: conditions.includes(key) ? ('boolean' as const) : ('number' as const),
      path: `${path}.${key}`,
    }));
}

import { namesIn, type CompiledCase, type Expr, type Spec } from '../scenario';

/**
 * Findings, as bits, of which knowing more could also close a way: they are read anywhere but as a plain demand of
 * an act or a record.
 * @example exactBits(c) & c.bits['minimum'] // not 0 where an act has `when: '!known.minimum'`
 */
export function exactBits(c: CompiledCase): number {
  return exactFindings(c).reduce((bits, id) => bits | (c.bits[id] ?? 0), 0);
}

function exactFindings(c: CompiledCase): readonly string[] {
  const { spec, expressions } = c.of.logic;
  const acts = [
    ...Object.values(spec.desk),
    ...Object.values(spec.scenes).flatMap((s) => Object.values(s.acts)),
  ];
  const demands = new Set(
    [...acts, ...Object.values(spec.records)]
      .flatMap((from) => from.when ?? [])
      .filter((source) => {
        const expr = expressions[source];
        return expr !== undefined && !otherwiseRead(spec, source) && isMonotone(expr);
      }),
  );
  return Object.entries(expressions)
    .filter(([source]) => !demands.has(source))
    .flatMap(([, expr]) => namesIn(expr))
    .flatMap((name) => (name.startsWith('known.') ? [name.slice(6)] : []));
}

/** Whether a text that is the condition of an act is also used for something else. */
function otherwiseRead(spec: Spec, source: string): boolean {
  const acts = [
    ...Object.values(spec.desk),
    ...Object.values(spec.scenes).flatMap((s) => Object.values(s.acts)),
  ];
  const elsewhere: unknown[] = [
    ...spec.timeline.flatMap((entry) => [entry.when, ...valuesOf(entry)]),
    ...acts.flatMap((act) => [
      act.total,
      ...valuesOf(act),
      ...(typeof act.to === 'object' ? act.to.map((target) => target.when) : []),
    ]),
  ];
  return elsewhere.includes(source);
}

function valuesOf(from: Spec['timeline'][number] | Spec['desk'][string]): readonly unknown[] {
  return [
    ...Object.values(from.marks),
    ...Object.values(from.set).map((value) => (typeof value === 'object' ? value.is : undefined)),
    ...from.emits.flatMap((emit) => Object.values(emit)),
  ];
}

/** Whether knowing more can only turn a condition from false to true. */
function isMonotone(expr: Expr): boolean {
  if (expr.op === 'and' || expr.op === 'or') return isMonotone(expr.a) && isMonotone(expr.b);
  return expr.op === 'ref' || !namesIn(expr).some((name) => name.startsWith('known.'));
}

import type { Run } from '../attempt';
import { namesIn, num, type CompiledCase, type Scalar } from '../scenario';
import { certainValue, type Certainty } from './certainty';

/** Variables that can still be set, with the values; undefined where a value is worked out in play. */
type Open = ReadonlyMap<string, ReadonlySet<Scalar | undefined>>;

/** More combinations of values than this are not looked at. */
const MOST_CHOICES = 16;

/** Something promised that an event can bring, and when: no later value of the run makes it earlier. */
export interface Delivery {
  readonly promise: string;
  readonly arrives: (run: Run) => number;
}

/**
 * Deliveries by events from an index on, without those whose condition is certain never to hold.
 * @param next index of the first event that is still to come
 * @param open variables that can still be set
 * @example deliveriesFrom(c, 0, { certain, open })[0]?.promise // 'part1'
 */
export function deliveriesFrom(
  c: CompiledCase,
  next: number,
  of: { readonly certain: Certainty; readonly open: Open },
): readonly Delivery[] {
  const { spec, expressions } = c.of.logic;
  return c.timeline.slice(next).flatMap((entry) => {
    const from = spec.timeline.find((one) => one.id === entry.id);
    const when = from?.when === undefined ? undefined : expressions[from.when];
    if (!from || (when && certainValue(when, of.certain) === false)) return [];
    return from.emits.flatMap((emit) => {
      if (emit.fact !== 'delivered') return [];
      const { arrived = entry.at, promise } = emit;
      return [{ promise, arrives: arrivalOf(c, arrived, of.open) }];
    });
  });
}

/** The earliest minute an expression can still turn out, over all values that its variables can still take. */
function arrivalOf(c: CompiledCase, arrived: number | string, open: Open): (run: Run) => number {
  if (typeof arrived === 'number') return () => arrived;
  const expr = c.of.logic.expressions[arrived];
  const names =
    expr === undefined ? [] : [...new Set(namesIn(expr))].filter((name) => !name.startsWith('facts.'));
  const choices = names.map((name) => ({
    name: name.slice(5),
    values: [...(open.get(name.slice(5)) ?? [])],
  }));
  const known = names.every((name) => name.startsWith('vars.'));
  const few = choices.reduce((product, { values }) => product * (values.length + 1), 1) <= MOST_CHOICES;
  if (!expr || !known || !few || choices.some(({ values }) => values.includes(undefined)))
    return () => -Infinity;
  const value = num(expr, { facts: c.of.facts, bits: c.bits });
  return (run) => {
    let worlds: readonly Run['vars'][] = [run.vars];
    for (const { name, values } of choices)
      worlds = worlds.flatMap((vars) => [
        vars,
        ...values.flatMap((other) => (other === undefined ? [] : [{ ...vars, [name]: other }])),
      ]);
    return Math.min(...worlds.map((vars) => value({ vars, known: run.known, input: {} })));
  };
}

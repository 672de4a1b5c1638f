import type { Run } from '../attempt';
import { namesIn, num, type CompiledCase, type Expr, type Scalar } from '../scenario';
import { certainValue, type Certainty } from './certainty';

/** Variables that can still be set, with the values; undefined where a value is worked out in play. */
type Open = ReadonlyMap<string, ReadonlySet<Scalar | undefined>>;

/** More combinations of values than this are not looked at. */
const MOST_CHOICES = 16;

/** Something promised that an event can bring, and when: no later value of the run makes it earlier. */
export interface Delivery {
  readonly promise: string;
  readonly arrives: (run: Run) => number;
  /** The last minute at which it can turn out to have arrived; Infinity where that is not certain. */
  readonly latest: (run: Run) => number;
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
      const arrival = arrivalOf(c, arrived, of.open);
      const may = when === undefined ? undefined : possible(when, of);
      return [
        {
          promise,
          arrives: (run) => (may?.(run) === false ? Infinity : arrival.first(run)),
          latest: (run) => {
            if (may?.(run) === false) return -Infinity;
            return entry.at <= c.start ? Infinity : arrival.last(run);
          },
        },
      ];
    });
  });
}

/** Whether a condition can still come true, by the numbers that will not change any more. */
function possible(
  when: Expr,
  of: { readonly certain: Certainty; readonly open: Open },
): ((run: Run) => boolean) | undefined {
  const numeric = namesIn(when).some((name) => name.startsWith('vars.') && !of.open.has(name.slice(5)));
  if (!numeric) return undefined;
  return (run) => {
    const now: Certainty = (scope, name) =>
      scope === 'vars' && !of.open.has(name) ? run.vars[name] : of.certain(scope, name);
    return certainValue(when, now) !== false;
  };
}

interface Arrival {
  readonly first: (run: Run) => number;
  readonly last: (run: Run) => number;
}

/** The first and the last minute an expression can still turn out, over all values that its variables can still take. */
function arrivalOf(c: CompiledCase, arrived: number | string, open: Open): Arrival {
  if (typeof arrived === 'number') return { first: () => arrived, last: () => arrived };
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
    return { first: () => -Infinity, last: () => Infinity };
  const value = num(expr, { facts: c.of.facts, bits: c.bits });
  const all = (run: Run): readonly number[] => {
    let worlds: readonly Run['vars'][] = [run.vars];
    for (const { name, values } of choices)
      worlds = worlds.flatMap((vars) => [
        vars,
        ...values.flatMap((other) => (other === undefined ? [] : [{ ...vars, [name]: other }])),
      ]);
    return worlds.map((vars) => value({ vars, known: run.known, input: {} }));
  };
  return { first: (run) => Math.min(...all(run)), last: (run) => Math.max(...all(run)) };
}

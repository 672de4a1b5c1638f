import { present } from '../base';
import type { Run } from '../attempt';
import { namesIn, type CompiledCase, type CriterionId } from '../scenario';
import type { Outlook, Rubric } from '../scoring';
import { factsOf, lookAhead, topMarks, type Ahead, type Marks } from './ahead';
import { deadActs } from './certainty';

interface Late {
  readonly facts: ReadonlySet<string>;
  readonly marks: Marks;
}

/** What a bound is asked about. */
interface Seen {
  readonly run: Run;
  readonly resigned?: boolean;
}

interface Sight {
  readonly run: Run;
  readonly ahead: Ahead;
  readonly resigned: boolean;
}

/** Tells every criterion what can still come from a state. Made once a case, asked once a state. */
export class Lookout {
  readonly #c: CompiledCase;
  readonly #rubric: Rubric;
  readonly #ahead: ReadonlyMap<string, Ahead>;
  /** Looks ahead without dead acts, by the set of them. */
  readonly #living = new Map<string, ReadonlyMap<string, Ahead>>();
  /** The same by scene and knowledge. */
  readonly #byKnown = new Map<string, { readonly table: ReadonlyMap<string, Ahead>; readonly key: string }>();
  /** Findings that conditions of acts read, as bits. */
  readonly #asked: number;
  readonly #desk: ReadonlySet<string>;
  readonly #deskMarks: readonly { readonly once: number; readonly marks: Marks }[];
  /** What timeline entries from an index on can cause. */
  readonly #late: readonly Late[];
  readonly #lapses: ReadonlyMap<string, number>;
  /** Bits of the acts that stay in their scene and mark something. */
  readonly #marking: number;
  readonly #made = new Map<string, readonly Outlook[]>();

  constructor(c: CompiledCase, rubric: Rubric) {
    const { spec } = c.of.logic;
    this.#c = c;
    this.#rubric = rubric;
    this.#ahead = lookAhead({ c, dead: new Set() });
    this.#asked = askedBits(c);
    this.#desk = new Set([
      ...Object.values(spec.records).flatMap((record) => record.reveals.map((id) => `learned:${id}`)),
      ...Object.values(spec.desk).flatMap((act) => factsOf(act)),
    ]);
    this.#deskMarks = c.desk
      .map((act) => ({ once: act.once, marks: topMarks(c, present(spec.desk[act.id], act.ref)) }))
      .filter((act) => act.marks.size > 0);
    this.#late = lateFrom(c);
    this.#lapses = lapseTimes(c);
    const staying = [...this.#ahead.values()].flatMap((ahead) => ahead.stay);
    this.#marking = [...staying, ...this.#deskMarks].reduce((bits, act) => bits | act.once, 0);
  }

  /** One outlook a row of the rubric, in its order; the very same object where the same things can still come. */
  from({ run, resigned = false }: Seen): readonly Outlook[] {
    const living = this.#livingFrom(run);
    const ahead = present(living.table.get(run.scene), run.scene);
    const key = `${living.key}|${this.#signature(run, ahead)}|${String(resigned)}`;
    const known = this.#made.get(key);
    if (known) return known;
    const sight: Sight = { run, ahead, resigned };
    const can = (fact: string): boolean => this.#can(fact, sight);
    const made = this.#rubric.rows.map(({ criterion }) => ({
      open: !run.ended,
      marks: this.#marks(criterion.id, sight),
      can,
      certain: (type: string) => (run.ended ? [] : ahead.certain.get(type)),
    }));
    this.#made.set(key, made);
    return made;
  }

  /** What lies ahead, without the acts that this run can never be offered again. */
  #livingFrom(run: Run): { readonly table: ReadonlyMap<string, Ahead>; readonly key: string } {
    const id = `${run.scene}|${String(run.known & this.#asked)}|${String(run.next)}`;
    const known = this.#byKnown.get(id);
    if (known) return known;
    const sight: Sight = { run, ahead: present(this.#ahead.get(run.scene), run.scene), resigned: false };
    const dead = deadActs(this.#c, run.known, (finding) => this.#can(`learned:${finding}`, sight));
    const key = [...dead].join();
    const table = this.#living.get(key) ?? lookAhead({ c: this.#c, dead });
    this.#living.set(key, table);
    const made = { table, key };
    this.#byKnown.set(id, made);
    return made;
  }

  /** Everything else of a run that its outlooks depend on. */
  #signature(run: Run, ahead: Ahead): string {
    let late = '';
    for (const [deadline, due] of this.#lapses) {
      const span = ahead.minutes.get(`met:${deadline}`);
      late += span === undefined || run.now + span < due ? '1' : '0';
    }
    return `${run.scene}|${String(run.next)}|${String(run.done & this.#marking)}|${late}|${String(run.ended)}`;
  }

  /** Whether a critical error can still be put right. */
  repairable({ run, resigned = false }: Seen, error: string): boolean {
    const ahead = present(this.#ahead.get(run.scene), run.scene);
    return this.#can(`repaired:${error}`, { run, ahead, resigned });
  }

  #can(fact: string, { run, ahead, resigned }: Sight): boolean {
    if (run.ended) return false;
    if (this.#desk.has(fact) && !present(this.#c.scenes[run.scene], run.scene).ending) return true;
    if (this.#late[run.next]?.facts.has(fact) === true) return true;
    // One act of this very scene may still end the case.
    if (resigned) return ahead.here.facts.has(fact);
    const span = ahead.minutes.get(fact);
    if (span === undefined) return false;
    const due = fact.startsWith('met:') ? this.#lapses.get(fact.slice(4)) : undefined;
    return due === undefined || run.now + span < due;
  }

  #marks(criterion: CriterionId, { run, ahead, resigned }: Sight): number {
    if (run.ended) return 0;
    let sum = this.#late[run.next]?.marks.get(criterion) ?? 0;
    sum += (resigned ? ahead.here.marks : ahead.away).get(criterion) ?? 0;
    for (const act of resigned ? [] : ahead.stay)
      if ((run.done & act.once) === 0) sum += act.marks.get(criterion) ?? 0;
    for (const act of this.#deskMarks) if ((run.done & act.once) === 0) sum += act.marks.get(criterion) ?? 0;
    return sum;
  }
}

function askedBits(c: CompiledCase): number {
  const { spec, expressions } = c.of.logic;
  const acts = Object.values(spec.scenes).flatMap((scene) => Object.values(scene.acts));
  const names = acts.flatMap((act) => {
    const expr = act.when === undefined ? undefined : expressions[act.when];
    return expr ? namesIn(expr) : [];
  });
  return names.reduce(
    (bits, name) => bits | (name.startsWith('known.') ? (c.bits[name.slice(6)] ?? 0) : 0),
    0,
  );
}

function lateFrom(c: CompiledCase): readonly Late[] {
  const { timeline } = c.of.logic.spec;
  const out: Late[] = [];
  let facts: ReadonlySet<string> = new Set();
  let marks: Marks = new Map();
  for (const entry of [...c.timeline].reverse()) {
    const from = present(
      timeline.find((spec) => spec.id === entry.id),
      entry.id,
    );
    facts = new Set([...facts, ...factsOf(from)]);
    const next = new Map(marks);
    for (const [id, value] of topMarks(c, from)) next.set(id, (next.get(id) ?? 0) + value);
    marks = next;
    out.unshift({ facts, marks });
  }
  return out;
}

/**
 * Minutes after which a deadline cannot be met any more. Only where that is certain: the lapse must be
 * unconditional, or stoppable only by the very acts that meet the deadline.
 */
function lapseTimes(c: CompiledCase): ReadonlyMap<string, number> {
  const { spec, expressions } = c.of.logic;
  const out = new Map<string, number>();
  const causes = [
    ...Object.values(spec.desk),
    ...Object.values(spec.scenes).flatMap((s) => Object.values(s.acts)),
  ];
  for (const entry of c.timeline) {
    const from = present(
      spec.timeline.find((e) => e.id === entry.id),
      entry.id,
    );
    const expr = from.when === undefined ? undefined : expressions[from.when];
    const reads = expr ? namesIn(expr) : [];
    for (const emit of from.emits) {
      if (emit.fact !== 'lapsed' || out.has(emit.deadline)) continue;
      const meets = (act: (typeof causes)[number]): boolean =>
        act.emits.some((e) => e.fact === 'met' && e.deadline === emit.deadline);
      const setters = (name: string): readonly (typeof causes)[number][] =>
        causes.filter((act) => Object.hasOwn(act.set, name.slice(5)));
      const firm = reads.every(
        (name) =>
          name.startsWith('vars.') &&
          setters(name).every(meets) &&
          !spec.timeline.some((e) => Object.hasOwn(e.set, name.slice(5))),
      );
      // A condition that is false from the start would never lapse at all.
      const starts = from.when === undefined || entry.change.may({ vars: c.vars, known: 0, input: {} });
      if (firm && starts) out.set(emit.deadline, entry.at);
    }
  }
  return out;
}

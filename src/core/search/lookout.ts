import { present } from '../base';
import type { Run } from '../attempt';
import type { CompiledCase, CriterionId } from '../scenario';
import type { Outlook, Rubric } from '../scoring';
import { factsOf, lookAhead, topMarks, type Ahead, type Marks } from './ahead';

interface Late {
  readonly facts: ReadonlySet<string>;
  readonly marks: Marks;
}

interface Sight {
  readonly run: Run;
  readonly ahead: Ahead;
}

/** Tells every criterion what can still come from a state. Made once a case, asked once a state. */
export class Lookout {
  readonly #c: CompiledCase;
  readonly #rubric: Rubric;
  readonly #ahead: ReadonlyMap<string, Ahead>;
  readonly #desk: ReadonlySet<string>;
  readonly #deskMarks: readonly { readonly once: number; readonly marks: Marks }[];
  /** What timeline entries from an index on can cause. */
  readonly #late: readonly Late[];
  readonly #lapses: ReadonlyMap<string, number>;

  constructor(c: CompiledCase, rubric: Rubric) {
    const { spec } = c.of.logic;
    this.#c = c;
    this.#rubric = rubric;
    this.#ahead = lookAhead(c);
    this.#desk = new Set([
      ...Object.values(spec.records).flatMap((record) => record.reveals.map((id) => `learned:${id}`)),
      ...Object.values(spec.desk).flatMap((act) => factsOf(act)),
    ]);
    this.#deskMarks = c.desk
      .map((act) => ({ once: act.once, marks: topMarks(present(spec.desk[act.id], act.ref)) }))
      .filter((act) => act.marks.size > 0);
    this.#late = lateFrom(c);
    this.#lapses = lapseTimes(c);
  }

  /** One outlook a row of the rubric, in its order. */
  from(run: Run): readonly Outlook[] {
    const sight: Sight = { run, ahead: present(this.#ahead.get(run.scene), run.scene) };
    const can = (fact: string): boolean => this.#can(fact, sight);
    return this.#rubric.rows.map(({ criterion }) => ({
      open: !run.ended,
      marks: this.#marks(criterion.id, sight),
      can,
    }));
  }

  /** Whether a critical error can still be put right. */
  repairable(run: Run, error: string): boolean {
    return this.#can(`repaired:${error}`, { run, ahead: present(this.#ahead.get(run.scene), run.scene) });
  }

  #can(fact: string, { run, ahead }: Sight): boolean {
    if (run.ended) return false;
    if (this.#desk.has(fact) && !present(this.#c.scenes[run.scene], run.scene).ending) return true;
    if (this.#late[run.next]?.facts.has(fact) === true) return true;
    const span = ahead.minutes.get(fact);
    if (span === undefined) return false;
    const due = fact.startsWith('met:') ? this.#lapses.get(fact.slice(4)) : undefined;
    return due === undefined || run.now + span < due;
  }

  #marks(criterion: CriterionId, { run, ahead }: Sight): number {
    if (run.ended) return 0;
    let sum = (ahead.away.get(criterion) ?? 0) + (this.#late[run.next]?.marks.get(criterion) ?? 0);
    for (const act of ahead.stay) if ((run.done & act.once) === 0) sum += act.marks.get(criterion) ?? 0;
    for (const act of this.#deskMarks) if ((run.done & act.once) === 0) sum += act.marks.get(criterion) ?? 0;
    return sum;
  }
}

function lateFrom(c: CompiledCase): readonly Late[] {
  const { timeline } = c.of.logic.spec;
  const out: Late[] = [];
  let facts: ReadonlySet<string> = new Set();
  let marks: Marks = new Map();
  for (const entry of [...c.timeline].reverse()) {
    const from = present(timeline.find((spec) => spec.id === entry.id), entry.id);
    facts = new Set([...facts, ...factsOf(from)]);
    const next = new Map(marks);
    for (const [id, value] of topMarks(from)) next.set(id, (next.get(id) ?? 0) + value);
    marks = next;
    out.unshift({ facts, marks });
  }
  return out;
}

function lapseTimes(c: CompiledCase): ReadonlyMap<string, number> {
  const out = new Map<string, number>();
  for (const entry of c.timeline) {
    const from = present(c.of.logic.spec.timeline.find((spec) => spec.id === entry.id), entry.id);
    for (const emit of from.emits)
      if (emit.fact === 'lapsed' && !out.has(emit.deadline)) out.set(emit.deadline, entry.at);
  }
  return out;
}

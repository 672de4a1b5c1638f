import { present } from '../base';
import type { Run } from '../attempt';
import { namesIn, type CompiledCase, type CriterionId } from '../scenario';
import type { Outlook, Rubric } from '../scoring';
import { factsOf, lookAhead, stayMarks, topMarks, type Ahead, type Marks, type View } from './ahead';
import type { Delivery } from './deliveries';
import { levelsFrom, type Level } from './levels';

interface Late {
  readonly facts: ReadonlySet<string>;
  readonly marks: Marks;
}

/** What a bound is asked about. */
export interface Seen {
  readonly run: Run;
  readonly resigned?: boolean;
}

/** What can still come, for plays of one level. */
export interface Prospects {
  readonly level: Level;
  readonly ahead: Ahead;
  readonly deliveries: readonly Delivery[];
  /** One a row of the rubric, in its order; the very same list where the same things can still come. */
  readonly outlooks: readonly Outlook[];
}

interface Sight {
  readonly run: Run;
  readonly ahead: Ahead;
  readonly resigned: boolean;
}

/** Levels with what lies ahead at each, and a name that tells them apart. */
interface Levelled {
  readonly level: Level;
  readonly deliveries: readonly Delivery[];
  readonly table: View;
  readonly key: string;
}

/** Tells every criterion what can still come from a state. Made once a case, asked once a state. */
export class Lookout {
  readonly #c: CompiledCase;
  readonly #rubric: Rubric;
  readonly #ahead: View;
  /** Looks ahead without dead acts, by the set of them. */
  readonly #living = new Map<string, View>();
  readonly #levels = new Map<string, readonly Levelled[]>();
  readonly #shut: ReadonlySet<string>;
  /** The same once the desk has closed: nobody can be spoken to any more. */
  readonly #closed: { readonly shut: ReadonlySet<string>; readonly ahead: View };
  /** Findings that some expression reads, as bits. */
  readonly #asked: number;
  /** Variables that are not numbers. */
  readonly #words: readonly string[];
  readonly #desk: ReadonlySet<string>;
  readonly #deskMarks: readonly { readonly once: number; readonly marks: Marks }[];
  /** What timeline entries from an index on can cause. */
  readonly #late: readonly Late[];
  /** Minutes after which deadlines cannot be met any more, by their ids. */
  readonly lapses: ReadonlyMap<string, number>;
  /** Bits of the acts that stay in their scene and mark something. */
  readonly #marking: number;
  readonly #made = new Map<string, readonly Outlook[]>();

  /** @param shut acts that are left out of account */
  constructor(c: CompiledCase, rubric: Rubric, shut: ReadonlySet<string> = new Set()) {
    const { spec } = c.of.logic;
    this.#c = c;
    this.#rubric = rubric;
    this.#shut = shut;
    this.#ahead = lookAhead({ c, dead: shut });
    const silent = new Set([...shut, ...spoken(c)]);
    this.#closed = { shut: silent, ahead: lookAhead({ c, dead: silent }) };
    this.#asked = askedBits(c);
    this.#words = Object.keys(c.vars).filter((name) => typeof c.vars[name] !== 'number');
    this.#desk = new Set([
      ...Object.values(spec.records).flatMap((record) => record.reveals.map((id) => `learned:${id}`)),
      ...Object.values(spec.desk).flatMap((act) => factsOf(act)),
    ]);
    this.#deskMarks = c.desk
      .map((act) => ({
        once: act.once,
        marks: stayMarks(act.once, topMarks(c, present(spec.desk[act.id], act.ref))),
      }))
      .filter((act) => act.marks.size > 0);
    this.#late = lateFrom(c);
    this.lapses = lapseTimes(c);
    const staying = Object.keys(c.scenes).flatMap((id) => this.#ahead.from(id).stay);
    this.#marking = [...staying, ...this.#deskMarks].reduce((bits, act) => bits | act.once, 0);
  }

  /** What can still come, the highest level first. Levels that come too late for what they demand are left out. */
  *from({ run, resigned = false }: Seen): Generator<Prospects> {
    for (const { level, deliveries, table, key } of this.#levelled(run)) {
      const ahead = table.from(run.scene);
      const sight: Sight = { run, ahead, resigned };
      if (!run.ended && level.musts.some((must) => !this.can(must.fact, sight, must.due))) continue;
      yield { level, ahead, deliveries, outlooks: this.#outlooks(sight, key) };
    }
  }

  #outlooks(sight: Sight, level: string): readonly Outlook[] {
    const { run, ahead, resigned } = sight;
    const key = `${level}|${this.#signature(run, ahead)}|${String(resigned)}`;
    const known = this.#made.get(key);
    if (known) return known;
    const can = (fact: string): boolean => this.can(fact, sight);
    const made = this.#rubric.rows.map(({ criterion }) => ({
      open: !run.ended,
      marks: this.#marks(criterion.id, sight),
      can,
      certain: (type: string) => (run.ended ? [] : ahead.certain.get(type)),
    }));
    this.#made.set(key, made);
    return made;
  }

  /** The levels of a run, each with what lies ahead without its dead acts. */
  #levelled(run: Run): readonly Levelled[] {
    const closed = run.now >= this.#c.closes;
    let id = `${run.scene}|${String(run.known & this.#asked)}|${String(run.next)}|${String(closed)}`;
    for (const name of this.#words) id += `|${String(run.vars[name])}`;
    const known = this.#levels.get(id);
    if (known) return known;
    const sight: Sight = { run, ahead: this.#aheadOf(run), resigned: false };
    const { levels, deliveries } = levelsFrom(this.#c, this.#rubric, {
      run,
      shut: closed ? this.#closed.shut : this.#shut,
      can: (finding) => this.can(`learned:${finding}`, sight),
      repairable: (error) => this.can(`repaired:${error}`, sight),
    });
    const made = levels.map((level) => {
      const key = [...level.dead].join();
      const table = this.#living.get(key) ?? lookAhead({ c: this.#c, dead: level.dead });
      this.#living.set(key, table);
      return { level, deliveries, table, key };
    });
    this.#levels.set(id, made);
    return made;
  }

  /** Everything else of a run that its outlooks depend on. */
  #signature(run: Run, ahead: Ahead): string {
    let late = '';
    for (const [deadline, due] of this.lapses) {
      const span = ahead.minutes.get(`met:${deadline}`);
      late += span === undefined || run.now + span < due ? '1' : '0';
    }
    return `${run.scene}|${String(run.next)}|${String(run.done & this.#marking)}|${late}|${String(run.ended)}`;
  }

  /** Whether a critical error can still be put right. */
  repairable({ run, resigned = false }: Seen, error: string): boolean {
    return this.can(`repaired:${error}`, { run, ahead: this.#aheadOf(run), resigned });
  }

  #aheadOf(run: Run): Ahead {
    const table = run.now >= this.#c.closes ? this.#closed.ahead : this.#ahead;
    return table.from(run.scene);
  }

  /** Whether a fact can still come whatever the minute: from the desk or from an event. */
  anytime(fact: string, run: Run): boolean {
    if (this.#desk.has(fact) && !present(this.#c.scenes[run.scene], run.scene).ending) return true;
    return this.#late[run.next]?.facts.has(fact) === true;
  }

  /** The last minute at which something promised arrives, if it does at all; Infinity where that is not certain. */
  latest(run: Run, promise: string): number {
    const fact = `delivered:${promise}`;
    if (this.#desk.has(fact) || this.#aheadOf(run).minutes.has(fact)) return Infinity;
    const own = (this.#levelled(run)[0]?.deliveries ?? []).filter((one) => one.promise === promise);
    return Math.max(...own.map((one) => one.latest(run)));
  }

  /** Whether something that is always at hand can cause a fact. */
  atDesk(fact: string): boolean {
    return this.#desk.has(fact);
  }

  /** Whether a fact can still come, before the minute it is due where there is one. */
  can(fact: string, { run, ahead, resigned }: Sight, before?: number): boolean {
    if (run.ended) return false;
    if (this.anytime(fact, run)) return true;
    // One act of this very scene may still end the case.
    if (resigned) return ahead.here.facts.has(fact);
    const span = ahead.minutes.get(fact);
    if (span === undefined) return false;
    const due = before ?? (fact.startsWith('met:') ? this.lapses.get(fact.slice(4)) : undefined);
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

/** Acts of scenes in which somebody is on the line: from closing time on they are never offered. */
function spoken(c: CompiledCase): readonly string[] {
  return Object.values(c.scenes).flatMap((scene) => (scene.line ? scene.acts.map((act) => act.ref) : []));
}

function askedBits(c: CompiledCase): number {
  const names = Object.values(c.of.logic.expressions).flatMap((expr) => namesIn(expr));
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

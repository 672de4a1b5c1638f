import { present, type Json } from '../base';
import type { Input, Run } from '../attempt';
import type { CompiledCase } from '../scenario';
import type { Rubric, Standing } from '../scoring';
import { Abstraction } from './abstraction';
import { exactBits } from './exact';
import type { Relevant } from './relevance';
import type { Position } from './search';

/** What a state is compared by besides its position. */
export interface Candidate {
  readonly position: Position;
  /** The record opened by the last input; the order of look-ups that follow depends on it. */
  readonly last: string;
  /** What led to it. */
  readonly input: Input | undefined;
}

/** Questions a comparison asks. */
export interface Rules {
  /** Whether being late could be worth something from a run on. */
  readonly late: (run: Run) => boolean;
  /** Whether a play from here that ends with the customer leaving could still be the best one. */
  readonly leaving: (position: Position) => boolean;
  /** The last minute at which something promised arrives from a run on, if it does at all. */
  readonly latest: (run: Run, promise: string) => number;
}

/**
 * States seen so far of which none is at least as good as another. A state is at least as good as another in the
 * same place if it is no later, the customer is no less patient, nothing known, open or earned is missing, and
 * nothing useful is used up: whatever can be done from the other one can be done from it, with no less gained.
 */
export class Frontier {
  readonly #c: CompiledCase;
  readonly #rubric: Rubric;
  readonly #relevant: ReadonlyMap<string, Relevant>;
  readonly #rules: Rules;
  readonly #abstraction: Abstraction;
  readonly #places = new Map<string, Candidate[]>();
  readonly #masks: Masks;

  constructor(
    c: CompiledCase,
    rubric: Rubric,
    of: { relevant: ReadonlyMap<string, Relevant>; rules: Rules },
  ) {
    this.#c = c;
    this.#rubric = rubric;
    this.#relevant = of.relevant;
    this.#rules = of.rules;
    this.#abstraction = new Abstraction(c);
    this.#masks = masksOf(c);
  }

  /** Notes a state; false where another one is at least as good. */
  admits(candidate: Candidate): boolean {
    const place = this.#placeOf(candidate.position);
    const list = this.#places.get(place);
    if (!list) {
      this.#places.set(place, [candidate]);
      return true;
    }
    let leaving: boolean | undefined;
    const mayLeave = (): boolean => (leaving ??= this.#rules.leaving(candidate.position));
    if (list.some((other) => this.#atLeast(other, candidate, mayLeave))) return false;
    list.push(candidate);
    return true;
  }

  #placeOf({ run, resigned = false }: Position): string {
    const relevant = present(this.#relevant.get(run.scene), run.scene);
    const known = run.known & relevant.known & this.#masks.exact;
    const vars = this.#abstraction.text(run.vars, relevant.vars);
    return `${run.scene}|${String(run.next)}|${String(known)}|${String(resigned)}|${vars}`;
  }

  /**
   * Whether an earlier run can be made as late as another one for nothing, by waiting where nobody is on the line.
   * Never said of a run that has just waited: it may be the very way to get there.
   */
  #catchesUp(early: Run, late: Run): boolean {
    return early.next === late.next && this.#c.scenes[early.scene]?.line === false;
  }

  #atLeast(a: Candidate, b: Candidate, mayLeave: () => boolean): boolean {
    if (a.last !== '' && a.last !== b.last) return false;
    const owed = b.position.pending ?? [];
    if (!(a.position.pending ?? []).every((bits) => owed.includes(bits))) return false;
    const [x, y] = [a.position.run, b.position.run];
    const relevant = present(this.#relevant.get(x.scene), x.scene);
    if ((y.known & relevant.known & ~x.known) !== 0) return false;
    if ((x.done & this.#masks.acts & ~y.done) !== 0) return false;
    if ((y.done & this.#masks.folders & ~x.done) !== 0) return false;
    if (x.now > y.now) return false;
    const catchesUp = b.input?.kind !== 'wait' && this.#catchesUp(x, y);
    if (relevant.line && !noWorseFelt(x, y)) return false;
    if (!this.#noWorseStanding(a.position, b.position)) return false;
    // An act without any trace is still a way to let time pass without trying anybody's patience.
    const idle = (x.done & this.#masks.idle & ~y.done) !== 0;
    const later = idle || (x.now < y.now && !catchesUp);
    if (later && (this.#rules.late(x) || this.#rules.late(y))) return false;
    if (!relevant.line || (sameFelt(x, y) && x.now === y.now && !idle)) return true;
    return !mayLeave();
  }

  #noWorseStanding({ run, standing: a }: Position, { standing: b }: Position): boolean {
    if (a === b) return true;
    if (a.criticals !== b.criticals && !noWorseCriticals(a, b)) return false;
    const latest = (promise: string): number => this.#rules.latest(run, promise);
    return this.#rubric.rows.every(({ criterion, setting }, row) => {
      const [x, y]: readonly Json[] = [a.accs[row] ?? null, b.accs[row] ?? null];
      return x === y || criterion.atLeast?.(x ?? null, y ?? null, { setting, latest }) === true;
    });
  }
}

function noWorseFelt(a: Run, b: Run): boolean {
  return a.mood >= b.mood && a.patience >= b.patience && (a.explained || !b.explained);
}

function sameFelt(a: Run, b: Run): boolean {
  return a.mood === b.mood && a.patience === b.patience && a.explained === b.explained;
}

function noWorseCriticals(a: Standing, b: Standing): boolean {
  return a.criticals.every((mark) =>
    b.criticals.some(
      (other) => other.error === mark.error && other.repaired === mark.repaired && other.cap <= mark.cap,
    ),
  );
}

interface Masks {
  /** Findings of which knowing more could also close a way. */
  readonly exact: number;
  /** Acts that stay and can give more than knowledge. */
  readonly acts: number;
  /** Acts that stay and give nothing, or knowledge alone. */
  readonly idle: number;
  /** Records that others lie in. */
  readonly folders: number;
}

function masksOf(c: CompiledCase): Masks {
  const { spec } = c.of.logic;
  const all = [...c.desk, ...Object.values(c.scenes).flatMap((scene) => scene.acts)];
  const givers = all.filter((act) => {
    const { change } = act;
    const from = act.scene === 'desk' ? spec.desk[act.id] : spec.scenes[act.scene]?.acts[act.id];
    const sets = Object.keys(from?.set ?? {}).length > 0;
    return change.emits.length > 0 || change.mood > 0 || act.hold !== undefined || sets;
  });
  const inner = c.records.reduce((bits, record) => bits | record.within, 0);
  return {
    exact: exactBits(c),
    acts: givers.reduce((bits, act) => bits | act.once, 0),
    idle: all.filter((act) => !givers.includes(act)).reduce((bits, act) => bits | act.once, 0),
    folders: inner,
  };
}

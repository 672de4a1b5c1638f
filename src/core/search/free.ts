import { present } from '../base';
import type { Run } from '../attempt';
import type { CompiledAct, CompiledCase, CompiledRecord } from '../scenario';
import { exactBits } from './exact';
import { movesFrom, type Move } from './moves';
import type { Relevant } from './relevance';

interface Rest {
  /** Most minutes that what comes before the next jump of the clock can take; Infinity where each of them counts. */
  readonly minutes: number;
  /** The first clock that an act ahead lets pass to. */
  readonly until: number;
}

/**
 * Moves that are sure to gain: off the line waiting costs nothing, so with time to spare before anything happens,
 * whatever only adds to the record can as well be done at once. Then nothing else need be tried.
 */
export class FreeMoves {
  readonly #c: CompiledCase;
  readonly #relevant: ReadonlyMap<string, Relevant>;
  readonly #rest: ReadonlyMap<string, Rest>;
  readonly #acts: ReadonlySet<string>;
  readonly #exact: number;
  /** Events that make no difference to what is done from a scene on. */
  readonly #inert: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(c: CompiledCase, relevant: ReadonlyMap<string, Relevant>) {
    this.#c = c;
    this.#relevant = relevant;
    this.#rest = new Map([...relevant.keys()].map((id) => [id, restOf(c, id)]));
    this.#acts = new Set(
      allActs(c)
        .filter((act) => onlyAdds(c, act))
        .map((act) => act.ref),
    );
    this.#exact = exactBits(c);
    this.#inert = new Map([...relevant].map(([id, ahead]) => [id, inertFor(c, ahead)]));
  }

  /** The first move that is sure to gain, if there is time to spare. */
  from(run: Run, resigned: boolean): Move | undefined {
    const relevant = present(this.#relevant.get(run.scene), run.scene);
    if (relevant.line || !this.#hasTime(run)) return undefined;
    return movesFrom(this.#c, run).find(({ input, step }) => {
      if (step.run.ended) return false;
      switch (input.kind) {
        case 'wait':
          return false;
        case 'act':
          return !resigned && this.#acts.has(input.act) && this.#teachesWell(run, step.run, relevant);
        case 'look':
          return this.#reveals(run, input.record, relevant) && this.#teachesWell(run, step.run, relevant);
      }
    });
  }

  #hasTime(run: Run): boolean {
    const rest = present(this.#rest.get(run.scene), run.scene);
    const inert = present(this.#inert.get(run.scene), run.scene);
    const next = this.#c.timeline.find((entry, index) => index >= run.next && !inert.has(entry.id));
    const due = next?.at ?? this.#c.settles;
    return run.now + rest.minutes < Math.min(due, rest.until, this.#c.settles);
  }

  /** What is learned on the way closes nothing. */
  #teachesWell(before: Run, after: Run, relevant: Relevant): boolean {
    return (after.known & ~before.known & this.#exact & relevant.known) === 0;
  }

  #reveals(run: Run, id: string, relevant: Relevant): boolean {
    const record = this.#c.records.find((one) => one.id === id);
    return record !== undefined && (this.#within(record) & ~run.known & relevant.worth) !== 0;
  }

  #within(record: CompiledRecord): number {
    let bits = record.learnBits;
    for (const inner of this.#c.records) if ((inner.within & record.once) !== 0) bits |= this.#within(inner);
    return bits;
  }
}

function inertFor(c: CompiledCase, { vars, worth }: Relevant): ReadonlySet<string> {
  const { timeline } = c.of.logic.spec;
  const inert = timeline.filter(
    (entry) =>
      entry.to === undefined &&
      entry.emits.length === 0 &&
      !Object.keys(entry.set).some((name) => vars.has(name)) &&
      !entry.learns.some((finding) => ((c.bits[finding] ?? 0) & worth) !== 0),
  );
  return new Set(inert.map((entry) => entry.id));
}

function allActs(c: CompiledCase): readonly CompiledAct[] {
  return [...c.desk, ...Object.values(c.scenes).flatMap((scene) => scene.acts)];
}

/** Stays, is done once, sets nothing, and gives marks that are never below 0. */
function onlyAdds(c: CompiledCase, act: CompiledAct): boolean {
  const { spec } = c.of.logic;
  const from = act.scene === 'desk' ? spec.desk[act.id] : spec.scenes[act.scene]?.acts[act.id];
  if (!from || act.once === 0 || act.targets.length > 0 || act.until !== undefined) return false;
  const plain =
    Object.keys(from.set).length === 0 && from.emits.length === 0 && Object.keys(act.asks).length === 0;
  const marks = Object.values(from.marks);
  return plain && marks.length > 0 && marks.every((mark) => typeof mark === 'number' && mark >= 0);
}

/** Facts that are worth less the later they come. */
const TIMED: readonly string[] = ['answered', 'promised', 'renewed', 'delivered'];

/** What can be done from a scene until the clock jumps: after that, minutes spent before make no difference. */
function restOf(c: CompiledCase, from: string): Rest {
  const { spec } = c.of.logic;
  const acts = [...c.desk, ...stretch(c, from).flatMap((id) => present(c.scenes[id], id).acts)];
  const repeated = acts.some((act) => act.targets.length === 0 && act.once === 0);
  const timed = acts.some((act) => {
    const of = act.scene === 'desk' ? spec.desk[act.id] : spec.scenes[act.scene]?.acts[act.id];
    return of?.emits.some((emit) => TIMED.includes(emit.fact)) === true;
  });
  const passing = acts.filter((act) => act.until === undefined).reduce((sum, act) => sum + act.minutes, 0);
  const reading = c.records.reduce((sum, record) => sum + record.minutes, 0);
  return {
    minutes: repeated || timed ? Infinity : passing + reading,
    until: Math.min(Infinity, ...acts.map((act) => act.until ?? Infinity)),
  };
}

/** Scenes that can be reached before the clock jumps, the first one included. */
function stretch(c: CompiledCase, from: string): readonly string[] {
  const found = new Set([from]);
  for (const id of found)
    for (const act of present(c.scenes[id], id).acts)
      if (act.until === undefined) for (const target of act.targets) found.add(target);
  return [...found];
}

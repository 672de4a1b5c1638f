import { present } from '../base';
import type { Input, Run } from '../attempt';
import type { CompiledAct, CompiledCase, CompiledRecord } from '../scenario';
import { FreeMoves } from './free';
import { Lateness } from './lateness';
import type { Move } from './moves';
import type { Relevant } from './relevance';
import type { Position } from './search';

// Moves that need not be tried. Each rule is an exchange argument: whatever a play gains by such a move, another
// play gains without it. Tests switch the rules off and compare the answers with plain enumeration.

/**
 * What to do with a move: try it, leave it out, or try it only on the way to an end: looking up, waiting, and at the
 * most one act that ends the case. Waiting, where no event rewards it, is good for nothing else.
 */
export type Keep = 'keep' | 'skip' | 'resign';

/** Decides which moves of a position search may skip. */
export class Pruning {
  readonly #c: CompiledCase;
  readonly #relevant: ReadonlyMap<string, Relevant>;
  readonly #orderly: boolean;
  readonly #free: FreeMoves;
  readonly #lateness: Lateness;

  constructor(c: CompiledCase, relevant: ReadonlyMap<string, Relevant>) {
    this.#c = c;
    this.#relevant = relevant;
    this.#orderly = isOrderly(c, relevant);
    this.#free = new FreeMoves(c, relevant);
    this.#lateness = new Lateness(c, relevant);
  }

  /** The one move that need be tried in a position, where one is sure to gain. */
  forced({ run, resigned = false }: Position): Move | undefined {
    if (!this.#orderly || run.ended) return undefined;
    return this.#free.from(run, resigned);
  }

  /** Whether a move has to be tried in a position reached by `last`. */
  keeps({ run, resigned = false, pending = [] }: Position, move: Move, last: string): Keep {
    const relevant = present(this.#relevant.get(run.scene), run.scene);
    switch (move.input.kind) {
      case 'look': {
        const keep = this.#keepsLook(run, { move, record: move.input.record, relevant, last });
        return resigned && keep === 'keep' ? 'resign' : keep;
      }
      case 'wait':
        return this.#keepsWait({ run, resigned }, move.input.minutes);
      case 'act':
        if (resigned && !move.input.act.startsWith('desk.') && !move.step.run.ended) return 'skip';
        if (!move.step.run.ended && !wantsEach(relevant, move.input.act, pending)) return 'skip';
        if (!this.#keepsAct(run, { move, ref: move.input.act, relevant })) return 'skip';
        return resigned ? 'resign' : 'keep';
    }
  }

  /**
   * A look-up must reveal something the future can read. And it can wait until something in the scene wants it:
   * done later it costs the same and delays nothing before it, unless waiting gets dearer on the way. Where
   * nothing wants it, it is tried only on the way to an end.
   */
  #keepsLook(
    run: Run,
    at: {
      readonly move: Move;
      readonly record: string;
      readonly relevant: Relevant;
      readonly last: string;
    },
  ): Keep {
    const { relevant, last } = at;
    const index = this.#c.records.findIndex((r) => r.id === at.record);
    const record = present(this.#c.records[index], at.record);
    const bits = this.#reveals(record) & ~run.known;
    if ((bits & relevant.worth) === 0) return 'skip';
    if (at.move.step.run.ended || !this.#mayPostpone(run, relevant)) return 'keep';
    if (last !== '' && this.#outOfOrder(last, index)) return 'skip';
    return relevant.last || (bits & relevant.wanted) !== 0 ? 'keep' : 'resign';
  }

  /**
   * What each look-up since the last act revealed, as bits. The next act has to want something of each: otherwise
   * that one could have been looked up after it as well.
   */
  pendingAfter({ run, pending = [] }: Position, input: Input): readonly number[] {
    if (input.kind === 'act') return [];
    const relevant = present(this.#relevant.get(run.scene), run.scene);
    if (input.kind === 'wait' || !this.#mayPostpone(run, relevant)) return pending;
    const record = present(
      this.#c.records.find((one) => one.id === input.record),
      input.record,
    );
    const bits = this.#reveals(record) & ~run.known & relevant.worth;
    return bits === 0 || (bits & relevant.around) !== 0 ? pending : [...pending, bits].sort((a, b) => a - b);
  }

  /** What a record and the records inside it reveal. */
  #reveals(record: CompiledRecord): number {
    let bits = record.learnBits;
    for (const inner of this.#c.records) if ((inner.within & record.once) !== 0) bits |= this.#reveals(inner);
    return bits;
  }

  /** Where lateness may be rewarded every minute counts; elsewhere waiting leads from event to event to an end. */
  #keepsWait({ run, resigned }: { readonly run: Run; readonly resigned: boolean }, span: number): Keep {
    const onLine = this.#c.scenes[run.scene]?.line === true;
    const line = this.#relevant.get(run.scene)?.line === true;
    const due = this.#c.timeline[run.next]?.at ?? this.#c.settles;
    const closes = onLine && this.#c.closes > run.now ? this.#c.closes : due;
    const short = span === 1 && Math.min(due, closes) - run.now > 1;
    // Where nobody will be on the line any more, acts between two events can as well be done at once.
    if (!line && this.#orderly && short) return 'skip';
    // Off the line waiting is free: whoever wants to lose time loses it before the customer waits.
    if (!resigned && ((!onLine && line) || this.rewardsLateness(run))) return 'keep';
    return short ? 'skip' : 'resign';
  }

  /** Two look-ups in a row commute; only the order of the file is tried, except for a record inside the last one. */
  #outOfOrder(last: string, index: number): boolean {
    const before = this.#c.records.findIndex((r) => r.id === last);
    const inside = ((this.#c.records[index]?.within ?? 0) & (this.#c.records[before]?.once ?? 0)) !== 0;
    return before > index && !inside;
  }

  /**
   * Whether doing acts before a look-up instead of after it can never hurt: waiting must not get dearer, and no
   * event that could fall in between may reward being late.
   */
  #mayPostpone(run: Run, relevant: Relevant): boolean {
    if (!this.#orderly) return false;
    return !this.#getsDearer(run, relevant) && !relevant.silences && !this.rewardsLateness(run);
  }

  /** Whether letting time pass first could ever be worth something. */
  rewardsLateness(run: Run): boolean {
    return !this.#orderly || this.#lateness.rewarded(run);
  }

  /** Whether a minute of waiting costs more in a scene ahead: off the line it is free, on the phone dearer than in a chat. */
  #getsDearer(run: Run, { scenes }: Relevant): boolean {
    const here = present(this.#c.scenes[run.scene], run.scene);
    return scenes.some((id) => {
      const { line, drain } = present(this.#c.scenes[id], id);
      if (!line) return false;
      return !here.line || drain.silent > here.drain.silent || drain.explained > here.drain.explained;
    });
  }

  /** An act that stays in its scene must leave a trace that the future can read. */
  #keepsAct(
    run: Run,
    at: { readonly move: Move; readonly ref: string; readonly relevant: Relevant },
  ): boolean {
    const act = this.#actOf(run, at.ref);
    if (!act || act.targets.length > 0 || at.move.step.run.ended) return true;
    // Talk lets time pass without trying anybody's patience.
    if (this.rewardsLateness(run)) return true;
    const { change } = act;
    const { relevant } = at;
    if (change.emits.length > 0 || (change.learnBits & ~run.known & relevant.worth) !== 0) return true;
    if (relevant.line && (change.mood !== 0 || act.hold === 'explained')) return true;
    if (this.#lateness.mayClose(run)) return true;
    const { input } = at.move;
    const after = change.set({
      vars: run.vars,
      known: run.known,
      input: input.kind === 'act' ? input.with : {},
    });
    const free = this.#c.of.logic.spec.desk[act.id]?.when === undefined;
    const later = act.scene === 'desk' && free && this.#mayPostpone(run, relevant);
    const names = later ? relevant.varsHere : relevant.vars;
    return [...names].some((name) => after[name] !== run.vars[name]);
  }

  #actOf(run: Run, ref: string): CompiledAct | undefined {
    return (
      this.#c.scenes[run.scene]?.acts.find((a) => a.ref === ref) ?? this.#c.desk.find((a) => a.ref === ref)
    );
  }
}

function wantsEach(relevant: Relevant, ref: string, pending: readonly number[]): boolean {
  const wants = relevant.wants.get(ref) ?? 0;
  return pending.every((bits) => (bits & wants) !== 0);
}

/**
 * Whether a case is one in which order can be argued about at all: no event throws the conversation elsewhere, no
 * record closes again, and no act that waits for a fixed clock comes before or during a call. Other cases are
 * searched move by move.
 */
function isOrderly(c: CompiledCase, relevant: ReadonlyMap<string, Relevant>): boolean {
  const { spec } = c.of.logic;
  if (spec.timeline.some((entry) => entry.to !== undefined)) return false;
  if (Object.values(spec.records).some((record) => record.when !== undefined)) return false;
  return Object.entries(spec.scenes).every(([id, scene]) => {
    const waits = Object.values(scene.acts).some((act) => act.until !== undefined);
    return !waits || relevant.get(id)?.line === false;
  });
}

import { present } from '../base';
import type { Input, Run } from '../attempt';
import {
  namesIn,
  type CompiledAct,
  type CompiledCase,
  type CompiledRecord,
  type Expr,
  type Spec,
} from '../scenario';
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
  /** For each scene and event: whether letting the event happen first could be worth it. */
  readonly #rewards: ReadonlyMap<string, Rewards>;

  constructor(c: CompiledCase, relevant: ReadonlyMap<string, Relevant>) {
    this.#c = c;
    this.#relevant = relevant;
    this.#orderly = isOrderly(c, relevant);
    const talk = longestTalk(c);
    this.#rewards = new Map(
      [...relevant].map(([scene, ahead]) => [
        scene,
        rewardsIn(c, { ahead, relevant, talk: talk.get(scene) ?? 0 }),
      ]),
    );
  }

  /** Whether a move has to be tried in a position reached by `last`. */
  keeps({ run, resigned = false }: Position, move: Move, last: Input | undefined): Keep {
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
      readonly last: Input | undefined;
    },
  ): Keep {
    const { relevant, last } = at;
    const index = this.#c.records.findIndex((r) => r.id === at.record);
    const record = present(this.#c.records[index], at.record);
    const bits = this.#reveals(record) & ~run.known;
    if ((bits & relevant.worth) === 0) return 'skip';
    if (at.move.step.run.ended || !this.#mayPostpone(run, relevant)) return 'keep';
    if (last?.kind === 'look' && this.#outOfOrder(last.record, index)) return 'skip';
    return relevant.last || (bits & relevant.wanted) !== 0 ? 'keep' : 'resign';
  }

  /** What a record and the records inside it reveal. */
  #reveals(record: CompiledRecord): number {
    let bits = record.learnBits;
    for (const inner of this.#c.records) if ((inner.within & record.once) !== 0) bits |= this.#reveals(inner);
    return bits;
  }

  /** Where lateness may be rewarded every minute counts; elsewhere waiting leads from event to event to an end. */
  #keepsWait({ run, resigned }: { readonly run: Run; readonly resigned: boolean }, span: number): Keep {
    if (!resigned && this.#rewardsLateness(run)) return 'keep';
    const due = this.#c.timeline[run.next]?.at ?? this.#c.settles;
    const closes =
      this.#c.scenes[run.scene]?.line === true && this.#c.closes > run.now ? this.#c.closes : due;
    return span === 1 && Math.min(due, closes) - run.now > 1 ? 'skip' : 'resign';
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
    // Off the line waiting is free; on the line it is not.
    const dearer = relevant.line && this.#c.scenes[run.scene]?.line === false;
    return !dearer && !relevant.silences && !this.#rewardsLateness(run);
  }

  /**
   * Events that may fall due while the customer is on the line are looked at with all acts ahead, later ones only
   * with the acts after the call: by then the call is over, whatever its order was.
   */
  #rewardsLateness(run: Run): boolean {
    if (!this.#orderly) return true;
    const rewards = present(this.#rewards.get(run.scene), run.scene);
    const horizon = run.now + run.patience + rewards.talk;
    for (let index = run.next; index < this.#c.timeline.length; index++) {
      const due = this.#c.timeline[index]?.at ?? 0;
      if ((rewards.line && due <= horizon ? rewards.near : rewards.far)[index] === true) return true;
    }
    return false;
  }

  /** An act that stays in its scene must leave a trace that the future can read. */
  #keepsAct(
    run: Run,
    at: { readonly move: Move; readonly ref: string; readonly relevant: Relevant },
  ): boolean {
    const act = this.#actOf(run, at.ref);
    if (!act || act.targets.length > 0 || at.move.step.run.ended) return true;
    // Talk lets time pass without trying anybody's patience.
    if (this.#rewardsLateness(run)) return true;
    const { change } = act;
    const { relevant } = at;
    if (change.emits.length > 0 || (change.learnBits & ~run.known & relevant.worth) !== 0) return true;
    if (relevant.line && (change.mood > 0 || act.hold === 'explained')) return true;
    const after = at.move.step.run.vars;
    const names =
      act.scene === 'desk' && this.#mayPostpone(run, relevant) ? relevant.varsHere : relevant.vars;
    return [...names].some((name) => after[name] !== run.vars[name]);
  }

  #actOf(run: Run, ref: string): CompiledAct | undefined {
    return (
      this.#c.scenes[run.scene]?.acts.find((a) => a.ref === ref) ?? this.#c.desk.find((a) => a.ref === ref)
    );
  }
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

/** Which events could reward lateness, seen from one scene. */
interface Rewards {
  readonly line: boolean;
  /** Most minutes of talk that acts can still take on the line. */
  readonly talk: number;
  readonly near: readonly boolean[];
  readonly far: readonly boolean[];
}

function rewardsIn(
  c: CompiledCase,
  at: { readonly ahead: Relevant; readonly relevant: ReadonlyMap<string, Relevant>; readonly talk: number },
): Rewards {
  const after = at.ahead.scenes
    .filter((scene) => c.scenes[scene]?.line === false)
    .map((scene) => present(at.relevant.get(scene), scene));
  return {
    line: at.ahead.line,
    talk: at.talk,
    near: c.timeline.map((entry) => rewardsLateness(c, entry.id, at.ahead)),
    far: c.timeline.map((entry) => after.some((ahead) => rewardsLateness(c, entry.id, ahead))),
  };
}

/** The most minutes that acts, each used once, can take from a scene while the customer is on the line. */
function longestTalk(c: CompiledCase): ReadonlyMap<string, number> {
  const memo = new Map<string, number>();
  const from = (id: string): number => {
    const known = memo.get(id);
    if (known !== undefined) return known;
    memo.set(id, Infinity);
    const scene = present(c.scenes[id], id);
    let stay = 0;
    let away = 0;
    for (const act of scene.acts) {
      const span =
        act.until === undefined && (act.targets.length > 0 || act.once !== 0) ? act.minutes : Infinity;
      if (act.targets.length === 0) stay += span;
      for (const target of act.targets) away = Math.max(away, span + from(target));
    }
    const total = scene.line ? stay + away : 0;
    memo.set(id, total);
    return total;
  };
  return new Map(Object.keys(c.scenes).map((id) => [id, from(id)]));
}

/**
 * Whether a play could gain by letting an event happen first. It cannot if the event changes nothing that the
 * future reads, and its condition is out of reach of the acts ahead or can only be switched off by them.
 */
function rewardsLateness(c: CompiledCase, id: string, ahead: Relevant): boolean {
  const { spec, expressions } = c.of.logic;
  const entry = present(
    spec.timeline.find((e) => e.id === id),
    id,
  );
  if (entry.to !== undefined || (ahead.line && entry.mood > 0)) return true;
  if (Object.keys(entry.set).some((name) => ahead.vars.has(name))) return true;
  if (entry.learns.some((finding) => ((c.bits[finding] ?? 0) & ahead.worth) !== 0)) return true;
  const expr = entry.when === undefined ? undefined : expressions[entry.when];
  const reads = expr ? namesIn(expr) : [];
  const open = reads.filter((name) => name.startsWith('known.') || ahead.settable.has(name.slice(5)));
  if (open.length === 0) return false;
  const harmful =
    entry.emits.every((emit) => emit.fact === 'lapsed') && Object.keys(entry.marks).length === 0;
  return !(harmful && onlySwitchedOff(spec, expr));
}

/** A condition of the form `!vars.x` where acts only ever set x to true. */
function onlySwitchedOff(spec: Spec, expr: Expr | undefined): boolean {
  if (expr?.op !== 'not' || expr.a.op !== 'ref' || expr.a.of !== 'vars') return false;
  const { name } = expr.a;
  const acts = [
    ...Object.values(spec.desk),
    ...Object.values(spec.scenes).flatMap((s) => Object.values(s.acts)),
  ];
  return [...acts, ...spec.timeline].every(
    (from) => !Object.hasOwn(from.set, name) || from.set[name] === true,
  );
}

import { present } from '../base';
import type { Run } from '../attempt';
import { namesIn, type CompiledCase, type Expr, type Spec } from '../scenario';
import { switchOf } from './levels';
import type { Relevant } from './relevance';

type Entry = Spec['timeline'][number];
type Emit = Entry['emits'][number];

/** Knows where letting time pass first could be worth something. Made once a case. */
export class Lateness {
  readonly #c: CompiledCase;
  /** For each scene and event: whether letting the event happen first could be worth it. */
  readonly #rewards: ReadonlyMap<string, Rewards>;

  constructor(c: CompiledCase, relevant: ReadonlyMap<string, Relevant>) {
    this.#c = c;
    const talk = longestTalk(c);
    this.#rewards = new Map(
      [...relevant].map(([scene, ahead]) => [
        scene,
        rewardsIn(c, { ahead, relevant, talk: talk.get(scene) ?? 0 }),
      ]),
    );
  }

  /**
   * Whether being late can be worth something. Events that may fall due while the customer is on the line are
   * looked at with all acts ahead, later ones only with the acts after the call: by then the call is over, whatever
   * its order was.
   */
  rewarded(run: Run): boolean {
    const rewards = present(this.#rewards.get(run.scene), run.scene);
    const horizon = run.now + run.patience + rewards.talk;
    for (let index = run.next; index < this.#c.timeline.length; index++) {
      const due = this.#c.timeline[index]?.at ?? 0;
      if ((rewards.line && due <= horizon ? rewards.near : rewards.far)[index] === true) return true;
    }
    return false;
  }

  /** Whether the desk may close while the customer is still on the line. */
  mayClose(run: Run): boolean {
    const rewards = present(this.#rewards.get(run.scene), run.scene);
    return rewards.line && run.now + run.patience + rewards.talk >= this.#c.closes;
  }
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
  if (entry.emits.some((emit) => ordered(c, emit, ahead))) return true;
  const isOpen = (expr: Expr): boolean =>
    namesIn(expr).some((name) => name.startsWith('known.') || ahead.settable.has(name.slice(5)));
  if (consequencesOf(entry).some((source) => expressions[source] && isOpen(expressions[source]))) return true;
  const expr = entry.when === undefined ? undefined : expressions[entry.when];
  if (expr === undefined || !isOpen(expr)) return false;
  const harmful =
    entry.emits.every((emit) => emit.fact === 'lapsed') && Object.keys(entry.marks).length === 0;
  return !(harmful && switchOf(spec, expr) !== undefined);
}

/** Texts of an event, besides its condition, that may be expressions. */
function consequencesOf(entry: Entry): readonly string[] {
  const values: unknown[] = [
    ...Object.values(entry.marks),
    ...Object.values(entry.set).map((value) => (typeof value === 'object' ? value.is : undefined)),
    ...entry.emits.flatMap((emit) => Object.values(emit)),
  ];
  return values.filter((value) => typeof value === 'string');
}

/** Facts of which the first or the last one counts: an event and an act that bring them are not free to change places. */
const IN_ORDER: Readonly<Partial<Record<Emit['fact'], readonly Emit['fact'][]>>> = {
  verified: ['verified', 'disclosed', 'proposed'],
  disclosed: ['verified', 'repaired'],
  proposed: ['verified', 'proposed', 'repaired'],
  offered: ['offered'],
  cost: ['cost'],
  confirmed: ['confirmed'],
  served: ['served', 'repaired'],
  spent: ['repaired'],
  erred: ['repaired'],
  lapsed: ['repaired'],
  met: ['lapsed'],
  promised: ['promised', 'renewed', 'delivered', 'repaired'],
  renewed: ['promised', 'renewed', 'delivered'],
};

/** Whether an act ahead brings a fact that counts differently before and after an event's fact. */
function ordered(c: CompiledCase, emit: Emit, ahead: Relevant): boolean {
  const acts = actsAhead(c, ahead).flatMap((act) => act.emits);
  // What is known is counted at these.
  if (emit.fact === 'proposed' || emit.fact === 'served') return true;
  if (emit.fact === 'delivered') return acts.filter((a) => isRenewal(a, emit.promise)).length > 1;
  const later = IN_ORDER[emit.fact] ?? [];
  return acts.some((a) => {
    if (!later.includes(a.fact)) return false;
    const error = 'error' in emit && typeof emit.error === 'string' ? emit.error : undefined;
    if (a.fact === 'repaired' && (emit.fact === 'erred' || emit.fact === 'lapsed')) return a.error === error;
    return true;
  });
}

function isRenewal(emit: Emit, promise: string): boolean {
  return emit.fact === 'renewed' && emit.promise === promise;
}

function actsAhead(c: CompiledCase, ahead: Relevant): readonly Spec['desk'][string][] {
  const { spec } = c.of.logic;
  return [
    ...Object.values(spec.desk),
    ...ahead.scenes.flatMap((id) => Object.values(present(spec.scenes[id], id).acts)),
  ];
}

import { parseClock, present, type Minutes } from '../base';
import { targetsOf } from './check-references';
import { compileChange, condition, quantity, type Change, type Workshop } from './compile-change';
import type { Env } from './expression';
import type { Case } from './instantiate';
import { channelOf, drainOf, holdsTheLine, type Drain } from './contact';
import type { Act, Ask, RecordSpec, Spec } from './schema';
import type { ActKind, Channel, Scalar, System } from './terms';

/** An act of one case, ready to run. Its `ref` is `scene.act`, or `desk.act` for what is always at hand. */
export interface CompiledAct {
  readonly ref: string;
  readonly scene: string;
  readonly id: string;
  readonly kind: ActKind;
  readonly minutes: number;
  /** The clock the act lets pass to, where its minutes end before it. */
  readonly until: Minutes | undefined;
  readonly asks: Readonly<Record<string, Ask>>;
  /** The most that the numbers typed may add up to; undefined where they are free. Never below 0. */
  readonly total: ((env: Env) => number) | undefined;
  /** Bit that marks the act as used; 0 where it may be repeated or leads away. */
  readonly once: number;
  readonly hold: 'explained' | 'silent' | undefined;
  /** Time spent away from the conversation: it drains patience while the customer is on the line. */
  readonly waiting: boolean;
  readonly change: Change;
  readonly to: (env: Env) => string | undefined;
  readonly targets: readonly string[];
  /** Which wording the act is answered with; undefined where there is one answer for every case. */
  readonly reply: (env: Env) => string | undefined;
}

export interface CompiledRecord {
  readonly id: string;
  readonly system: System;
  readonly minutes: number;
  readonly once: number;
  /** Bit of the record it lies in; 0 for a record that opens by itself. */
  readonly within: number;
  readonly learnBits: number;
  readonly learns: readonly string[];
  readonly may: (env: Env) => boolean;
}

export interface CompiledEntry {
  readonly id: string;
  readonly at: Minutes;
  readonly to: string | undefined;
  readonly silent: boolean;
  readonly change: Change;
}

export interface CompiledScene {
  readonly id: string;
  /** Whether somebody waits at the other end: waiting drains her, and she may leave. */
  readonly line: boolean;
  /** The channel on which the customer can be reached; undefined where nobody is. */
  readonly channel: Channel | undefined;
  /** Mood a minute of waiting costs here. */
  readonly drain: Drain;
  readonly ending: boolean;
  readonly acts: readonly CompiledAct[];
}

/** A case in table form: what `step`, replay and search run on. */
export interface CompiledCase {
  readonly of: Case;
  readonly start: Minutes;
  readonly closes: Minutes;
  readonly settles: Minutes;
  readonly first: string;
  readonly leaves: string;
  readonly lapses: string;
  readonly vars: Readonly<Record<string, Scalar>>;
  /** Which wording the customer opens with. */
  readonly opening: string;
  /** The bit of each finding in `Run.known`. */
  readonly bits: Readonly<Record<string, number>>;
  readonly scenes: Readonly<Record<string, CompiledScene>>;
  readonly desk: readonly CompiledAct[];
  readonly records: readonly CompiledRecord[];
  /** In due order; entries of the same minute keep the order of the file. */
  readonly timeline: readonly CompiledEntry[];
}

/**
 * Compiles a case to its table. The statechart of the same case is made by `machineOf`.
 * @example compileCase(instantiate(logic, 7)).scenes['opening']?.acts.length // 4
 */
export function compileCase(of: Case): CompiledCase {
  const { spec, expressions } = of.logic;
  const bits = Object.fromEntries(spec.findings.map((id, index) => [id, 2 ** index]));
  const shop: Workshop = { facts: of.facts, bits, expressions };
  const onceBits = numberOnce(of);
  const act = (scene: string, id: string, from: Act): CompiledAct =>
    compileAct({ scene, id, from, channel: foreignChannel(spec, scene) }, shop, onceBits);
  const start = clock(spec.starts.slice(11));
  return {
    of,
    start,
    closes: clock(spec.closes),
    settles: clock(spec.settles),
    first: spec.first,
    leaves: spec.leaves,
    lapses: spec.lapses,
    vars: spec.vars,
    opening: present(variant(spec.opening, shop)({ vars: spec.vars, known: 0, input: {} }), 'opening'),
    bits,
    scenes: Object.fromEntries(
      Object.entries(spec.scenes).map(([id, scene]) => [
        id,
        {
          id,
          ...contactIn(spec, id),
          ending: scene.ending,
          acts: Object.entries(scene.acts).map(([name, from]) => act(id, name, from)),
        },
      ]),
    ),
    desk: Object.entries(spec.desk).map(([name, from]) => act('desk', name, from)),
    records: Object.entries(spec.records).map(([id, from]) => compileRecord({ id, from }, shop, onceBits)),
    timeline: spec.timeline
      .map((entry) => ({
        id: entry.id,
        at: clock(entry.at),
        to: entry.to,
        silent: entry.silent,
        change: compileChange(entry, shop),
      }))
      .sort((a, b) => a.at - b.at),
  };
}

function contactIn(spec: Spec, id: string): Pick<CompiledScene, 'line' | 'channel' | 'drain'> {
  const channel = channelOf(spec, id);
  return {
    line: holdsTheLine(channel),
    channel,
    drain: drainOf(channel, spec.customer.urgent === true),
  };
}

/** The channel of a scene where it is not the customer's own. */
function foreignChannel(spec: Spec, scene: string): Channel | undefined {
  const channel = channelOf(spec, scene);
  return channel === spec.customer.channel ? undefined : channel;
}

function clock(text: string): Minutes {
  return present(parseClock(text), `clock ${text}`);
}

type Bits = Readonly<Record<string, number>>;

/** Gives each look-up and each act that stays in its scene a bit of its own. */
function numberOnce(of: Case): Bits {
  const { spec } = of.logic;
  const stays = (acts: Readonly<Record<string, Act>>, scene: string): readonly string[] =>
    Object.entries(acts)
      .filter(([, act]) => act.to === undefined && !act.repeat)
      .map(([id]) => `${scene}.${id}`);
  const refs = [
    ...Object.keys(spec.records).map((id) => `look:${id}`),
    ...stays(spec.desk, 'desk'),
    ...Object.entries(spec.scenes).flatMap(([id, scene]) => stays(scene.acts, id)),
  ];
  return Object.fromEntries(refs.map((ref, index) => [ref, 2 ** index]));
}

function compileAct(
  at: {
    readonly scene: string;
    readonly id: string;
    readonly from: Act;
    readonly channel: Channel | undefined;
  },
  shop: Workshop,
  once: Bits,
): CompiledAct {
  const { scene, id, from, channel } = at;
  const ref = `${scene}.${id}`;
  return {
    ref,
    scene,
    id,
    kind: from.act,
    minutes: from.minutes,
    until: from.until === undefined ? undefined : clock(from.until),
    asks: from.asks,
    once: once[ref] ?? 0,
    hold: from.hold,
    waiting: from.act === 'wait' || (scene === 'desk' && !SPOKEN.includes(from.act)),
    total: totalOf(from, shop),
    change: compileChange(from, { ...shop, channel }),
    to: target(from, shop),
    targets: targetsOf(from),
    reply: variant(from.replies, shop),
  };
}

/** Acts of the desk that are said to whoever is on the line; all others take the trainee away from her. */
const SPOKEN: readonly ActKind[] = ['say', 'verify', 'hold', 'hint'];

function totalOf(from: Act, shop: Workshop): CompiledAct['total'] {
  if (from.total === undefined) return undefined;
  const most = quantity(from.total, shop);
  return (env) => Math.max(0, most(env));
}

/** The first wording whose condition holds. */
function variant(
  choices: readonly { readonly id: string; readonly when?: string | undefined }[],
  shop: Workshop,
): (env: Env) => string | undefined {
  const tests = choices.map(({ id, when }) => ({
    id,
    holds: when === undefined ? undefined : condition(when, shop),
  }));
  return (env) => tests.find(({ holds }) => holds === undefined || holds(env))?.id;
}

function target(from: Act, shop: Workshop): CompiledAct['to'] {
  const to = from.to;
  if (to === undefined || typeof to === 'string') return () => to;
  const choices = to.map((t) => ({
    scene: t.scene,
    when: t.when === undefined ? undefined : condition(t.when, shop),
  }));
  return (env) => choices.find((choice) => choice.when === undefined || choice.when(env))?.scene;
}

function compileRecord(
  at: { readonly id: string; readonly from: RecordSpec },
  shop: Workshop,
  once: Bits,
): CompiledRecord {
  const { id, from } = at;
  return {
    id,
    system: from.system,
    minutes: from.minutes,
    once: present(once[`look:${id}`], `bit of ${id}`),
    within: from.within === undefined ? 0 : present(once[`look:${from.within}`], `bit of ${from.within}`),
    learnBits: from.reveals.reduce((all, finding) => all | present(shop.bits[finding], finding), 0),
    learns: from.reveals,
    may: from.when === undefined ? (): boolean => true : condition(from.when, shop),
  };
}

import { err, ok, type Points, type Result } from '../../src/core/base';
import type { Input } from '../../src/core/attempt';
import {
  compileCase,
  instantiate,
  type CompiledCase,
  type CriticalErrorId,
  type Right,
  type Scenario,
} from '../../src/core/scenario';
import { judge, score } from '../../src/core/scoring';
import { Analysis } from '../../src/core/search';
import { followPlay, PERSONAS, playCurious, playDetour, playRandom, playThenWait, type Bot } from './bots';
import { must, playAll, type Played, type Plays } from './plays';

/** A scenario and the transcripts of its personas. */
export interface Subject {
  readonly scenario: Scenario;
  readonly plays: Plays;
}

/** The names of the rights in a certificate. */
export const RIGHT_NAMES = {
  R1: 'customer',
  R2: 'product',
  R3: 'price',
  R4: 'time',
  R5: 'place',
  R6: 'way',
  R7: 'want',
} as const satisfies Readonly<Record<Right, string>>;
export type RightName = (typeof RIGHT_NAMES)[Right];

/** What a bot got on one seed. Scores are points of 100, time is simulated minutes. */
export interface Outcome {
  readonly bot: Bot;
  readonly seed: number;
  readonly score: number;
  readonly criticals: readonly CriticalErrorId[];
  readonly rights: Readonly<Partial<Record<RightName, number>>>;
  /** How the score came about: raw share, caps, inputs that were not possible. */
  readonly why: string;
  readonly decisions: number;
  readonly minutes: number;
}

/** The best play of a seed and what it cost to find. */
export interface Best {
  readonly points: Points;
  readonly total: Points;
  readonly nodes: number;
  readonly ms: number;
}

export interface SeedSurvey {
  readonly seed: number;
  readonly best: Best;
  readonly outcomes: readonly Outcome[];
  /** Scenes, acts, records, events and endings that these plays met. */
  readonly met: ReadonlySet<string>;
}

const PERCENT = 100;

/**
 * Plays one seed: the best play, every persona, silence and some random plays.
 * @param how how many random plays; a clock in milliseconds for the cost of search
 * @example surveySeed(subject, 7, { random: 10, clock: () => 0 })
 */
export function surveySeed(
  { scenario, plays }: Subject,
  seed: number,
  how: { readonly random: number; readonly clock: () => number },
): Result<SeedSurvey, string> {
  const c = compileCase(instantiate(scenario, seed));
  const analysis = new Analysis(c);
  const started = how.clock();
  const best = analysis.bestPlay();
  const ms = how.clock() - started;
  if (!best.ok) return err(`the best play is ${best.error} to search`);
  const { points, nodes, inputs } = best.value;
  const met = new Set<string>([`scene ${c.first}`]);
  const rate = (bot: Bot, played: Played & { readonly skipped?: readonly string[] }): Outcome => {
    meet(c, played, met);
    return outcomeOf({ c, analysis, points }, { bot, played });
  };
  const outcomes = [
    rate('expert', bestPlayed(c, inputs)),
    ...PERSONAS.filter((name) => Object.hasOwn(plays, name)).map((name) =>
      rate(name, followPlay(c, plays[name]?.inputs ?? [])),
    ),
    rate('silent', playThenWait(c, [])),
    ...Array.from({ length: how.random }, (_, i) => rate('random', playRandom(c, `random ${i}`))),
  ];
  return ok({ seed, best: { points, total: analysis.rubric.total, nodes, ms }, outcomes, met });
}

function bestPlayed(c: CompiledCase, inputs: readonly Input[]): Played {
  return must(playAll(c, inputs));
}

function outcomeOf(
  by: { readonly c: CompiledCase; readonly analysis: Analysis; readonly points: Points },
  of: { readonly bot: Bot; readonly played: Played & { readonly skipped?: readonly string[] } },
): Outcome {
  const { c, analysis, points } = by;
  const { bot, played } = of;
  const judged = judge(analysis.rubric, played.facts);
  const card = score(analysis.rubric, judged, points);
  const caps = card.caps.map((line) => `${line.by} caps at ${line.cap}`);
  const skipped = (played.skipped ?? []).map((text) => `${text} not possible`);
  return {
    bot,
    seed: c.of.seed,
    score: card.score / PERCENT,
    criticals: judged.criticals.map(({ error }) => error),
    rights: Object.fromEntries(card.rights.map(({ right, share }) => [RIGHT_NAMES[right], share / PERCENT])),
    why: [`raw ${(card.raw / PERCENT).toFixed(1)}`, ...caps, ...skipped].join(', '),
    ...lengthOf(c, played),
  };
}

/** Decisions without waits, and minutes until the ending is entered. */
export function lengthOf(
  c: CompiledCase,
  played: Played,
): { readonly decisions: number; readonly minutes: number } {
  const end = played.facts.findLast((fact) => fact.type === 'entered')?.at ?? c.start;
  return {
    decisions: played.log.filter(({ input }) => input.kind !== 'wait').length,
    minutes: end - c.start,
  };
}

/** Notes what a play met, in the words of {@link wholeOf}. */
function meet(c: CompiledCase, { facts }: Played, met: Set<string>): void {
  for (const fact of facts) {
    if (fact.type === 'entered') met.add(`scene ${fact.scene}`);
    if (fact.type === 'acted') met.add(`act ${fact.act}`);
    if (fact.type === 'looked-up') met.add(`record ${fact.record}`);
    if (fact.type === 'happened') met.add(`event ${fact.entry}`);
  }
  const last = facts.findLast((fact) => fact.type === 'ended');
  if (last && c.scenes[last.ending]) met.add(`ending ${last.ending}`);
}

/** Everything of a scenario that a play can meet. */
export function wholeOf({ spec }: Scenario): readonly string[] {
  const acts = [
    ['desk', spec.desk] as const,
    ...Object.entries(spec.scenes).map(([id, s]) => [id, s.acts] as const),
  ];
  return [
    ...Object.keys(spec.scenes).map((id) => `scene ${id}`),
    ...acts.flatMap(([scene, table]) => Object.keys(table).map((id) => `act ${scene}.${id}`)),
    ...Object.keys(spec.records).map((id) => `record ${id}`),
    ...spec.timeline.map(({ id }) => `event ${id}`),
    ...endingsOf(spec).map((id) => `ending ${id}`),
  ];
}

/** The endings of a scenario, in the order of its file. */
export function endingsOf(spec: Scenario['spec']): readonly string[] {
  return Object.entries(spec.scenes).flatMap(([id, scene]) => (scene.ending ? [id] : []));
}

/** What exploring a seed found. */
export interface Explored {
  readonly plays: number;
  readonly decisions: number;
  readonly minutes: number;
}

/**
 * Plays one seed out of curiosity until nothing is left to meet or the plays are used up; adds to what was met.
 * @example explore(subject, 7, { plays: 60, met })
 */
export function explore(
  { scenario, plays }: Subject,
  seed: number,
  how: { readonly plays: number; readonly met: Set<string> },
): Explored {
  const c = compileCase(instantiate(scenario, seed));
  const whole = wholeOf(scenario);
  const { met } = how;
  const left = (kind = ''): boolean => whole.some((thing) => thing.startsWith(kind) && !met.has(thing));
  let found: Explored = { plays: 0, decisions: 0, minutes: 0 };
  const add = (played: Played): void => {
    meet(c, played, met);
    const { decisions, minutes } = lengthOf(c, played);
    found = {
      plays: found.plays + 1,
      decisions: Math.max(found.decisions, decisions),
      minutes: Math.max(found.minutes, minutes),
    };
  };
  for (const { inputs } of Object.values(plays)) {
    add(followPlay(c, inputs));
    for (let given = 0; given < inputs.length && left('ending'); given++)
      add(playThenWait(c, inputs.slice(0, given)));
    for (let before = -1; before < met.size;) {
      before = met.size;
      if (left()) add(playDetour(c, inputs, met));
    }
  }
  for (let i = 0; i < how.plays && left(); i++) add(playCurious(c, `curious ${i}`, met));
  return found;
}

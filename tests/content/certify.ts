import { minutes, parseClock } from '../../src/core/base';
import { instantiate, type Scenario } from '../../src/core/scenario';
import { BANDS, BOTS, outside, PERSONAS, RANDOM, type Bot } from './bots';
import { deadEnds, mostDecisions } from './structure';
import {
  endingsOf,
  explore,
  RIGHT_NAMES,
  surveySeed,
  wholeOf,
  type Outcome,
  type RightName,
  type SeedSurvey,
  type Subject,
} from './survey';

/** Proved: by the structure of the scenes, or by a search that leaves nothing out. Witnessed: a play does it. */
export type How = 'proved' | 'witnessed';

export interface Range {
  readonly min: number;
  readonly max: number;
}
export interface Spread extends Range {
  readonly mean: number;
}

/** Why a certificate is refused: the file, what in it (a scene, an act, a bot on a seed), and the reason. */
export interface Failure {
  readonly file: string;
  readonly id: string;
  readonly reason: string;
}

/** What is known about a scenario over a spread of seeds. Scores are points of 100, time is simulated minutes. */
export interface Certificate {
  readonly id: string;
  readonly seeds: number;
  /** Seeds played besides, only to see what the others do not draw. */
  readonly moreSeeds: readonly number[];
  readonly deadEnds: number;
  /** Scenes, acts, records and events that no play met. */
  readonly neverPossible: readonly string[];
  readonly endings: readonly string[];
  /** Waits are not counted as decisions. Minutes until the case is settled. */
  readonly longest: { readonly decisions: number; readonly minutes: number };
  readonly longestSeen: { readonly decisions: number; readonly minutes: number };
  readonly best: { readonly score: number; readonly critical: boolean; readonly points: Range };
  readonly rights: Readonly<Partial<Record<RightName, Range>>>;
  readonly bots: Readonly<Partial<Record<Bot, Spread>>>;
  /** The share of random plays that reach the pass mark. */
  readonly randomPassing: number;
  /** The dearest search for a best play. */
  readonly search: { readonly nodes: number; readonly ms: number };
  readonly plays: number;
  readonly how: Readonly<Record<Line, How>>;
  readonly failures: readonly Failure[];
}
type Line = 'deadEnds' | 'neverPossible' | 'endings' | 'longest' | 'best' | 'rights' | 'bots';

const CURIOUS_PLAYS = 60;
const POINTS = 10_000;
const FULL = 100;

/**
 * Certifies a scenario over seeds. Pure: equal arguments give equal certificates, but for the cost of search, which
 * is read off the clock that is handed in.
 * @param seeds at least one, each a whole number ≥ 0
 * @example certify({ scenario, plays: readPlays(id) }, [1, 2, 3]).failures // []
 */
export function certify(
  subject: Subject,
  seeds: readonly number[],
  clock: () => number = () => 0,
): Certificate {
  const { scenario } = subject;
  const file = `scenarios/${scenario.spec.id}/scenario.yaml`;
  const failures: Failure[] = [];
  const random = Math.ceil(RANDOM.runs / seeds.length);
  const surveys = seeds.flatMap((seed): readonly SeedSurvey[] => {
    const result = surveySeed(subject, seed, { random, clock });
    if (result.ok) return [result.value];
    failures.push({ file, id: `seed ${seed}`, reason: result.error });
    return [];
  });
  const moreSeeds = unseenDraws(scenario, seeds);
  const met = new Set(surveys.flatMap((survey) => [...survey.met]));
  const explored = [...seeds, ...moreSeeds].map((seed) =>
    explore(subject, seed, { plays: CURIOUS_PLAYS, met }),
  );
  const outcomes = surveys.flatMap((survey) => survey.outcomes);
  const { proved, ...structure } = structureOf(scenario, [...outcomes, ...explored]);
  const never = wholeOf(scenario).filter((thing) => !met.has(thing));
  failures.push(
    ...deadEnds(scenario.spec).map((id) => ({
      file,
      id: `scene ${id}`,
      reason: 'has no way on without a condition',
    })),
    ...never.map((id) => ({ file, id, reason: `was never met in ${outcomes.length + sum(explored)} plays` })),
    ...refusedBest(surveys, file),
    ...refusedBots(subject, outcomes),
  );
  return {
    id: scenario.spec.id,
    seeds: seeds.length,
    moreSeeds,
    ...structure,
    neverPossible: never,
    endings: endingsOf(scenario.spec).filter((id) => met.has(`ending ${id}`)),
    ...bestOf(surveys),
    ...scoresOf(outcomes),
    plays: outcomes.length + sum(explored),
    how: howOf(proved),
    failures,
  };
}

const sum = (explored: readonly { readonly plays: number }[]): number =>
  explored.reduce((all, { plays }) => all + plays, 0);

function howOf(longest: How): Certificate['how'] {
  return {
    deadEnds: 'proved',
    neverPossible: 'witnessed',
    endings: 'witnessed',
    longest,
    best: 'proved',
    rights: 'witnessed',
    bots: 'witnessed',
  };
}

function structureOf(
  { spec }: Scenario,
  seen: readonly { readonly decisions: number; readonly minutes: number }[],
): Pick<Certificate, 'deadEnds' | 'longest' | 'longestSeen'> & { readonly proved: How } {
  const longestSeen = {
    decisions: Math.max(0, ...seen.map((play) => play.decisions)),
    minutes: Math.max(0, ...seen.map((play) => play.minutes)),
  };
  const bound = mostDecisions(spec);
  const clock = (text: string): number => parseClock(text) ?? minutes(0);
  return {
    deadEnds: deadEnds(spec).length,
    longest: {
      decisions: bound ?? longestSeen.decisions,
      minutes: clock(spec.settles) - clock(spec.starts.slice(11)),
    },
    longestSeen,
    proved: bound === undefined ? 'witnessed' : 'proved',
  };
}

const MOST_TRIES = 2000;

/** Seeds that draw a value of a fact with few values (`oneOf`, `chance`) which the given seeds do not draw. */
function unseenDraws(scenario: Scenario, seeds: readonly number[]): readonly number[] {
  const drawn = Object.entries(scenario.spec.facts).flatMap(([id, source]) =>
    typeof source === 'object' && ('oneOf' in source || 'chance' in source) ? [id] : [],
  );
  const seen = new Set<string>();
  const isNew = (seed: number): boolean => {
    const { facts } = instantiate(scenario, seed);
    const before = seen.size;
    for (const id of drawn) seen.add(`${id}=${String(facts[id])}`);
    return seen.size > before;
  };
  for (const seed of seeds) isNew(seed);
  const more: number[] = [];
  for (let seed = 1; seed <= MOST_TRIES; seed++) if (isNew(seed)) more.push(seed);
  return more;
}

function refusedBest(surveys: readonly SeedSurvey[], file: string): readonly Failure[] {
  return surveys.flatMap(({ seed, outcomes }) => {
    const best = outcomes.find(({ bot }) => bot === 'expert');
    if (!best || (best.score === FULL && best.criticals.length === 0)) return [];
    return [{ file, id: `seed ${seed}`, reason: `the best play gets ${best.score} (${best.why})` }];
  });
}

function bestOf(surveys: readonly SeedSurvey[]): Pick<Certificate, 'best' | 'search'> {
  const experts = surveys.flatMap(({ outcomes }) => outcomes.filter(({ bot }) => bot === 'expert'));
  const gaps = surveys.map(({ best }) => best.points / POINTS);
  return {
    best: {
      score: Math.min(FULL, ...experts.map(({ score }) => score)),
      critical: experts.some(({ criticals }) => criticals.length > 0),
      points: rangeOf(gaps),
    },
    search: {
      nodes: Math.max(0, ...surveys.map(({ best }) => best.nodes)),
      ms: Math.round(Math.max(0, ...surveys.map(({ best }) => best.ms))),
    },
  };
}

function refusedBots(subject: Subject, outcomes: readonly Outcome[]): readonly Failure[] {
  const file = `scenarios/${subject.scenario.spec.id}/expected.yaml`;
  const missing = PERSONAS.filter((name) => !Object.hasOwn(subject.plays, name));
  const strays = outcomes.flatMap(({ bot, seed, score, criticals, why }): readonly Failure[] => {
    const reason = bot === 'random' ? undefined : outside(BANDS[bot], { score, criticals });
    return reason === undefined
      ? []
      : [{ file, id: `bot ${bot}, seed ${seed}`, reason: `${reason} (${why})` }];
  });
  return [
    ...missing.map((name) => ({ file, id: `bot ${name}`, reason: 'has no transcript among the plays' })),
    ...strays,
    ...refusedRandom(outcomes, file),
  ];
}

function refusedRandom(outcomes: readonly Outcome[], file: string): readonly Failure[] {
  const { mean } = spreadOf(scoresBy('random', outcomes));
  const passing = passingOf(outcomes);
  const refused = (reason: string): Failure => ({ file, id: 'bot random', reason });
  return [
    ...(mean > RANDOM.mean ? [refused(`the mean of ${mean.toFixed(1)} is above ${RANDOM.mean}`)] : []),
    ...(passing > RANDOM.passing ? [refused(`${(passing * FULL).toFixed(1)} % of the plays pass`)] : []),
  ];
}

const scoresBy = (bot: Bot, outcomes: readonly Outcome[]): readonly number[] =>
  outcomes.filter((outcome) => outcome.bot === bot).map(({ score }) => score);

function passingOf(outcomes: readonly Outcome[]): number {
  const scores = scoresBy('random', outcomes);
  return scores.filter((score) => score >= RANDOM.pass).length / Math.max(1, scores.length);
}

function scoresOf(outcomes: readonly Outcome[]): Pick<Certificate, 'rights' | 'bots' | 'randomPassing'> {
  const rights = Object.values(RIGHT_NAMES).flatMap((name) => {
    const shares = outcomes.flatMap((outcome) => outcome.rights[name] ?? []);
    return shares.length === 0 ? [] : [[name, rangeOf(shares)] as const];
  });
  const bots = BOTS.flatMap((bot) => {
    const scores = scoresBy(bot, outcomes);
    return scores.length === 0 ? [] : [[bot, spreadOf(scores)] as const];
  });
  return {
    rights: Object.fromEntries(rights),
    bots: Object.fromEntries(bots),
    randomPassing: passingOf(outcomes),
  };
}

function rangeOf(values: readonly number[]): Range {
  return { min: Math.min(...values), max: Math.max(...values) };
}

function spreadOf(values: readonly number[]): Spread {
  const mean = values.reduce((all, value) => all + value, 0) / Math.max(1, values.length);
  return { ...rangeOf(values), mean: Math.round(mean * FULL) / FULL };
}

import { dice, WHOLE, type Points, type Result } from '../../src/core/base';
import { replay } from '../../src/core/attempt';
import type { CompiledCase, Scenario } from '../../src/core/scenario';
import {
  ALL_REDUCTIONS,
  Analysis,
  type Position,
  type Reductions,
  type TooLarge,
} from '../../src/core/search';
import { playRandom } from '../content/bots';
import { caseOf } from './cases';
import { median, spent } from './measure';

/** Nodes after which a search is given up, tried one after the other: what is stopped by the clock has a number too. */
export const LIMITS = [500, 2_500, 20_000];
/** For searches with a reduction switched off. */
export const REDUCED_LIMITS = [250, 2_000];
export const REDUCTIONS = [
  'relevance',
  'bounds',
  'merging',
  'dominance',
] as const satisfies (keyof Reductions)[];
const ROUNDS = 3;
const STATES_A_SEED = 4;

/** One search to be measured. `without` names a reduction that is switched off. */
export type SearchJob =
  | { readonly kind: 'start'; readonly code: string; readonly seed: number }
  | { readonly kind: 'without'; readonly code: string; readonly seed: number; readonly without: string }
  | { readonly kind: 'mistake'; readonly code: string; readonly index: number };

/** What one search cost. `over`: it was ended after `nodes`, and has no answer yet. */
export interface SearchCost {
  readonly ms: number;
  readonly nodes: number;
  readonly over: boolean;
}

/**
 * Carries out a search, and tells its cost: at first, perhaps, those of searches that ended at a lower limit, and at
 * last the cost itself. Nothing is remembered from one search to the next.
 */
export function* searchCosts(scenario: Scenario, job: SearchJob): Generator<SearchCost> {
  switch (job.kind) {
    case 'start':
      yield fromStart(caseOf(scenario, job.seed));
      return;
    case 'without':
      yield* reduced(caseOf(scenario, job.seed), job.without);
      return;
    case 'mistake':
      yield* afterMistake(scenario, job.index);
      return;
  }
}

function fromStart(c: CompiledCase): SearchCost {
  let nodes = 0;
  let over = false;
  const limit = LIMITS.at(-1) ?? 0;
  const times = Array.from({ length: ROUNDS }, () => {
    const analysis = new Analysis(c);
    return spent(() => {
      const best = analysis.bestPlay({ nodes: limit });
      nodes = best.ok ? best.value.nodes : limit;
      over = !best.ok;
    });
  });
  return { ms: median(times), nodes, over };
}

function* reduced(c: CompiledCase, without: string): Generator<SearchCost> {
  const off = REDUCTIONS.find((name) => name === without);
  const reductions = off ? { ...ALL_REDUCTIONS, [off]: false } : ALL_REDUCTIONS;
  yield* upTo(REDUCED_LIMITS, (nodes) => {
    const analysis = new Analysis(c);
    return () => analysis.bestPlay({ nodes, reductions });
  });
}

/** Searches with one limit after the other until there is an answer; tells the cost of each. */
function* upTo(
  limits: readonly number[],
  prepare: (limit: number) => () => Result<{ readonly nodes: number }, TooLarge>,
): Generator<SearchCost> {
  for (const limit of limits) {
    const search = prepare(limit);
    const start = performance.now();
    const found = search();
    const ms = performance.now() - start;
    yield found.ok ? { ms, nodes: found.value.nodes, over: false } : { ms, nodes: limit, over: true };
    if (found.ok) return;
  }
}

function* afterMistake(scenario: Scenario, index: number): Generator<SearchCost> {
  const seed = Math.floor(index / STATES_A_SEED) + 1;
  const c = caseOf(scenario, seed);
  const best = new Analysis(c).bestPlay();
  if (!best.ok) return;
  const { points } = best.value;
  const position = mistaken(c, points, `bench ${index % STATES_A_SEED}`);
  yield* upTo(LIMITS, (nodes) => {
    const analysis = new Analysis(c);
    return () => analysis.bestFrom(position, points, { nodes });
  });
}

/** A position of a random play from which the full mark cannot be reached any more; of the next one if it has none. */
function mistaken(c: CompiledCase, best: Points, name: string): Position {
  const analysis = new Analysis(c);
  const objective = analysis.scoreObjective(best);
  const replayed = replay(c, playRandom(c, name).log);
  if (!replayed.ok) throw new Error(replayed.error.reason);
  const lost = analysis
    .positions(replayed.value)
    .filter((position) => !position.run.ended && objective.bound(position) < WHOLE);
  // The first ones are the hardest: the more of a case is over, the less there is to search.
  const place = dice(c.of.seed, name)(0, Math.floor(Math.max(0, lost.length - 1) / 2));
  return lost[place] ?? mistaken(c, best, `${name} again`);
}

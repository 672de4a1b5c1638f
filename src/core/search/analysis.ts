import { err, ok, points, present, shareOfBasis, type Points, type Result, type Share } from '../base';
import { begin, type Input, type Replayed } from '../attempt';
import type { CompiledCase } from '../scenario';
import { beginStanding, rubricOf, take, type Rubric } from '../scoring';
import { Bounds } from './bounds';
import { Lookout } from './lookout';
import { tidy } from './tidy';
import { Searcher, type Found, type Limits, type Objective, type Position } from './search';

/** The reason an exact answer is not given: more states than the budget allows. */
export type TooLarge = 'too-large';

/** States to expand before an answer is given up; far above what bundled cases need. */
export const NODE_BUDGET = 400_000;

/** The best play of a case from its start. */
export interface BestPlay {
  /** Most points that can be earned without a critical error: the full mark of this case. */
  readonly points: Points;
  readonly inputs: readonly Input[];
  readonly nodes: number;
}

/** What one decision cost: the best score still open before it, after it, and the difference. */
export interface Regret {
  readonly index: number;
  readonly before: Share;
  readonly after: Share;
  /** Never negative; over an attempt these sum to the best score from the start minus the score got. */
  readonly lost: number;
  readonly nodes: number;
}

/** Exact questions about one case. Keep it while the case is at hand: it holds tables and the answers so far. */
export class Analysis {
  readonly rubric: Rubric;
  readonly #c: CompiledCase;
  readonly #bounds: Bounds;
  readonly #searcher: Searcher;
  #best: Result<BestPlay, TooLarge> | undefined;
  readonly #objectives = new Map<Points, Objective>();

  constructor(c: CompiledCase) {
    this.#c = c;
    this.rubric = rubricOf(c.of.logic.spec, c.start);
    const lookout = new Lookout(c, this.rubric);
    this.#bounds = new Bounds(c, this.rubric, lookout);
    this.#searcher = new Searcher(c, this.rubric, lookout);
  }

  /** The position from which every attempt of the case starts. */
  start(): Position {
    return { run: begin(this.#c), standing: beginStanding(this.rubric) };
  }

  /**
   * The most points that can be earned from the start without a critical error, and a play that earns them.
   * @example analysis.bestPlay()
   */
  bestPlay(limits: Limits = { nodes: NODE_BUDGET }): Result<BestPlay, TooLarge> {
    this.#best ??= this.#findBest(limits);
    return this.#best;
  }

  #findBest(limits: Limits): Result<BestPlay, TooLarge> {
    const objective = this.#bounds.points();
    const found = this.#searcher.best(this.start(), objective, limits);
    if (!found?.play) return err('too-large');
    const best = points(found.best);
    const inputs = tidy({ c: this.#c, rubric: this.rubric, objective }, this.start(), found.play);
    return ok({ points: best, inputs, nodes: found.nodes });
  }

  /**
   * The best final score (basis points) reachable from a position, with a play that reaches it.
   * @param best the case's full mark, from `bestPlay`
   */
  bestFrom(position: Position, best: Points, limits: Limits): Result<Found, TooLarge> {
    const found = this.#searcher.best(position, this.scoreObjective(best), limits);
    return found ? ok(found) : err('too-large');
  }

  /** A play as a person would give it: nothing superfluous, numbers from the middle of what is equally good. */
  tidied(from: Position, play: readonly Input[], best: Points): readonly Input[] {
    return tidy({ c: this.#c, rubric: this.rubric, objective: this.scoreObjective(best) }, from, play);
  }

  /** The final score as an objective of search: its bound is exact once the case has ended. */
  scoreObjective(best: Points): Objective {
    const known = this.#objectives.get(best);
    if (known) return known;
    const made = this.#bounds.score(best);
    this.#objectives.set(best, made);
    return made;
  }

  /** The positions before each input of a replayed attempt, and the last one. */
  positions(replayed: Replayed): readonly Position[] {
    let standing = beginStanding(this.rubric);
    const out: Position[] = [];
    let next = 0;
    replayed.runs.forEach((run, index) => {
      for (let fact = replayed.facts[next]; fact && fact.input < index; fact = replayed.facts[++next])
        standing = take(this.rubric, standing, fact);
      out.push({ run, standing });
    });
    return out;
  }

  /**
   * What every decision of an attempt cost, exactly. An unfinished attempt ends in the best score still open.
   * @example analysis.regret(replayed, 750_000)
   */
  regret(replayed: Replayed, best: Points, limits: Limits): Result<readonly Regret[], TooLarge> {
    const positions = this.positions(replayed);
    const values: { value: number; nodes: number }[] = [];
    let floor = -1;
    for (const position of [...positions].reverse()) {
      const known = floor;
      if (known >= 0 && this.scoreObjective(best).bound(position) <= known)
        values.push({ value: known, nodes: 0 });
      else {
        const found = this.bestFrom(position, best, { ...limits, atLeast: known });
        if (!found.ok) return found;
        values.push({ value: found.value.best, nodes: found.value.nodes });
      }
      floor = present(values.at(-1), 'value').value;
    }
    values.reverse();
    return ok(
      values.slice(0, -1).map((entry, index) => regretOf(entry, present(values[index + 1], 'next'), index)),
    );
  }
}

function regretOf(
  before: { readonly value: number; readonly nodes: number },
  after: { readonly value: number },
  index: number,
): Regret {
  return {
    index,
    before: shareOfBasis(before.value),
    after: shareOfBasis(after.value),
    lost: before.value - after.value,
    nodes: before.nodes,
  };
}

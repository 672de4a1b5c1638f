import { present, type Points } from '../base';
import { begin, stamp, step, type Fact, type Input } from '../attempt';
import { compileCase, instantiate, type CompiledCase, type Logic } from '../scenario';
import { judge, rubricOf, type Rubric } from '../scoring';
import { Analysis } from '../search';

/** What it takes to play and score one case. */
export interface CaseParts {
  readonly c: CompiledCase;
  readonly rubric: Rubric;
  /** The most points that can be earned from the start without a critical error: the full mark. */
  readonly best: Points;
}

/** Answers known from before, by the content of a scenario and the seed. */
export type KnownBest = (scenarioHash: string, seed: number) => Points | undefined;

/** Compiled cases kept at hand; a class with a case each and a retry fits. */
const KEPT = 256;

/**
 * The scenarios at hand, and their cases by seed. What was worked out is kept, the oldest goes when there are many;
 * the answers do not depend on that.
 * @example new CaseShelf([logic]).parts('stockout-key-account', 7)?.best // 750_000
 */
export class CaseShelf {
  readonly #logics: ReadonlyMap<string, Logic>;
  readonly #known: KnownBest;
  readonly #cases = new Map<string, CompiledCase>();
  readonly #parts = new Map<string, CaseParts | 'too-large'>();
  readonly #plays = new Map<string, readonly (readonly Input[])[]>();

  /** @param known full marks worked out before, so that they are not searched for again */
  constructor(logics: readonly Logic[], known: KnownBest = () => undefined) {
    this.#logics = new Map(logics.map((logic) => [logic.spec.id, logic]));
    this.#known = known;
  }

  /** The scenario of an id; undefined where it is not at hand. */
  logic(id: string): Logic | undefined {
    return this.#logics.get(id);
  }

  /** The case that a seed draws from a scenario; undefined where the scenario is not at hand. */
  compiled(id: string, seed: number): CompiledCase | undefined {
    const logic = this.#logics.get(id);
    return logic && kept(this.#cases, keyOf(id, seed), () => compileCase(instantiate(logic, seed)));
  }

  /** The case with its rubric and full mark; `too-large` where search gave the full mark up. */
  parts(id: string, seed: number): CaseParts | 'too-large' | undefined {
    const c = this.compiled(id, seed);
    return c && kept(this.#parts, keyOf(id, seed), () => this.#partsOf(c));
  }

  #partsOf(c: CompiledCase): CaseParts | 'too-large' {
    const { logic, seed } = c.of;
    const rubric = rubricOf(logic.spec, c.start);
    const best = this.#known(logic.hash, seed) ?? this.#bestOf(c, rubric);
    return best === undefined ? 'too-large' : { c, rubric, best };
  }

  /**
   * Nobody can earn more than all points of the rubric: where a best play of another draw earns them here as well, it
   * proves the full mark in a fraction of the time that the search takes.
   */
  #bestOf(c: CompiledCase, rubric: Rubric): Points | undefined {
    const { id } = c.of.logic.spec;
    const plays = this.#plays.get(id) ?? [];
    if (plays.some((play) => earnsAll(c, rubric, play))) return rubric.total;
    const best = new Analysis(c).bestPlay();
    if (!best.ok) return undefined;
    if (best.value.points === rubric.total)
      this.#plays.set(id, [best.value.inputs, ...plays].slice(0, MOST_PLAYS));
    return best.value.points;
  }
}

/** Best plays kept to try on other draws: hidden facts of a case differ in a handful of ways that matter. */
const MOST_PLAYS = 32;

function earnsAll(c: CompiledCase, rubric: Rubric, play: readonly Input[]): boolean {
  let run = begin(c);
  const facts: Fact[] = [];
  for (const [index, input] of play.entries()) {
    const result = step(c, run, input);
    if (!result.ok) return false;
    run = result.value.run;
    for (const fact of stamp(result.value.facts, index)) facts.push(fact);
  }
  const { findings, criticals } = judge(rubric, facts);
  const sum = findings.reduce((all, { earned }) => all + earned, 0);
  return run.ended && criticals.length === 0 && sum === rubric.total;
}

const keyOf = (id: string, seed: number): string => `${String(seed)}:${id}`;

function kept<T>(shelf: Map<string, T>, key: string, make: () => T): T {
  const found = shelf.get(key);
  if (found !== undefined) return found;
  const made = make();
  if (shelf.size >= KEPT) shelf.delete(present(shelf.keys().next().value, 'oldest'));
  shelf.set(key, made);
  return made;
}

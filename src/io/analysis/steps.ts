import { err, ok, points, present, WHOLE, type Points, type Result, type Share } from '../../core/base';
import { begin, replay, stamp, step, type AttemptEvent, type Input, type Replayed } from '../../core/attempt';
import { compileCase, instantiate, type CompiledCase } from '../../core/scenario';
import {
  beginStanding,
  judge,
  rubricOf,
  score,
  shareAt,
  take,
  type Rubric,
  type Standing,
} from '../../core/scoring';
import { costliest, minimalRepair, type Advice, type Graded } from '../../core/debrief';
import { Analysis, NODE_BUDGET, type Position, type Regret } from '../../core/search';
import { fits, type KeptBest, type KeptFindings } from './kept';
import type { AnalysisOrder, AnalysisReport } from './report';

/** States to expand for one piece of advice: it is welcome when it is cheap, and left out when it is not. */
const ADVICE_BUDGET = 12_000;

/**
 * Works out an attempt, quickest answers first: the grade, then the cost of each decision, then advice on the
 * costliest, then the one change that would have gained most. Pure; a consumer that stops asking stops the work.
 * @example for (const report of steps(order)) postMessage(report);
 */
export function* steps(order: AnalysisOrder): Generator<AnalysisReport> {
  const c = compileCase(instantiate(order.logic, order.seed));
  const replayed = replay(c, order.log);
  if (!replayed.ok) {
    yield { kind: 'refused', fault: { code: 'broken-log', fault: replayed.error } };
    return;
  }
  const rubric = rubricOf(c.of.logic.spec, c.start);
  const model = keptModel({ c, rubric, best: order.kept?.best }) ?? foundModel(c);
  if (!model) {
    yield { kind: 'refused', fault: { code: 'too-large' } };
    return;
  }
  const graded = grade({ rubric, log: order.log, replayed: replayed.value, model });
  yield { kind: 'graded', graded };
  const { findings } = order.kept ?? {};
  const kept = findings && fits(findings, graded) ? findings : undefined;
  if (kept?.rest) yield* told(kept.regrets, kept.rest);
  else yield* findingsOf({ c, graded, regrets: kept?.regrets }, model.analysis);
}

/** What was worked out before, in the order in which it is told. */
function* told(
  regrets: readonly Regret[],
  { advice, repair }: NonNullable<KeptFindings['rest']>,
): Generator<AnalysisReport> {
  yield { kind: 'costed', costs: { regrets: ok(regrets) } };
  yield { kind: 'advised', advice };
  yield { kind: 'repaired', repair };
}

function* findingsOf(
  of: { readonly c: CompiledCase; readonly graded: Graded; readonly regrets: readonly Regret[] | undefined },
  analysis = new Analysis(of.c),
): Generator<AnalysisReport> {
  const { c, graded } = of;
  const { log, replayed } = graded;
  const { best } = graded.scorecard;
  const regrets = of.regrets ? ok(of.regrets) : analysis.regret(replayed, best, { nodes: NODE_BUDGET });
  yield { kind: 'costed', costs: { regrets } };
  const advisor = new Advisor(c, analysis, best);
  const positions = analysis.positions(replayed);
  const advice = (regrets.ok ? costliest(regrets.value) : []).map((regret) => advisor.on(regret, positions));
  yield { kind: 'advised', advice };
  const attempt = { c, rubric: analysis.rubric, best, log };
  const repair = replayed.run.ended ? minimalRepair({ ...attempt, replayed, positions }) : undefined;
  yield { kind: 'repaired', repair };
}

/** A play that earns the full mark of a case, and the search that found it, if it was searched for. */
interface Model {
  readonly points: Points;
  readonly log: readonly AttemptEvent[];
  readonly replayed: Replayed;
  readonly analysis?: Analysis;
}

/** A play that was kept, if it can be played and still earns what it is said to, without a critical error. */
function keptModel(of: {
  readonly c: CompiledCase;
  readonly rubric: Rubric;
  readonly best: KeptBest | undefined;
}): Model | undefined {
  const { c, rubric, best } = of;
  const play = best && logged(c, best.inputs);
  if (!play) return undefined;
  const judgement = judge(rubric, play.replayed.facts);
  const { earned } = score(rubric, judgement, best.points);
  const sound = play.replayed.run.ended && judgement.criticals.length === 0 && earned === best.points;
  return sound ? { points: best.points, ...play } : undefined;
}

function foundModel(c: CompiledCase): Model | undefined {
  const analysis = new Analysis(c);
  const best = analysis.bestPlay();
  if (!best.ok) return undefined;
  const play = present(logged(c, best.value.inputs), 'the best play replays');
  return { points: best.value.points, ...play, analysis };
}

interface Grading {
  readonly rubric: Rubric;
  readonly log: readonly AttemptEvent[];
  readonly replayed: Replayed;
  readonly model: Model;
}

function grade({ rubric, log, replayed, model }: Grading): Graded {
  const judgement = judge(rubric, replayed.facts);
  return {
    log,
    replayed,
    judgement,
    scorecard: score(rubric, judgement, model.points),
    shares: standingsOf(rubric, replayed).map((standing) => sharesOf(rubric, standing)),
    bestPlay: model.log,
    bestScorecard: score(rubric, judge(rubric, model.replayed.facts), model.points),
  };
}

/** How the attempt stood before each input, and at last. */
function standingsOf(rubric: Rubric, { runs, facts }: Replayed): readonly Standing[] {
  let standing = beginStanding(rubric);
  let next = 0;
  return runs.map((_, index) => {
    for (let fact = facts[next]; fact && fact.input < index; fact = facts[++next])
      standing = take(rubric, standing, fact);
    return standing;
  });
}

function sharesOf(rubric: Rubric, standing: Standing): readonly Share[] {
  return rubric.rows.map((_, index) => present(shareAt(rubric, standing, index), 'share'));
}

/** Inputs played from the start, each with its clock; undefined where one of them is not possible. */
function logged(
  c: CompiledCase,
  inputs: readonly Input[],
): { readonly log: readonly AttemptEvent[]; readonly replayed: Replayed } | undefined {
  const log: AttemptEvent[] = [];
  let run = begin(c);
  for (const input of inputs) {
    log.push({ v: 1, at: run.now, input });
    const next = step(c, run, input);
    if (!next.ok) return undefined;
    run = next.value.run;
  }
  const replayed = replay(c, log);
  return replayed.ok ? { log, replayed: replayed.value } : undefined;
}

/** Says what would have been better, by one best play from before a decision and one from after it. */
class Advisor {
  readonly #c: CompiledCase;
  readonly #analysis: Analysis;
  readonly #best: Points;

  constructor(c: CompiledCase, analysis: Analysis, best: Points) {
    this.#c = c;
    this.#analysis = analysis;
    this.#best = best;
  }

  on(regret: Regret, positions: readonly Position[]): Advice {
    const { index } = regret;
    const before = present(positions[index], 'position before');
    const after = present(positions[index + 1], 'position after');
    const nothing: Advice = { index, instead: undefined, closed: [] };
    const better = this.#play(before, regret.before);
    if (!better.ok) return nothing;
    const could = this.#end(before, better.value);
    if (this.#capped(could, regret.before)) return nothing;
    const instead = better.value[0];
    const rest = after.run.ended ? ok<readonly Input[]>([]) : this.#play(after, regret.after);
    if (!rest.ok) return { index, instead, closed: [] };
    const can = this.#end(after, rest.value);
    return { index, instead, closed: this.#capped(can, regret.after) ? [] : this.#closed(could, can) };
  }

  /** Whether an ending scores less than its points alone would give. */
  #capped(end: Position, value: Share): boolean {
    const shares = sharesOf(this.#analysis.rubric, end.standing);
    const sum = this.#analysis.rubric.rows.reduce(
      (all, row, index) => all + row.points * (shares[index] ?? 0),
      0,
    );
    return Math.round((sum * WHOLE) / this.#best) > value;
  }

  /** A play that reaches a value known to be the best from a position: one below it prunes all the rest. */
  #play(from: Position, value: Share): Result<readonly Input[], 'too-large'> {
    const found = this.#analysis.bestFrom(from, this.#best, { nodes: ADVICE_BUDGET, atLeast: value - 1 });
    return found.ok && found.value.play
      ? ok(this.#analysis.tidied(from, found.value.play, this.#best))
      : err('too-large');
  }

  #end(from: Position, inputs: readonly Input[]): Position {
    let { run, standing } = from;
    for (const input of inputs) {
      const next = step(this.#c, run, input);
      if (!next.ok) throw new Error(`a play that search found is refused: ${next.error}`);
      for (const fact of stamp(next.value.facts, 0)) standing = take(this.#analysis.rubric, standing, fact);
      run = next.value.run;
    }
    return { run, standing };
  }

  #closed(best: Position, rest: Position): Advice['closed'] {
    const { rubric } = this.#analysis;
    const [could, can] = [sharesOf(rubric, best.standing), sharesOf(rubric, rest.standing)];
    return rubric.rows
      .map((row, index) => ({
        criterion: row.criterion.id,
        lost: points(row.points * ((could[index] ?? 0) - (can[index] ?? 0))),
      }))
      .filter(({ lost }) => lost > 0)
      .sort((a, b) => b.lost - a.lost);
  }
}

import { err, ok, points, present, WHOLE, type Points, type Result, type Share } from '../../core/base';
import { begin, replay, stamp, step, type AttemptEvent, type Input, type Replayed } from '../../core/attempt';
import { compileCase, instantiate, type CompiledCase } from '../../core/scenario';
import { judge, score, shareAt, take } from '../../core/scoring';
import { costliest, minimalRepair, type Advice, type Graded } from '../../core/debrief';
import { Analysis, NODE_BUDGET, type BestPlay, type Position, type Regret } from '../../core/search';
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
  const analysis = new Analysis(c);
  const best = analysis.bestPlay();
  if (!best.ok) {
    yield { kind: 'refused', fault: { code: 'too-large' } };
    return;
  }
  yield { kind: 'graded', graded: grade({ c, order, analysis, replayed: replayed.value, best: best.value }) };
  const regrets = analysis.regret(replayed.value, best.value.points, { nodes: NODE_BUDGET });
  yield { kind: 'costed', costs: { regrets } };
  const advisor = new Advisor(c, analysis, best.value.points);
  const positions = analysis.positions(replayed.value);
  const advice = (regrets.ok ? costliest(regrets.value) : []).map((regret) => advisor.on(regret, positions));
  yield { kind: 'advised', advice };
  const attempt = { c, rubric: analysis.rubric, best: best.value.points, log: order.log };
  const repair = replayed.value.run.ended
    ? minimalRepair({ ...attempt, replayed: replayed.value, positions })
    : undefined;
  yield { kind: 'repaired', repair };
}

interface Grading {
  readonly c: CompiledCase;
  readonly order: AnalysisOrder;
  readonly analysis: Analysis;
  readonly replayed: Replayed;
  readonly best: BestPlay;
}

function grade({ c, order, analysis, replayed, best }: Grading): Graded {
  const { rubric } = analysis;
  const judgement = judge(rubric, replayed.facts);
  const model = logged(c, best.inputs);
  return {
    log: order.log,
    replayed,
    judgement,
    scorecard: score(rubric, judgement, best.points),
    shares: analysis.positions(replayed).map((position) => sharesAt(analysis, position)),
    bestPlay: model.log,
    bestScorecard: score(rubric, judge(rubric, model.replayed.facts), best.points),
  };
}

function sharesAt(analysis: Analysis, { standing }: Position): readonly Share[] {
  return analysis.rubric.rows.map((_, index) => present(shareAt(analysis.rubric, standing, index), 'share'));
}

/** Inputs played from the start, each with its clock. They are known to be possible. */
function logged(
  c: CompiledCase,
  inputs: readonly Input[],
): { readonly log: readonly AttemptEvent[]; readonly replayed: Replayed } {
  const log: AttemptEvent[] = [];
  let run = begin(c);
  for (const input of inputs) {
    log.push({ v: 1, at: run.now, input });
    const next = step(c, run, input);
    if (next.ok) run = next.value.run;
  }
  const replayed = replay(c, log);
  if (!replayed.ok) throw new Error(`the best play does not replay: ${JSON.stringify(replayed.error)}`);
  return { log, replayed: replayed.value };
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
    const shares = sharesAt(this.#analysis, end);
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
    const [could, can] = [sharesAt(this.#analysis, best), sharesAt(this.#analysis, rest)];
    return this.#analysis.rubric.rows
      .map((row, index) => ({
        criterion: row.criterion.id,
        lost: points(row.points * ((could[index] ?? 0) - (can[index] ?? 0))),
      }))
      .filter(({ lost }) => lost > 0)
      .sort((a, b) => b.lost - a.lost);
  }
}

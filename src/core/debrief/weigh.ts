import { err, ok, present, shareOfBasis, type Points, type Result, type Share } from '../base';
import { replay, stamp, step, type AttemptEvent, type Fact, type Input, type Refusal } from '../attempt';
import type { CompiledCase } from '../scenario';
import { judge, score } from '../scoring';
import { Analysis, NODE_BUDGET, type Position, type TooLarge } from '../search';
import { committedAt } from './costly';
import { regretClass, type Grade } from './regret-class';

/** What one act is worth at one moment, against the best that could be done there. */
export interface Weighed {
  /** Best final score in reach before it, and after it. */
  readonly before: Share;
  readonly after: Share;
  /** Basis points; never negative. */
  readonly lost: number;
  readonly grade: Grade;
  /**
   * The first step of a best play from the moment; undefined where a cap is in force already: then plays that waste
   * points reach the same score, and none of them is an example.
   */
  readonly best: Input | undefined;
}

/**
 * Weighs an answer to “what would you do now?”. Exact, as regrets are.
 * @param log of the attempt up to the moment; it must replay
 * @example weigh(c, { log: log.slice(0, 9), answer: { kind: 'look', record: 'wms' } })
 */
export function weigh(
  c: CompiledCase,
  { log, answer }: { readonly log: readonly AttemptEvent[]; readonly answer: Input },
): Result<Weighed, TooLarge | Refusal> {
  const played = replay(c, log);
  if (!played.ok) throw new Error(`the attempt does not replay: ${JSON.stringify(played.error)}`);
  const analysis = new Analysis(c);
  const full = analysis.bestPlay();
  if (!full.ok) return full;
  const here = present(analysis.positions(played.value).at(-1), 'position');
  const next = step(c, here.run, answer);
  if (!next.ok) return err(next.error);
  const given = replay(c, [...log, { v: 1, at: here.run.now, input: answer }]);
  if (!given.ok) throw new Error(`what was possible does not replay: ${JSON.stringify(given.error)}`);
  const there = present(analysis.positions(given.value).at(-1), 'position');
  const best = analysis.bestFrom(here, full.value.points, { nodes: NODE_BUDGET });
  if (!best.ok) return best;
  const rest = analysis.bestFrom(there, full.value.points, { nodes: NODE_BUDGET });
  if (!rest.ok) return rest;
  const judgement = judge(analysis.rubric, given.value.facts);
  const lost = best.value.best - rest.value.best;
  const critical = committedAt({ replayed: given.value, judgement }, log.length);
  const play = best.value.play ?? [];
  const capped = isCapped({ c, analysis, full: full.value.points }, here, {
    facts: played.value.facts,
    play,
  });
  return ok({
    before: shareOfBasis(best.value.best),
    after: shareOfBasis(rest.value.best),
    lost,
    grade: regretClass(lost, critical),
    best: capped ? undefined : analysis.tidied(here, play, full.value.points)[0],
  });
}

/** Whether a play from a position ends below what its points alone would give. */
function isCapped(
  of: { readonly c: CompiledCase; readonly analysis: Analysis; readonly full: Points },
  from: Position,
  { facts, play }: { readonly facts: readonly Fact[]; readonly play: readonly Input[] },
): boolean {
  let { run } = from;
  const all = [...facts];
  for (const input of play) {
    const next = step(of.c, run, input);
    if (!next.ok) throw new Error(`a play that search found is refused: ${next.error}`);
    // Which input a fact came from does not matter for the mark.
    for (const fact of stamp(next.value.facts, 0)) all.push(fact);
    run = next.value.run;
  }
  const card = score(of.analysis.rubric, judge(of.analysis.rubric, all), of.full);
  return card.score < card.raw;
}

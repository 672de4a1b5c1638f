import { err, ok, type Result, type Share } from '../base';
import { replay, type AttemptEvent, type Input, type Replayed, type ReplayFault } from '../attempt';
import type { CompiledCase } from '../scenario';
import { judge, score, type Judgement, type Scorecard } from '../scoring';
import { Analysis, NODE_BUDGET, type Regret, type TooLarge } from './analysis';

/** Everything a debrief shows, worked out from the case and the log alone. */
export interface Assessment {
  readonly replayed: Replayed;
  readonly judgement: Judgement;
  readonly scorecard: Scorecard;
  /** One an input, or the honest admission that the case is too large for an exact answer. */
  readonly regrets: Result<readonly Regret[], TooLarge>;
  /** A play that earns the full mark of this case. */
  readonly bestPlay: readonly Input[];
  /** The best final score from the start; 10,000 wherever the full mark is reachable without a cap. */
  readonly bestScore: Share;
}

/** Why an attempt cannot be assessed. */
export type AssessFault =
  { readonly code: 'broken-log'; readonly fault: ReplayFault } | { readonly code: 'too-large' };

/**
 * Replays and scores an attempt, and works out what each decision cost. Pure: two machines get the same bytes.
 * @example assess(compiled, log)
 */
export function assess(
  c: CompiledCase,
  log: readonly AttemptEvent[],
  analysis: Analysis = new Analysis(c),
): Result<Assessment, AssessFault> {
  const replayed = replay(c, log);
  if (!replayed.ok) return err({ code: 'broken-log', fault: replayed.error });
  const best = analysis.bestPlay();
  if (!best.ok) return err({ code: 'too-large' });
  const judgement = judge(analysis.rubric, replayed.value.facts);
  const regrets = analysis.regret(replayed.value, best.value.points, { nodes: NODE_BUDGET });
  const scorecard = score(analysis.rubric, judgement, best.value.points);
  const first = regrets.ok ? regrets.value[0] : undefined;
  return ok({
    replayed: replayed.value,
    judgement,
    scorecard,
    regrets,
    bestPlay: best.value.inputs,
    bestScore: first?.before ?? scorecard.score,
  });
}

/**
 * scoring: from facts to a mark.
 * Hides: the formulas of the 7R model, how criteria fold over facts, how caps combine.
 * Promises: pure and deterministic, whole basis points everywhere; every point names the facts it comes from;
 * `bound…` is never below what can still be reached.
 * Must not know: how facts came about, what could have been done instead, screens, storage.
 */
export { criteria } from './criteria';
export type { Criterion, Outlook, Setting } from './criterion';
export {
  boundCap,
  capOf,
  CAPS,
  criticalOf,
  nextCriticals,
  NO_CRITICALS,
  repairedCap,
  type CriticalMark,
  type Criticals,
} from './critical';
export {
  aftermath,
  BASE_RETENTION,
  csat,
  effort,
  justiceOf,
  promoterOf,
  PROMOTERS,
  satisfaction,
  stayProbability,
  type Aftermath,
  type Justice,
  type Promoter,
  type Trouble,
} from './customer';
export {
  allocationCost,
  channelFit,
  chanceByDue,
  costRegret,
  coverage,
  FAIRNESS_FLOOR,
  firstResponse,
  hintCeiling,
  paced,
  priceBand,
  promiseKept,
  promiseRealism,
  RESPONSE_TIMES,
  sumOfStages,
  tariffBand,
  TIER_FACTOR,
  tierFit,
  type Allotment,
  type PromiseGiven,
  type Spread,
} from './formulas';
export {
  beginStanding,
  judge,
  shareAt,
  take,
  type CriticalFinding,
  type Finding,
  type Judgement,
  type Standing,
} from './judge';
export {
  rightOf,
  rubricOf,
  WEIGHTS,
  type HintRule,
  type RightRows,
  type Rubric,
  type RubricRow,
} from './rubric';
export {
  boundOfRow,
  boundPoints,
  boundScore,
  finalScore,
  levelOf,
  RIGHT_LEVELS,
  rightLevelOf,
  score,
  scoreOf,
  SCORE_LEVELS,
  weightedMean,
  type CapLine,
  type Prospect,
  type RightLevel,
  type RightScore,
  type Scorecard,
  type ScoreLevel,
} from './score';

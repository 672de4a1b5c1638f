import { earned, points, shareOfBasis, WHOLE, type Json, type Points, type Share } from '../base';
import type { CriticalErrorId, Right } from '../scenario';
import { boundCap, capOf } from './critical';
import type { Outlook } from './criterion';
import type { Finding, Judgement, Standing } from './judge';
import { ENOUGH_POINTS, rightOf, WEIGHTS, type RightRows, type Rubric, type RubricRow } from './rubric';

/** Levels of a case (§4.7): 优秀 ≥ 90, 良好 ≥ 80, 中等 ≥ 70, 及格 ≥ 60, 不及格. */
export const SCORE_LEVELS = ['excellent', 'good', 'fair', 'pass', 'not-yet'] as const;
export type ScoreLevel = (typeof SCORE_LEVELS)[number];

/** Levels of one right (§4.7): 优秀 ≥ 90, 熟练 ≥ 75, 及格 ≥ 60, 起步. */
export const RIGHT_LEVELS = ['excellent', 'proficient', 'pass', 'starting'] as const;
export type RightLevel = (typeof RIGHT_LEVELS)[number];

/** A limit on the mark: a critical error, or the floor rule (§4.4) for rights below 40 %. `cap` is of 100. */
export interface CapLine {
  readonly by: CriticalErrorId | 'floor';
  readonly cap: number;
  readonly repaired: boolean;
}

export interface RightScore {
  readonly right: Right;
  readonly earned: Points;
  /** Points on offer. */
  readonly points: Points;
  readonly share: Share;
  /** Whether there is enough evidence to speak of the right at all (§4.2). */
  readonly assessed: boolean;
  /** Undefined where the right is not assessed. */
  readonly level: RightLevel | undefined;
}

/** The mark of one attempt. Shares are in basis points: a score of 8260 is shown as 82.6. */
export interface Scorecard {
  readonly earned: Points;
  /** The most that could be earned from the start of this case. */
  readonly best: Points;
  /** Earned of best, rounded half up, before any cap. */
  readonly raw: Share;
  readonly caps: readonly CapLine[];
  /** The lower of `raw` and the lowest cap. */
  readonly score: Share;
  readonly level: ScoreLevel;
  /** Rights that the rubric has rows for, in order. */
  readonly rights: readonly RightScore[];
}

const HUNDREDTH = WHOLE / 100;
const FLOOR = 0.4;
const CAP_ONE_LOW = 69;
const CAP_MORE_LOW = 59;
const NO_CAP = 100;
const ENOUGH_CRITERIA = 2;

function shareOf(part: number, whole: number): Share {
  return shareOfBasis(whole > 0 ? (part * WHOLE) / whole : 0);
}

/** The cap of the floor rule for a number of low rights (§4.4): one 69, more 59. */
function floorCap(low: number): number {
  if (low === 0) return NO_CAP;
  return low === 1 ? CAP_ONE_LOW : CAP_MORE_LOW;
}

/** Judged by the points on offer, assessed or not, so that doing more can never lower the mark. */
function isLow(group: RightRows, got: number): boolean {
  return group.floored && got < FLOOR * group.points;
}

/**
 * The level of a case's score.
 * @example levelOf(shareOfBasis(8260)) // 'good'
 */
export function levelOf(score: Share): ScoreLevel {
  if (score >= 9000) return 'excellent';
  if (score >= 8000) return 'good';
  if (score >= 7000) return 'fair';
  return score >= 6000 ? 'pass' : 'not-yet';
}

/**
 * The level of one right.
 * @example rightLevelOf(shareOfBasis(7500)) // 'proficient'
 */
export function rightLevelOf(share: Share): RightLevel {
  if (share >= 9000) return 'excellent';
  if (share >= 7500) return 'proficient';
  return share >= 6000 ? 'pass' : 'starting';
}

/**
 * The scorecard of a judged attempt.
 * @param best points reachable from the start of this case; with 0 the raw share is 0
 * @example score(rubric, judge(rubric, facts), rubric.total).score // 6900
 */
export function score(rubric: Rubric, judgement: Judgement, best: Points): Scorecard {
  const sum = judgement.findings.reduce((all, finding) => all + finding.earned, 0);
  const rights = rubric.byRight.map((group) => rightScore(group, judgement.findings));
  const low = rubric.byRight.filter((group, i) => isLow(group, rights[i]?.earned ?? 0)).length;
  const caps: readonly CapLine[] = [
    ...judgement.criticals.map(({ error, cap, repaired }) => ({ by: error, cap, repaired })),
    ...(low > 0 ? [{ by: 'floor' as const, cap: floorCap(low), repaired: false }] : []),
  ];
  const raw = shareOf(sum, best);
  const final = caps.reduce<number>((least, { cap }) => Math.min(least, cap * HUNDREDTH), raw);
  const total = shareOfBasis(final);
  return { earned: points(sum), best, raw, caps, score: total, level: levelOf(total), rights };
}

function rightScore(group: RightRows, findings: readonly Finding[]): RightScore {
  const own = findings.filter((finding) => rightOf(finding.criterion) === group.right);
  const got = own.reduce((sum, finding) => sum + finding.earned, 0);
  const seen = own.filter((finding) => finding.evidence.length > 0);
  const weight = seen.reduce((sum, finding) => sum + finding.points, 0);
  const assessed = weight >= ENOUGH_POINTS && seen.length >= ENOUGH_CRITERIA;
  const share = shareOf(got, group.points);
  return {
    right: group.right,
    earned: points(got),
    points: group.points,
    share,
    assessed,
    level: assessed ? rightLevelOf(share) : undefined,
  };
}

/**
 * The profile mean (§4.3): Σ w·S / Σ w over the assessed rights, for reports that compare attempts. The mark of a
 * case is points earned of the best reachable instead.
 * @returns undefined when no right is assessed
 * @example weightedMean(scorecard.rights) // 8372
 */
export function weightedMean(rights: readonly RightScore[]): Share | undefined {
  const counted = rights.filter((right) => right.assessed);
  const weight = counted.reduce((sum, { right }) => sum + WEIGHTS[right], 0);
  if (weight === 0) return undefined;
  return shareOfBasis(counted.reduce((sum, { right, share }) => sum + WEIGHTS[right] * share, 0) / weight);
}

/** Adds up rows by right, applies the floor rule and a cap: the one road to a score without a judgement. */
function settle(
  rubric: Rubric,
  limits: { readonly best: Points; readonly cap: number },
  pointsAt: (row: RubricRow, index: number) => number,
): Share {
  let sum = 0;
  let low = 0;
  for (const group of rubric.byRight) {
    let got = 0;
    for (let index = group.from; index < group.to; index++) {
      const row = rubric.rows[index];
      if (row !== undefined) got += pointsAt(row, index);
    }
    sum += got;
    if (isLow(group, got)) low++;
  }
  const cap = Math.min(limits.cap, floorCap(low)) * HUNDREDTH;
  return shareOfBasis(Math.min(shareOf(sum, limits.best), cap));
}

/**
 * The score of a standing in basis points, as `score(rubric, judge(rubric, facts), best).score` gives it, fast.
 * @example finalScore(rubric, standing, best) // 8260
 */
export function finalScore(rubric: Rubric, standing: Standing, best: Points): Share {
  return settle(rubric, { best, cap: capOf(standing.criticals) }, (row, index) =>
    earned(row.points, row.criterion.verdict(standing.accs[index] ?? null, row.setting)),
  );
}

/**
 * The most that each row can still earn, in its order; a row without an outlook counts as wide open.
 * @param outlooks one for each row of the rubric, in its order
 * @example boundPoints(rubric, standing, outlooks) // [30_000, 15_000, …]
 */
export function boundPoints(
  rubric: Rubric,
  standing: Standing,
  outlooks: readonly Outlook[],
): readonly Points[] {
  return rubric.rows.map((row, index) => boundOfRow(row, standing.accs[index] ?? null, outlooks[index]));
}

/**
 * The most that one row can still earn.
 * @example boundOfRow(row, acc, { ...outlook, early: 2 }) // 20_000
 */
export function boundOfRow(row: RubricRow, acc: Json, outlook: Outlook = ANYTHING): Points {
  return earned(row.points, row.criterion.bound(acc, row.setting, outlook));
}

const ANYTHING: Outlook = { open: true, marks: Number.MAX_SAFE_INTEGER, can: () => true };

/**
 * The score that points of rows make, in basis points, with the floor rule and a cap.
 * @param points of each row, in the order of the rubric
 * @param limits the full mark of the case, and the lowest cap, of 100
 * @example scoreOf(rubric, points, { best: rubric.total, cap: 100 }) // 8260
 */
export function scoreOf(
  rubric: Rubric,
  points: readonly number[],
  limits: { readonly best: Points; readonly cap: number },
): Share {
  return settle(rubric, limits, (_row, index) => points[index] ?? 0);
}

/** What lies ahead of a standing. */
export interface Prospect {
  readonly best: Points;
  /** One for each row of the rubric, in its order. */
  readonly outlooks: readonly Outlook[];
  /** Whether the repair of an error can still be reached. */
  repairable(error: CriticalErrorId): boolean;
}

/**
 * The most `finalScore` can still become, in basis points: never less than any score reachable from here.
 * @example boundScore(rubric, standing, { best, outlooks, repairable: () => false })
 */
export function boundScore(rubric: Rubric, standing: Standing, prospect: Prospect): Share {
  const cap = boundCap(standing.criticals, (error) => prospect.repairable(error));
  return scoreOf(rubric, boundPoints(rubric, standing, prospect.outlooks), { best: prospect.best, cap });
}

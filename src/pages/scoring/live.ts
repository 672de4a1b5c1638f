import { earned, minutes, shareOfBasis, type Share } from '../../core/base';
import { RIGHTS, type CriterionId, type CriticalErrorId, type Right } from '../../core/scenario';
import { CAPS, rubricOf, score, type Rubric, type Scorecard } from '../../core/scoring';

/** Two criteria of five points for each right: enough for every right to be assessed. */
const CRITERIA_SHOWN = RIGHTS.flatMap((right): readonly CriterionId[] => [`${right}.a`, `${right}.b`]);
const POINTS_EACH = 5;
const STEP_UP = 10;

/** What the learner has set on the page. Shares in whole percent. */
export interface Example {
  readonly shares: Readonly<Record<Right, number>>;
  readonly errors: readonly CriticalErrorId[];
  /** Whether the errors were corrected within the case. */
  readonly repaired: boolean;
}

/** The rubric of the imagined case. */
export const rubric: Rubric = rubricOf(
  {
    rubric: Object.fromEntries(CRITERIA_SHOWN.map((id) => [id, { points: POINTS_EACH }])),
    customer: {
      id: 'example',
      tier: 'suitable',
      channel: 'phone',
      mood: 50,
      trust: 60,
      patience: 20,
    },
  },
  minutes(540),
);

/**
 * The cap of an error, one step up where it was corrected; CE-11 knows no repair.
 * @example capAfter('CE-01', true) // 69
 */
export function capAfter(error: CriticalErrorId, repaired: boolean): number {
  const cap = CAPS[error];
  return repaired && error !== 'CE-11' ? cap + STEP_UP : cap;
}

/**
 * The scorecard of the imagined case, made by the function that scores attempts.
 * @example scored({ shares, errors: ['CE-01'], repaired: false }).score // 5900
 */
export function scored({ shares, errors, repaired }: Example): Scorecard {
  const findings = rubric.rows.map(({ criterion, points }) => {
    const right = RIGHTS.find((one) => criterion.id.startsWith(one)) ?? 'R1';
    const share: Share = shareOfBasis(shares[right] * 100);
    return { criterion: criterion.id, points, share, earned: earned(points, share), evidence: [0] };
  });
  const criticals = errors.map((error) => ({
    error,
    cap: capAfter(error, repaired),
    repaired: repaired && error !== 'CE-11',
    evidence: [],
  }));
  return score(rubric, { findings, criticals }, rubric.total);
}

/** Lowest score of each level of a case, in the order of the levels; the last level has none. Of 100. */
export const CASE_LIMITS: readonly number[] = [90, 80, 70, 60];
/** Likewise for one right, in percent. */
export const RIGHT_LIMITS: readonly number[] = [90, 75, 60];

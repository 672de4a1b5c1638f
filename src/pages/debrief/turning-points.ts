import { present, WHOLE } from '../../core/base';
import { CRITERIA, type CriterionId, type CriticalErrorId } from '../../core/scenario';
import { costliest, type Advice } from '../../core/debrief';
import { wordsOf, type View } from '../../ui/review/debrief-model';
import { knownBefore, titleOf, type Moment } from '../../ui/review/moments';

/** A decision that cost much, with what the debrief has to say about it. */
export interface TurningPoint {
  readonly moment: Moment;
  /** Findings in hand when it was taken. */
  readonly known: readonly string[];
  /** The first step of a best play from there, where it is known. */
  readonly instead: string | undefined;
  /** Criteria that could not be earned in full any more, the largest loss first, in basis points of the score. */
  readonly closed: readonly {
    readonly criterion: CriterionId;
    readonly title: string;
    readonly lost: number;
  }[];
  /** Of the findings that the lesson's criterion asks for, how many were in hand. */
  readonly needed: { readonly had: number; readonly of: number } | undefined;
  /** The critical error or the criterion whose lesson fits best; undefined where nothing points at one. */
  readonly lesson: CriterionId | CriticalErrorId | undefined;
}

/**
 * The two or three decisions that cost most, in the order in which they were made.
 * @example turningPoints(view, momentsOf(view)).map(({ moment }) => moment.index) // [9, 15, 21]
 */
export function turningPoints(view: View, moments: readonly Moment[]): readonly TurningPoint[] {
  if (view.costs?.regrets.ok !== true) return [];
  return costliest(view.costs.regrets.value).map(({ index }) => {
    const moment = present(moments[index], 'moment');
    const advice = view.advice?.find((one) => one.index === index);
    const lesson = lessonOf(moment, advice);
    return {
      moment,
      known: knownBefore(view, index),
      instead: advice?.instead && titleOf(view.telling, advice.instead, moment.before),
      closed: (advice?.closed ?? []).map(({ criterion, lost }) => ({
        criterion,
        title: wordsOf(criterion, view.telling).title,
        lost: Math.round((lost * WHOLE) / view.graded.scorecard.best),
      })),
      lesson,
      needed: lesson && neededFor(view, lesson, moment),
    };
  });
}

/** A critical error teaches most, then what was put out of reach, then what the decision itself left unearned. */
function lessonOf(moment: Moment, advice: Advice | undefined): TurningPoint['lesson'] {
  const short = [...moment.touched].sort((a, b) => missed(b) - missed(a))[0];
  const put = moment.committed[0] ?? advice?.closed[0]?.criterion;
  return put ?? (short && missed(short) > 0 ? short.criterion : undefined);
}

function neededFor(
  view: View,
  lesson: CriterionId | CriticalErrorId,
  { before }: Moment,
): TurningPoint['needed'] {
  const { c } = view.telling;
  const criterion = CRITERIA.find((id) => id === lesson);
  const findings = criterion && c.of.logic.spec.rubric[criterion]?.findings;
  if (!findings) return undefined;
  const had = findings.filter((id) => (before.known & present(c.bits[id], id)) !== 0).length;
  return { had, of: findings.length };
}

function missed({ points, after }: Moment['touched'][number]): number {
  return points * (10_000 - after);
}

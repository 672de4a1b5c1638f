import { answerKey, type Answer, type Check } from '../lesson';
import { correlation, ENOUGH_FOR_CORRELATION } from './items';
import type { VerifiedAnswer, VerifiedSection } from './verified';

/** The results of a class at one section, one a student. */
export type SectionResult = Pick<VerifiedSection, 'id' | 'answers'>;

/** A check of a section as a test item. Shares are 0 … 1 of those who answered it; undefined where nobody did. */
export interface SectionItem {
  readonly check: string;
  /** Results with an answer to it. */
  readonly answered: number;
  /** Share whose first answer, given before any feedback, is right. */
  readonly first: number | undefined;
  /** Share whose answer that counts is right. */
  readonly counted: number | undefined;
  /**
   * Correlation of a right first answer here with the first answers that are right elsewhere in the section, −1 … 1;
   * undefined with fewer than `ENOUGH_FOR_CORRELATION` results that answered, or where all did alike.
   */
  readonly discrimination: number | undefined;
  /** The wrong first answer that most gave; of several the one whose `answerKey` comes first. */
  readonly wrong: { readonly answer: Answer; readonly results: number } | undefined;
  /** Share that was sure of a first answer that is wrong. */
  readonly misled: number | undefined;
}

/**
 * The checks of a section as items of a test, in their order. All but `counted` looks at first answers: in practice
 * a learner is told what was wrong and may answer again, so that the last answer tells little about what was known.
 * Discrimination is the item-rest correlation (Henrysson 1963), as it is for the scenes of a case.
 * @example sectionItems(checks, results)[0]?.first // 0.6
 */
export function sectionItems(
  checks: readonly Check[],
  results: readonly SectionResult[],
): readonly SectionItem[] {
  const pupils = results.map(({ answers }) => pupilOf(answers));
  return checks.map((check) => itemOf(check, pupils));
}

/** The answers of one result, by check. */
interface Pupil {
  readonly first: ReadonlyMap<string, VerifiedAnswer>;
  readonly counting: ReadonlyMap<string, VerifiedAnswer>;
  /** First answers that are right. */
  readonly right: number;
}

function pupilOf(answers: readonly VerifiedAnswer[]): Pupil {
  const first = new Map<string, VerifiedAnswer>();
  for (const answer of answers) if (!first.has(answer.check)) first.set(answer.check, answer);
  const counting = new Map(answers.filter(({ counts }) => counts).map((answer) => [answer.check, answer]));
  return { first, counting, right: [...first.values()].filter(({ right }) => right).length };
}

function itemOf({ id, kind }: Check, pupils: readonly Pupil[]): SectionItem {
  const tried = pupils.flatMap(({ first, right }) => {
    const answer = first.get(id);
    return answer ? [{ answer, rest: right - (answer.right ? 1 : 0) }] : [];
  });
  const firsts = tried.map(({ answer }) => answer);
  const counting = pupils.flatMap((pupil) => pupil.counting.get(id) ?? []);
  return {
    check: id,
    answered: firsts.length,
    first: shareOf(firsts, ({ right }) => right),
    counted: shareOf(counting, ({ right }) => right),
    discrimination:
      tried.length < ENOUGH_FOR_CORRELATION
        ? undefined
        : correlation(
            firsts.map(({ right }) => (right ? 1 : 0)),
            tried.map(({ rest }) => rest),
          ),
    wrong: mostFrequent(
      firsts.filter(({ right }) => !right),
      kind,
    ),
    misled: shareOf(firsts, ({ right, confidence }) => !right && confidence === 'sure'),
  };
}

function shareOf<One>(all: readonly One[], is: (one: One) => boolean): number | undefined {
  return all.length === 0 ? undefined : all.filter(is).length / all.length;
}

function mostFrequent(wrong: readonly VerifiedAnswer[], kind: Check['kind']): SectionItem['wrong'] {
  const groups = new Map<string, { answer: Answer; results: number }>();
  for (const { answer } of wrong) {
    if (answer === undefined) continue;
    const key = answerKey(answer, kind);
    const known = groups.get(key);
    groups.set(key, { answer: known?.answer ?? answer, results: (known?.results ?? 0) + 1 });
  }
  const [top] = [...groups].sort(([a, x], [b, y]) => y.results - x.results || (a < b ? -1 : 1));
  return top?.[1];
}

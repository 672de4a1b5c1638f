import type { VerifiedAnswer, VerifiedSection } from '../../../core/course';
import { answerKey, checksIn, solutionOf, type Check } from '../../../core/lesson';
import type { SectionText } from '../../../io/lessons';

/** One check of a section and what was answered to it. */
export interface Question {
  /** Place in the section, from 1: the moment of a pin. */
  readonly place: number;
  readonly check: Check;
  /** The answer that counts; undefined where the check was never answered. */
  readonly counting: VerifiedAnswer | undefined;
  /** Answers that were given but do not count, in the order given. */
  readonly others: readonly VerifiedAnswer[];
  /** The right answer says something that the answer given does not. */
  readonly differs: boolean;
}

/**
 * The checks of a section, in order, each with what one result answered.
 * @example questionsOf(result, text)[0]?.counting?.right
 */
export function questionsOf(
  result: Pick<VerifiedSection, 'answers'>,
  { section }: SectionText,
): readonly Question[] {
  return checksIn(section.blocks).map((check, index) => {
    const own = result.answers.filter((answer) => answer.check === check.id);
    const counting = own.find(({ counts }) => counts);
    return {
      place: index + 1,
      check,
      counting,
      others: own.filter(({ counts }) => !counts),
      differs: !isSolution(check, counting),
    };
  });
}

function isSolution(check: Check, given: VerifiedAnswer | undefined): boolean {
  if (given?.answer === undefined) return false;
  return answerKey(given.answer, check.kind) === answerKey(solutionOf(check), check.kind);
}

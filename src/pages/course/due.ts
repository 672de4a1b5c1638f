// A chunk of its own: the schedule is larger than the pages that only show how much is due.
import { cardsOf, isDue, type Answered, type ReviewCard } from '../../core/lesson';

/** Cards whose time has come, the most urgent first. */
export function dueCards(answers: readonly Answered[], now: number): readonly ReviewCard[] {
  return cardsOf(answers).filter((card) => isDue(card, now));
}

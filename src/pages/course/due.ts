// A chunk of its own: the schedule is larger than the pages that only show how much is due.
import { isDue, type ReviewCard } from '../../core/lesson';
import type { ScenarioCard } from '../../io/content';
import { cardsToAsk, type StudyLog } from '../../io/lessons';

/** Cards whose time has come, the most urgent first. */
export function dueCards(
  log: Pick<StudyLog, 'answers' | 'lines' | 'attempts' | 'closed'>,
  cases: readonly ScenarioCard[],
  now: number,
): readonly ReviewCard[] {
  return cardsToAsk(log, cases).filter((card) => isDue(card, now));
}

import { createEmptyCard, fsrs, generatorParameters, Rating, type Card as Memory, type Grade } from 'ts-fsrs';
import type { Confidence } from './model';

/** One answer as it is kept: what was asked, what was said, and when. Never changed afterwards. */
export interface Answered {
  /** `u05/s3` */
  readonly section: string;
  readonly check: string;
  /** Real time, milliseconds since 1970. */
  readonly at: number;
  readonly right: boolean;
  readonly confidence: Confidence;
}

/** A check that is repeated until it sits. */
export interface ReviewCard {
  readonly section: string;
  readonly check: string;
  /** When it should be asked again, milliseconds since 1970. */
  readonly due: number;
  /** How often it was recalled or missed since it became a card. */
  readonly seen: number;
  /** The last answers in a row that were wrong. */
  readonly missed: number;
  /** Wrong in spite of “sure” the last time: a mistaken belief, more urgent than a gap. */
  readonly misled: boolean;
}

/** As many misses in a row say that reading again helps more than asking again. */
export const STUCK_AFTER = 3;
/** A second try right after an answer shows what was just read, not what is remembered. */
const SAME_SITTING = 10 * 60_000;

// Intervals of whole days without chance: the same answers give the same due dates on every machine.
const schedule = fsrs(
  generatorParameters({ enable_fuzz: false, enable_short_term: false, request_retention: 0.9 }),
);

/**
 * The cards that a learner's answers make. A check becomes a card with the first answer that is wrong or not sure;
 * from then on every answer to it, in the lesson or in the review, sets the next date (FSRS). A second try within
 * ten minutes does not count. Ordered by urgency: mistaken beliefs first, then by date.
 * @example cardsOf(answers)[0]?.due
 */
export function cardsOf(answers: readonly Answered[]): readonly ReviewCard[] {
  const decks = new Map<string, Deck>();
  for (const answer of [...answers].sort((a, b) => a.at - b.at)) {
    const key = `${answer.section}#${answer.check}`;
    const deck = decks.get(key);
    const next = deck ? advance(deck, answer) : first(answer);
    if (next) decks.set(key, next);
  }
  return [...decks.values()].map(cardOf).sort(byUrgency);
}

/** A card may come half a day early: who learns in the evening should not have to wait the next day until then. */
const EARLY = 12 * 3_600_000;

/**
 * Tells whether a card is to be asked now.
 * @example cardsOf(answers).filter((card) => isDue(card, now))
 */
export function isDue(card: ReviewCard, now: number): boolean {
  return card.due - EARLY <= now;
}

interface Deck {
  readonly last: Answered;
  readonly memory: Memory;
  readonly seen: number;
  readonly missed: number;
}

function first(answer: Answered): Deck | undefined {
  if (answer.right && answer.confidence === 'sure') return undefined;
  return rated(answer, { memory: createEmptyCard(new Date(answer.at)), seen: 0, missed: 0 });
}

function advance(deck: Deck, answer: Answered): Deck {
  return answer.at - deck.last.at < SAME_SITTING ? deck : rated(answer, deck);
}

function rated(answer: Answered, { memory, seen, missed }: Omit<Deck, 'last'>): Deck {
  return {
    last: answer,
    memory: schedule.next(memory, new Date(answer.at), ratingOf(answer)).card,
    seen: seen + 1,
    missed: answer.right ? 0 : missed + 1,
  };
}

function ratingOf({ right, confidence }: Answered): Grade {
  if (!right) return Rating.Again;
  return confidence === 'sure' ? Rating.Good : Rating.Hard;
}

function cardOf({ last, memory, seen, missed }: Deck): ReviewCard {
  return {
    section: last.section,
    check: last.check,
    due: memory.due.getTime(),
    seen,
    missed,
    misled: !last.right && last.confidence === 'sure',
  };
}

function byUrgency(a: ReviewCard, b: ReviewCard): number {
  if (a.misled !== b.misled) return a.misled ? -1 : 1;
  return a.due - b.due || (`${a.section}#${a.check}` < `${b.section}#${b.check}` ? -1 : 1);
}

import { cardsOf, isDue, type Answer, type Confidence, type ReviewCard } from '../../core/lesson';
import { syllabus } from '../../io/lessons';
import type { Learner } from './learner.svelte';

/** A few due cards, one after the other. The round is fixed when it begins, so that answering does not reshuffle it. */
export class ReviewRound {
  cards = $state.raw<readonly ReviewCard[]>([]);
  at = $state(0);
  right = $state(0);
  state = $state<'reading' | 'none' | 'asking' | 'done'>('reading');
  /** When the next card comes, where none is due; undefined where there are no cards. */
  nextDue = $state<number | undefined>();
  readonly #learner: Learner;
  readonly #now: () => number;

  constructor(learner: Learner, now: () => number) {
    this.#learner = learner;
    this.#now = now;
  }

  get card(): ReviewCard | undefined {
    return this.cards[this.at];
  }

  /** Begins with what is due. */
  begin(): void {
    const all = this.#known();
    const due = all.filter((card) => isDue(card, this.#now()));
    this.nextDue = all.length > 0 ? Math.min(...all.map((card) => card.due)) : undefined;
    this.#start(due);
  }

  /** Begins with every card, due or not, the next due first. */
  beginAhead(): void {
    this.#start([...this.#known()].sort((a, b) => a.due - b.due));
  }

  /** Stores the answer to the present card; only the first answer counts for the round. */
  async give(given: {
    readonly answer: Answer;
    readonly right: boolean;
    readonly confidence: Confidence;
  }): Promise<void> {
    const { card } = this;
    if (!card) return;
    const first = !this.#answered.has(this.at);
    this.#answered.add(this.at);
    if (first && given.right) this.right += 1;
    await this.#learner.give({ section: card.section, check: card.check }, given);
  }

  next(): void {
    if (this.at + 1 < this.cards.length) this.at += 1;
    else this.state = 'done';
  }

  readonly #answered = new Set<number>();

  #start(cards: readonly ReviewCard[]): void {
    this.cards = cards;
    this.at = 0;
    this.right = 0;
    this.#answered.clear();
    this.state = cards.length > 0 ? 'asking' : 'none';
  }

  /** Cards whose check still stands in the course. */
  #known(): readonly ReviewCard[] {
    return cardsOf(this.#learner.answers ?? []).filter(({ section, check }) =>
      syllabus.outlines.some(
        (outline) => outline.place === section && outline.checks.some(({ id }) => id === check),
      ),
    );
  }
}

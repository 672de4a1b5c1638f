import type { Json } from '../../core/base';
import { isDue, type Confidence, type ReviewCard } from '../../core/lesson';
import { cardsToAsk } from '../../io/lessons';
import type { Services } from '../../io/services';
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
  readonly #services: Services;

  constructor(learner: Learner, services: Services) {
    this.#learner = learner;
    this.#services = services;
  }

  get card(): ReviewCard | undefined {
    return this.cards[this.at];
  }

  /** Begins with what is due. */
  begin(): void {
    const all = this.#known();
    const due = all.filter((card) => isDue(card, this.#services.now()));
    this.nextDue = all.length > 0 ? Math.min(...all.map((card) => card.due)) : undefined;
    this.#start(due);
  }

  /** Begins with every card, due or not, the next due first. */
  beginAhead(): void {
    this.#start([...this.#known()].sort((a, b) => a.due - b.due));
  }

  /** Stores the answer to the present card; only the first answer counts for the round. */
  async give(given: {
    readonly answer: Json;
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

  #known(): readonly ReviewCard[] {
    const { answers = [], lines, attempts, closed } = this.#learner;
    return cardsToAsk({ answers, lines, attempts, closed }, this.#services.catalogue());
  }
}

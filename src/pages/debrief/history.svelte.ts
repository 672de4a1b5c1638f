import type { Logic } from '../../core/scenario';
import { scoredAttempts, type ScoredAttempt } from '../../io/analysis';
import type { Store } from '../../io/db';

/** The learner's finished attempts at one case, scored one after the other, the oldest first. */
export class History {
  attempts = $state.raw<readonly ScoredAttempt[]>([]);

  /**
   * Begins to read; returns the way to stop.
   * @example const stop = history.follow(store, logic)
   */
  follow(store: Store, logic: Logic): () => void {
    this.attempts = [];
    return scoredAttempts({ store, logic }, (attempt) => {
      this.attempts = [...this.attempts, attempt];
    });
  }

  /** The attempt that was begun last before another. */
  before(id: string): ScoredAttempt | undefined {
    const place = this.attempts.findIndex(({ header }) => header.id === id);
    const before = place < 0 ? this.attempts : this.attempts.slice(0, place);
    return before.at(-1);
  }
}

/** What an attempt is within a row of attempts; one may be several of these. */
export type Role = 'first' | 'best' | 'last';

/**
 * The roles of each attempt: first, best (of equals the earlier one), latest. Nothing for a single attempt.
 * @param scores basis points, the oldest first
 * @example rolesOf([6000, 8400, 7000]) // [['first'], ['best'], ['last']]
 */
export function rolesOf(scores: readonly number[]): readonly (readonly Role[])[] {
  const best = scores.indexOf(Math.max(...scores));
  return scores.map((_, index) => {
    if (scores.length < 2) return [];
    const roles: Role[] = [];
    if (index === 0) roles.push('first');
    if (index === best) roles.push('best');
    if (index === scores.length - 1) roles.push('last');
    return roles;
  });
}

import { ATTEMPT_MODES, type AttemptMode } from '../../io/db';
import type { PlayOrder } from './play-session.svelte';

/** What an address asks for; `mode` undefined where the learner chooses. */
export interface Order extends PlayOrder {
  readonly mode: AttemptMode | undefined;
}

/**
 * Reads the address of a play. A seed that is no whole number is as good as none: luck decides.
 * @example readOrder('stockout-key-account', new URLSearchParams('seed=7&mode=assessed'), luck)
 */
export function readOrder(scenarioId: string, query: URLSearchParams, luck: () => number): Order {
  const given = query.get('seed') ?? '';
  const mode = ATTEMPT_MODES.find((known) => known === query.get('mode'));
  const attempt = query.get('attempt') ?? undefined;
  return { scenarioId, seed: /^\d{1,9}$/.test(given) ? Number(given) : luck(), attempt, mode };
}

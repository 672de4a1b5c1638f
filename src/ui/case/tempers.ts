import { ANGRY_BELOW, CALM_FROM } from '../../core/scenario';
import type { Temper } from '../messages/desk';
import type { Played } from './transcript';

/**
 * How the customer felt at the start and after each input, from the log alone: what the statechart of the desk says,
 * without running it.
 * @example tempersOf({ log, runs, facts })[0] // 'angry'
 */
export function tempersOf({ runs, facts }: Pick<Played, 'runs' | 'facts'>): readonly Temper[] {
  const left = facts.find(({ type }) => type === 'left')?.input ?? Infinity;
  return runs.map(({ mood }, index) => {
    if (index > left) return 'gone';
    if (mood >= CALM_FROM) return 'calm';
    return mood < ANGRY_BELOW ? 'angry' : 'tense';
  });
}

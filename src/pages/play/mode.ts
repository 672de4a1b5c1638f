import type { ActOffer, AttemptEvent } from '../../core/attempt';
import type { AttemptMode } from '../../io/db';

/**
 * Whether the last input of a log may be taken back: in practice, if there is one. The price of a hint is declared
 * before it is given, so a hint stays given.
 * @param isHint whether an act is a hint
 * @example canUndo('practice', progress.log) // true
 */
export function canUndo(
  mode: AttemptMode,
  log: readonly AttemptEvent[],
  isHint: (act: string) => boolean,
): boolean {
  const last = log.at(-1)?.input;
  if (mode !== 'practice' || !last) return false;
  return last.kind !== 'act' || !isHint(last.act);
}

/**
 * What is offered in a mode: hints belong to practice, and only where they are allowed.
 * @example offeredIn('assessed', offers.desk)
 */
export function offeredIn(mode: AttemptMode, acts: readonly ActOffer[], hints = true): readonly ActOffer[] {
  return mode === 'practice' && hints ? acts : acts.filter(({ act }) => act !== 'hint');
}

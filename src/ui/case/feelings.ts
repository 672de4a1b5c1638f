/** Mood and trust have no ceiling in a case; people read them out of this. */
const FULL = 100;

/**
 * Mood or trust as it is shown: a whole number, 0 … 100.
 * @example shown(105) // 100
 */
export function shown(feeling: number): number {
  return Math.round(Math.min(FULL, Math.max(0, feeling)));
}

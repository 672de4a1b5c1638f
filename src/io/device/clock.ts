/**
 * Real time in milliseconds since 1970. For reports only: nothing scored depends on it.
 * @example wallClock() // 1795334400000
 */
export function wallClock(): number {
  return Date.now();
}

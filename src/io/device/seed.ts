/** Seeds people may have to read out stay short: 1 … 999,999. */
const SEEDS = 999_999;

/**
 * Real luck, spent once per attempt: a whole number from 1 to 999,999.
 * @example freshSeed() // 482917
 */
export function freshSeed(): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return 1 + (drawn % SEEDS);
}

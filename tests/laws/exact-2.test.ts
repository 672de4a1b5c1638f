import { describe, expect, it } from 'vitest';
import { compareGenerated } from './exactness';

const SEED = 702;
const CASES = 1250;
/** Milliseconds; a slow machine is no failure. */
const GENEROUS = 1_800_000;

describe('search against plain enumeration', () => {
  it(
    `gives the same full mark, best scores and regrets (${String(CASES)} cases, seed ${String(SEED)})`,
    () => {
      expect(compareGenerated(SEED, CASES)).toBeGreaterThanOrEqual(CASES);
    },
    GENEROUS,
  );
});

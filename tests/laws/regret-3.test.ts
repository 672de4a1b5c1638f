import { describe } from 'vitest';
import { regretsAddUp } from './regrets';

describe('what each decision cost, part 3 of 4', () => {
  regretsAddUp([11, 12, 13, 14, 15]);
});

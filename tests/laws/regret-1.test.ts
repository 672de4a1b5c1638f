import { describe } from 'vitest';
import { regretsAddUp } from './regrets';

describe('what each decision cost, part 1 of 4', () => {
  regretsAddUp({ code: 'S07', id: 'stockout-key-account', seeds: [1, 2, 3, 4, 5], plays: 50 });
});

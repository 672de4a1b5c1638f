import { describe } from 'vitest';
import { regretsAddUp } from './regrets';

describe('what each decision cost, part 2 of 4', () => {
  regretsAddUp({ code: 'S07', id: 'stockout-key-account', seeds: [6, 7, 8, 9, 10], plays: 50 });
});

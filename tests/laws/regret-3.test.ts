import { describe } from 'vitest';
import { regretsAddUp } from './regrets';

describe('what each decision cost, part 3 of 4', () => {
  regretsAddUp({ code: 'S07', id: 'stockout-key-account', seeds: [11, 12, 13, 14, 15], plays: 50 });
});

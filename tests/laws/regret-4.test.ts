import { describe } from 'vitest';
import { regretsAddUp } from './regrets';

describe('what each decision cost, part 4 of 4', () => {
  regretsAddUp({ code: 'S07', id: 'stockout-key-account', seeds: [16, 17, 18, 19, 20], plays: 50 });
});

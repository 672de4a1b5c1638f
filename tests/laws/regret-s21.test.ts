import { describe } from 'vitest';
import { regretsAddUp } from './regrets';

describe('what each decision cost, S21', () => {
  const seeds = Array.from({ length: 20 }, (_, seed) => seed);
  regretsAddUp({ code: 'S21', id: 'broken-tea-sets', seeds, plays: 8 });
});

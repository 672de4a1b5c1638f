import { describe } from 'vitest';
import { regretsAddUp } from './regrets';

describe('what each decision cost, S10', () => {
  const seeds = Array.from({ length: 20 }, (_, seed) => seed);
  regretsAddUp({ code: 'S10', id: 'time-critical-delay', seeds, plays: 5 });
});

import { describe } from 'vitest';
import { regretsAddUp } from './regrets';

describe('what each decision cost, part 4 of 4', () => {
  regretsAddUp([16, 17, 18, 19, 20]);
});

import { expect, it } from 'vitest';
import { lossHeight, regretClass } from './regret-class';

it.each([
  [0, 'best'],
  [1, 'good'],
  [100, 'good'],
  [101, 'inaccuracy'],
  [300, 'inaccuracy'],
  [301, 'mistake'],
  [800, 'mistake'],
  [801, 'blunder'],
  [10_000, 'blunder'],
] as const)('calls a loss of %i basis points %s', (lost, name) => {
  expect(regretClass(lost, false)).toBe(name);
});

it.each([0, 150, 5000])('names a critical error as such, whatever it cost (%i)', (lost) => {
  expect(regretClass(lost, true)).toBe('critical');
});

it('draws no loss as nothing, a larger loss taller, and never taller than one', () => {
  const heights = [0, 50, 100, 300, 800, 2000, 10_000].map(lossHeight);
  expect(heights[0]).toBe(0);
  expect(heights).toEqual([...heights].sort((a, b) => a - b));
  expect(Math.max(...heights)).toBeLessThanOrEqual(1);
});

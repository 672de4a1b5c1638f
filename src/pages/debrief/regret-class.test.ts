import { expect, it } from 'vitest';
import { debrief } from '../../ui/messages/debrief';
import { GRADE_LIMITS, regretClass } from './regret-class';

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

it.each(['zh-CN', 'en'] as const)('shows the very limits it uses in the legend (%s)', (locale) => {
  const shown = debrief[locale].lostRange;
  expect(shown.good).toBe(`≤ ${(GRADE_LIMITS.good / 100).toFixed(1)}`);
  expect(shown.inaccuracy).toBe(`≤ ${(GRADE_LIMITS.inaccuracy / 100).toFixed(1)}`);
  expect(shown.mistake).toBe(`≤ ${(GRADE_LIMITS.mistake / 100).toFixed(1)}`);
  expect(shown.blunder).toBe(`> ${(GRADE_LIMITS.mistake / 100).toFixed(1)}`);
});

import { expect, it } from 'vitest';
import {
  formatBytes,
  formatMinutes,
  formatNumber,
  formatPercent,
  formatRmb,
  formatScore,
  formatWhen,
  plural,
} from './format';

it('writes a score in basis points as a mark out of 100 with one decimal', () => {
  expect(formatScore(8260, 'en')).toBe('82.6');
  expect(formatScore(10_000, 'zh-CN')).toBe('100.0');
  expect(formatScore(0, 'zh-CN')).toBe('0.0');
});

it('groups thousands and cuts decimals', () => {
  expect(formatNumber(12_500.456, 'en')).toBe('12,500.46');
  expect(formatNumber(12_500.456, 'zh-CN', 0)).toBe('12,500');
});

it('writes shares as percentages', () => {
  expect(formatPercent(0.928, 'en')).toBe('92.8%');
});

it('writes yuan, with fen only where there are any', () => {
  expect(formatRmb(880, 'zh-CN')).toBe('¥880');
  expect(formatRmb(880.5, 'en')).toBe('¥880.50');
});

it('writes minutes in the words of the language', () => {
  expect(formatMinutes(25, 'zh-CN')).toBe('25分钟');
  expect(formatMinutes(25, 'en')).toBe('25 min');
});

it('changes from kilobytes to megabytes at one megabyte', () => {
  expect(formatBytes(999_000, 'en')).toBe('999 kB');
  expect(formatBytes(1_500_000, 'en')).toBe('1.5 MB');
});

it('writes a moment with its year and time of day', () => {
  const noon = new Date(2026, 2, 4, 12, 5).getTime();
  expect(formatWhen(noon, 'en')).toMatch(/Mar 4, 2026.*12:05/);
  expect(formatWhen(noon, 'zh-CN')).toMatch(/2026年3月4日.*12:05/);
});

it('uses the singular for one in English only', () => {
  const words = { one: 'case', other: 'cases' };
  expect([0, 1, 2].map((count) => plural(count, 'en', words))).toEqual(['cases', 'case', 'cases']);
  expect(plural(1, 'zh-CN', words)).toBe('cases');
});

import { afterEach, expect, it, vi } from 'vitest';
import { freshSeed, guessLocale, keepData, readSetting, storageState, writeSetting } from '.';

afterEach(() => {
  vi.unstubAllGlobals();
});

it('begins in Chinese for anyone who reads any kind of Chinese, else in English', () => {
  expect(guessLocale(['zh-CN'])).toBe('zh-CN');
  expect(guessLocale(['fr', 'zh-Hant-TW'])).toBe('zh-CN');
  expect(guessLocale(['ZH'])).toBe('zh-CN');
  expect(guessLocale(['en-GB', 'fr'])).toBe('en');
  expect(guessLocale(['zhx'])).toBe('en');
  expect(guessLocale([])).toBe('en');
});

it('draws seeds that are whole numbers from 1 to 999,999', () => {
  const seeds = Array.from({ length: 500 }, freshSeed);
  expect(seeds.every((seed) => Number.isInteger(seed) && seed >= 1 && seed <= 999_999)).toBe(true);
  expect(new Set(seeds).size).toBeGreaterThan(400);
});

it('remembers a setting', () => {
  const memory = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => memory.get(key) ?? null,
    setItem: (key: string, value: string) => void memory.set(key, value),
  });
  expect(readSetting('theme')).toBeUndefined();
  expect(writeSetting('theme', 'dark')).toBe(true);
  expect(readSetting('theme')).toBe('dark');
});

it('says so, and does not throw, where the browser forbids remembering', () => {
  const refuse = (): never => {
    throw new DOMException('denied', 'SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse });
  expect(readSetting('locale')).toBeUndefined();
  expect(writeSetting('locale', 'en')).toBe(false);
});

it('knows nothing about the storage of a browser that has no storage manager', async () => {
  vi.stubGlobal('navigator', {});
  expect(await storageState()).toEqual({ keeping: 'unknown', used: undefined });
  expect(await keepData()).toBe(false);
});

it('reports how the browser keeps data, and asks it to keep them', async () => {
  let kept = false;
  const storage = {
    persisted: () => Promise.resolve(kept),
    estimate: () => Promise.resolve({ usage: 1200 }),
    persist: () => Promise.resolve((kept = true)),
  };
  vi.stubGlobal('navigator', { storage });
  expect(await storageState()).toEqual({ keeping: 'evictable', used: 1200 });
  expect(await keepData()).toBe(true);
  expect(await storageState()).toEqual({ keeping: 'kept', used: 1200 });
});

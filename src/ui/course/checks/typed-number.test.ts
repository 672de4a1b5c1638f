import { describe, expect, it } from 'vitest';
import { typedNumber } from './typed-number';

describe('a typed number', () => {
  it.each([
    ['150', 150],
    [' 12,500 ', 12500],
    ['49.5', 49.5],
    ['.5', 0.5],
    ['−3', -3],
    ['１５０', 150],
    ['93.6%', 93.6],
  ])('reads %s', (text, value) => {
    expect(typedNumber(text)).toBe(value);
  });

  it.each(['', '-', '.', 'abc', '1,50', '1e9', '5 boxes', '1.2.3', 'Infinity'])('refuses “%s”', (text) => {
    expect(typedNumber(text)).toBeUndefined();
  });
});

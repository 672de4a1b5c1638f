import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanTyped, idFrom, isId, numberKey, seedFor, SEEDS } from './ids';

describe('the number of a student', () => {
  it.each([
    ['full-width digits', '２０２４０１', '202401'],
    ['spaces anywhere', ' 2024 01\u3000', '202401'],
    ['small letters', 'ab01', 'AB01'],
    ['invisible characters', '\u200b20\u202e24\ufeff', '2024'],
    ['leading zeros, which stay', '0012', '0012'],
  ])('compares without regard to %s', (_, typed, key) => {
    expect(numberKey(typed)).toBe(key);
  });

  it('is its own key once it is one (seed 81)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => {
        expect(numberKey(numberKey(text))).toBe(numberKey(text));
      }),
      { seed: 81, numRuns: 2000 },
    );
  });
});

describe('what is typed', () => {
  it('loses what cannot be seen and keeps names of several words', () => {
    expect(cleanTyped(' 阿依古丽·买买提 ')).toBe('阿依古丽·买买提');
    expect(cleanTyped('Anna\t\n Maria\u202e')).toBe('Anna Maria');
    expect(cleanTyped('\ue863\u{32000}')).toBe('\ue863\u{32000}');
  });
});

describe('an id', () => {
  it('is made of ten random bytes and known again', () => {
    const id = idFrom(Uint8Array.from({ length: 10 }, (_, index) => 255 - index));
    expect(id).toBe('zyxwvtsrqp');
    expect(isId(id)).toBe(true);
  });

  it.each(['', '012345678', '012345678l', '0123456789a', '012345678A'])('is not “%s”', (text) => {
    expect(isId(text)).toBe(false);
  });
});

describe('the seed of a task', () => {
  const assignment = { id: '0123456789', seeds: 'own' } as const;
  const task = { id: 't1', seed: 7 };
  const numbers = Array.from({ length: 2000 }, (_, index) => String(20_240_000 + index));
  const seeds = numbers.map((number) => seedFor(assignment, task, number));

  it('is that of the task where all play the same', () => {
    expect(seedFor({ ...assignment, seeds: 'same' }, task, '1')).toBe(7);
  });

  it('is a whole number that can be read out, and hardly ever the same for two', () => {
    expect(seeds.every((seed) => Number.isInteger(seed) && seed >= 1 && seed <= SEEDS)).toBe(true);
    expect(new Set(seeds).size).toBeGreaterThan(1990);
  });

  it('depends on assignment, task, salt and number, and on nothing else', () => {
    const [mine] = seeds;
    expect(seedFor(assignment, task, '２０２４００００')).toBe(mine);
    expect(seedFor({ ...assignment, id: '1123456789' }, task, '20240000')).not.toBe(mine);
    expect(seedFor(assignment, { ...task, id: 't2' }, '20240000')).not.toBe(mine);
    expect(seedFor(assignment, { ...task, seed: 8 }, '20240000')).not.toBe(mine);
  });
});

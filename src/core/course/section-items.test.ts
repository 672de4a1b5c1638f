import { describe, expect, it } from 'vitest';
import type { Check } from '../lesson';
import { ENOUGH_FOR_CORRELATION } from './items';
import { sectionItems, type SectionResult } from './section-items';
import type { VerifiedAnswer } from './verified';

const option = (id: string, right: boolean) => ({ id, text: [], right, why: [] });
const common = { objective: '', prompt: [] };
const single: Check = {
  ...common,
  kind: 'single',
  id: 'one',
  options: [option('a', true), option('b', false), option('c', false)],
};
const multiple: Check = {
  ...common,
  kind: 'multiple',
  id: 'many',
  options: [option('a', true), option('b', false)],
};
const numeric: Check = {
  ...common,
  kind: 'numeric',
  id: 'number',
  value: 1,
  tolerance: 0,
  unit: '',
  why: [],
  traps: [],
};
const checks = [single, multiple, numeric];

type Brief = readonly [check: string, answer: VerifiedAnswer['answer'], right: boolean, confidence?: string];

/** In practice: of several answers to a check the last counts. */
function result(id: number, given: readonly Brief[]): SectionResult {
  const answers = given.map(([check, answer, right, confidence = 'unsure'], index) => ({
    check,
    answer,
    right,
    confidence,
    counts: !given.slice(index + 1).some(([later]) => later === check),
  }));
  return { id: `r${String(id)}`, answers };
}

const itemOf = (check: string, results: readonly SectionResult[]) => {
  const item = sectionItems(checks, results).find((one) => one.check === check);
  if (!item) throw new Error('every check has its item');
  return item;
};

describe('the checks of a section as items', () => {
  const three = [
    result(1, [
      ['one', 'b', false, 'sure'],
      ['one', 'a', true],
      ['many', ['a'], true],
    ]),
    result(2, [['one', 'b', false]]),
    result(3, [
      ['one', 'a', true, 'sure'],
      ['one', 'c', false],
    ]),
    result(4, [['one', 'c', false, 'sure']]),
  ];

  it('stand in the order of the section, also those that nobody answered', () => {
    expect(sectionItems(checks, three).map(({ check, answered }) => [check, answered])).toEqual([
      ['one', 4],
      ['many', 1],
      ['number', 0],
    ]);
    expect(itemOf('number', three)).toEqual({
      check: 'number',
      answered: 0,
      first: undefined,
      counted: undefined,
      discrimination: undefined,
      wrong: undefined,
      misled: undefined,
    });
  });

  it('tell the share that was right at first, and in the answers that count, apart', () => {
    // First: b b a c, one of four right. Counting: a b c c, again one, but another one.
    expect(itemOf('one', three)).toMatchObject({ first: 0.25, counted: 0.25 });
    expect(itemOf('one', three.slice(0, 2))).toMatchObject({ first: 0, counted: 0.5 });
  });

  it('name the wrong first answer that most gave, and how many were sure of a wrong one', () => {
    expect(itemOf('one', three)).toMatchObject({ wrong: { answer: 'b', results: 2 }, misled: 0.5 });
    expect(itemOf('many', three)).toMatchObject({ wrong: undefined, misled: 0 });
  });

  it('take the same choice in another order for the same wrong answer, and a tie always alike', () => {
    const orders = [
      result(1, [['many', ['b', 'a'], false]]),
      result(2, [['many', ['a', 'b'], false]]),
      result(3, [['many', ['b'], false]]),
    ];
    expect(itemOf('many', orders).wrong?.results).toBe(2);
    const tie = [result(1, [['one', 'c', false]]), result(2, [['one', 'b', false]])];
    expect(itemOf('one', tie).wrong).toEqual({ answer: 'b', results: 1 });
    expect(itemOf('one', [...tie].reverse()).wrong).toEqual({ answer: 'b', results: 1 });
  });

  /** Five strong ones have all right; of five weak ones one has the first right, none the rest. */
  const ten = Array.from({ length: 10 }, (_, n) => {
    const strong = n < 5;
    const first = strong || n === 5;
    return result(n, [
      ['one', first ? 'a' : 'b', first],
      ['many', strong ? ['a'] : ['b'], strong],
      ['number', strong ? 1 : 2, strong],
    ]);
  });

  it('discriminate as worked out by hand', () => {
    // one: x = 1 for six, 0 for four; rest = 2 for five strong, 0 for five weak. Means 0.6 and 1.
    // Σ(x − 0.6)(y − 1) = 5·0.4·1 + 1·0.4·(−1) + 4·(−0.6)·(−1) = 2 − 0.4 + 2.4 = 4.
    // Σ(x − 0.6)² = 6·0.16 + 4·0.36 = 2.4; Σ(y − 1)² = 10. r = 4 / √24 = 0.8165.
    expect(itemOf('one', ten).discrimination).toBeCloseTo(4 / Math.sqrt(24), 12);
    // many: x = 1 for the strong; rest = 2 for them, 1 for the sixth, 0 for four. Means 0.5 and 1.1.
    // Σ = 5·0.5·0.9 + 0.5·0.1 + 4·0.5·1.1 = 2.25 + 0.05 + 2.2 = 4.5; Σx² = 2.5; Σy² = 5·0.81 + 0.01 + 4·1.21 = 8.9.
    expect(itemOf('many', ten).discrimination).toBeCloseTo(4.5 / Math.sqrt(2.5 * 8.9), 12);
  });

  it('say nothing about discrimination where too few answered, or all did alike', () => {
    expect(itemOf('one', ten.slice(0, ENOUGH_FOR_CORRELATION - 1)).discrimination).toBeUndefined();
    const alike = ten.map(({ id }, n) => ({ ...result(n, [['one', 'a', true]]), id }));
    expect(itemOf('one', alike).discrimination).toBeUndefined();
  });

  it('count only those who answered', () => {
    const some = [...ten, result(11, []), result(12, [['many', ['a'], true]])];
    expect(itemOf('one', some)).toMatchObject({ answered: 10, first: 0.6 });
    expect(itemOf('many', some).answered).toBe(11);
  });
});

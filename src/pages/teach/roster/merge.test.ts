import { expect, it } from 'vitest';
import { merged } from './merge';

const student = (number: string, name: string, group = '') => ({ number, name, group });
const before = [student('01', 'A', 'x'), student('02', 'B'), student('03', 'C')];

it('adds who is new, corrects who is known by number, and keeps the rest', () => {
  const result = merged(before, [student('０1', 'Anna'), student('02', 'B'), student('04', 'D')], 'add');
  expect(result).toEqual({
    students: [student('０1', 'Anna', 'x'), student('02', 'B'), student('03', 'C'), student('04', 'D')],
    added: 1,
    updated: 1,
    same: 1,
    removed: 0,
  });
});

it('replaces: who is not on the new list goes', () => {
  const result = merged(before, [student('02', 'B', 'y')], 'replace');
  expect(result).toMatchObject({ students: [student('02', 'B', 'y')], updated: 1, removed: 2 });
});

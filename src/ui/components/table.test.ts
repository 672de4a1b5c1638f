import { expect, it } from 'vitest';
import { nextOrder, sortRows, type Column } from './table';

interface Row {
  readonly id: string;
  readonly score: number;
}
const columns: readonly Column<Row>[] = [
  { id: 'id', label: 'Case' },
  { id: 'score', label: 'Score', compare: (a, b) => a.score - b.score },
];
const rows: readonly Row[] = [
  { id: 'a', score: 60 },
  { id: 'b', score: 90 },
  { id: 'c', score: 60 },
];
const ids = (sorted: readonly Row[]): string => sorted.map(({ id }) => id).join('');

it('leaves the rows as given without an order, or by a column that cannot be sorted', () => {
  expect(sortRows(rows, columns, undefined)).toBe(rows);
  expect(sortRows(rows, columns, { column: 'id', down: true })).toBe(rows);
});

it('sorts up and down without touching the rows given, equal rows keeping their order', () => {
  expect(ids(sortRows(rows, columns, { column: 'score', down: false }))).toBe('acb');
  expect(ids(sortRows(rows, columns, { column: 'score', down: true }))).toBe('bac');
  expect(ids(rows)).toBe('abc');
});

it('starts a newly pressed column upwards and turns the same one round', () => {
  const first = nextOrder(undefined, 'score');
  expect(first).toEqual({ column: 'score', down: false });
  expect(nextOrder(first, 'score')).toEqual({ column: 'score', down: true });
  expect(nextOrder(first, 'when')).toEqual({ column: 'when', down: false });
});

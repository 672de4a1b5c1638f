import { describe, expect, it } from 'vitest';
import { moved, template, within, type Place } from './grid';

const size = { rows: 100, columns: 6, page: 12 };
const from: Place = { row: 50, column: 3 };
const press = (key: string, far = false, at: Place = from): Place | undefined =>
  moved({ key, far }, at, size);

describe('keys in a grid', () => {
  it('move by one cell with the arrows', () => {
    expect(press('ArrowUp')).toEqual({ row: 49, column: 3 });
    expect(press('ArrowDown')).toEqual({ row: 51, column: 3 });
    expect(press('ArrowLeft')).toEqual({ row: 50, column: 2 });
    expect(press('ArrowRight')).toEqual({ row: 50, column: 4 });
  });

  it('reach the headings above the first row and stop there', () => {
    expect(press('ArrowUp', false, { row: 0, column: 1 })).toEqual({ row: -1, column: 1 });
    expect(press('ArrowUp', false, { row: -1, column: 1 })).toEqual({ row: -1, column: 1 });
  });

  it('stop at every edge', () => {
    expect(press('ArrowDown', false, { row: 99, column: 0 })).toEqual({ row: 99, column: 0 });
    expect(press('ArrowLeft', false, { row: 5, column: 0 })).toEqual({ row: 5, column: 0 });
    expect(press('ArrowRight', false, { row: 5, column: 5 })).toEqual({ row: 5, column: 5 });
    expect(press('PageDown', false, { row: 95, column: 0 })).toEqual({ row: 99, column: 0 });
  });

  it('move by what is in sight with the page keys, never past the first row', () => {
    expect(press('PageDown')).toEqual({ row: 62, column: 3 });
    expect(press('PageUp')).toEqual({ row: 38, column: 3 });
    expect(press('PageUp', false, { row: 4, column: 3 })).toEqual({ row: 0, column: 3 });
  });

  it('go to the ends of the row, and to the corners with Ctrl', () => {
    expect(press('Home')).toEqual({ row: 50, column: 0 });
    expect(press('End')).toEqual({ row: 50, column: 5 });
    expect(press('Home', true)).toEqual({ row: 0, column: 0 });
    expect(press('End', true)).toEqual({ row: 99, column: 5 });
  });

  it('leave other keys alone', () => {
    expect(press('a')).toBeUndefined();
    expect(press('Tab')).toBeUndefined();
  });
});

describe('the place in a grid', () => {
  it('falls back to the nearest cell after rows were filtered away', () => {
    expect(within(from, { ...size, rows: 3 })).toEqual({ row: 2, column: 3 });
    expect(within(from, { ...size, rows: 0 })).toEqual({ row: -1, column: 3 });
  });
});

it('leaves the room behind the last column empty', () => {
  expect(
    template([
      { id: 'name', label: 'Name', width: 8, text: String },
      { id: 'sum', label: 'Sum', width: 5, text: String },
    ]),
  ).toBe('8rem 5rem minmax(0, 1fr)');
});

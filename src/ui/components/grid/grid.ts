import type { Column } from '../table';

/** One column of a Grid. */
export interface GridColumn<Row> extends Column<Row> {
  /** Width in rem, so that it grows with the size of the text. */
  readonly width: number;
  /** What a cell says. */
  readonly text: (row: Row) => string;
  /** Cells that need more than their text: these are drawn by the grid's `cell`. */
  readonly drawn?: (row: Row) => boolean;
  /** The whole name where the label is short; shown as a tooltip and read out. */
  readonly title?: string | undefined;
}

/** A cell of a Grid. Row −1 is the headings. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
  /** Rows that are in sight at once. */
  readonly page: number;
}

/** Height of a row and of the headings in rem. */
export const ROW_HEIGHT = 2.5;

/**
 * Where a key leads in a grid; undefined for keys that do not move. Home and End go along the row, with `far` (Ctrl)
 * to the corners.
 * @example moved({ key: 'ArrowDown', far: false }, { row: 0, column: 2 }, size) // { row: 1, column: 2 }
 */
export function moved(
  { key, far }: { readonly key: string; readonly far: boolean },
  from: Place,
  size: Size,
): Place | undefined {
  const last = size.columns - 1;
  switch (key) {
    case 'ArrowUp':
      return within({ ...from, row: from.row - 1 }, size);
    case 'ArrowDown':
      return within({ ...from, row: from.row + 1 }, size);
    case 'ArrowLeft':
      return within({ ...from, column: from.column - 1 }, size);
    case 'ArrowRight':
      return within({ ...from, column: from.column + 1 }, size);
    case 'PageUp':
      return within({ ...from, row: Math.max(0, from.row - size.page) }, size);
    case 'PageDown':
      return within({ ...from, row: from.row + size.page }, size);
    case 'Home':
      return within({ row: far ? 0 : from.row, column: 0 }, size);
    case 'End':
      return within({ row: far ? size.rows - 1 : from.row, column: last }, size);
    default:
      return undefined;
  }
}

/**
 * The place itself, or the nearest one that exists, after rows or columns have gone.
 * @example within({ row: 40, column: 2 }, { rows: 3, columns: 5, page: 10 }) // { row: 2, column: 2 }
 */
export function within(place: Place, { rows, columns }: Size): Place {
  return {
    row: Math.max(-1, Math.min(place.row, rows - 1)),
    column: Math.max(0, Math.min(place.column, columns - 1)),
  };
}

/**
 * The widths of all columns as the value of `grid-template-columns`; what is left of the row stays empty.
 * @example template([{ id: 'name', label: 'Name', width: 8, text: String }]) // '8rem minmax(0, 1fr)'
 */
export function template<Row>(columns: readonly GridColumn<Row>[]): string {
  return [...columns.map(({ width }) => `${width}rem`), 'minmax(0, 1fr)'].join(' ');
}

/**
 * The cell that an event of a grid happened in; undefined between cells.
 * @example placeOf(event.target) // { row: 3, column: 0 }
 */
export function placeOf(target: EventTarget | null): Place | undefined {
  if (!(target instanceof Element)) return undefined;
  const row = target.closest('[aria-rowindex]')?.getAttribute('aria-rowindex');
  const column = target.closest('[aria-colindex]')?.getAttribute('aria-colindex');
  if (row === null || row === undefined || column === null || column === undefined) return undefined;
  return { row: Number(row) - 2, column: Number(column) - 1 };
}

/**
 * Puts the focus on a place of a grid (the cell, or the button of a heading) and scrolls it into sight.
 * @example showAndFocus(grid, { row: -1, column: 0 })
 */
export function showAndFocus(grid: Element, { row, column }: Place): void {
  const cell = grid.querySelector<HTMLElement>(
    `[aria-rowindex="${row + 2}"] > [aria-colindex="${column + 1}"]`,
  );
  (cell?.querySelector('button') ?? cell)?.focus({ preventScroll: true });
  cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/**
 * The attributes of a row. Its height is known, so nothing has to be hidden until it has been measured.
 * @example rowProps({ index: 0 })['aria-rowindex'] // 2: row 1 is the headings
 */
export function rowProps({ index }: { readonly index: number }): {
  readonly role: 'row';
  readonly class: string;
  readonly 'aria-rowindex': number;
  readonly style: { readonly visibility: string };
} {
  const look = index % 2 === 1 ? 'line odd' : 'line';
  return { role: 'row', class: look, 'aria-rowindex': index + 2, style: { visibility: 'visible' } };
}

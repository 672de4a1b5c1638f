import type { Column } from '../components/table';

/** A row of a record's table: its cells as shown, and its place in the file. */
export interface CellRow {
  readonly key: number;
  readonly cells: readonly string[];
}

/** Fewer rows are taken in at a glance; sorting them would only be in the way. */
const SORT_FROM = 3;

/**
 * Reads a cell as a number, grouping and all; undefined for anything else.
 * @example cellNumber('49,640') // 49640
 */
export function cellNumber(cell: string): number | undefined {
  const plain = cell.replaceAll(',', '').trim();
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/**
 * Columns of a record's table: numbers at the end of the line, sortable where there are enough rows.
 * @example tableColumns(['Line', 'Quantity'], [['1', '480']])[1]?.align // 'end'
 */
export function tableColumns(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly Column<CellRow>[] {
  return head.map((label, index) => {
    const numeric = rows.every((row) => cellNumber(row[index] ?? '') !== undefined);
    const align = numeric && index > 0 ? 'end' : 'start';
    const column: Column<CellRow> = { id: String(index), label, align };
    if (rows.length < SORT_FROM) return column;
    return { ...column, compare: (a, b) => compareCells(a.cells[index] ?? '', b.cells[index] ?? '') };
  });
}

function compareCells(a: string, b: string): number {
  const [left, right] = [cellNumber(a), cellNumber(b)];
  if (left !== undefined && right !== undefined) return left - right;
  return a.localeCompare(b);
}

/** A clock, alone or after a date: `3月4日15:08`, `4 March 15:08`, `D+1 08:15`, `2026-03-04 15:08`. */
const MOMENT = /\d{1,2}:\d{2}$/;

/**
 * Whether a table tells what happened one after the other, as the scans of a shipment do: its first column holds
 * moments, and there is more than a single one.
 * @example isHistory([['3月4日09:10', '揽收'], ['3月4日15:02', '到达南京']]) // true
 */
export function isHistory(rows: readonly (readonly string[])[]): boolean {
  return rows.length > 1 && rows.every(([first = '']) => MOMENT.test(first.trim()));
}

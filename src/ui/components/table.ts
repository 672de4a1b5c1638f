/** One column of a DataTable. */
export interface Column<Row> {
  readonly id: string;
  readonly label: string;
  /** `end` for numbers. */
  readonly align?: 'start' | 'end';
  /** Makes the heading a button. Orders two rows ascending, like the comparison of `Array.sort`. */
  readonly compare?: (a: Row, b: Row) => number;
}

export interface Order {
  readonly column: string;
  readonly down: boolean;
}

/**
 * The rows in the order asked for; as given where no column is chosen or the column cannot be sorted.
 * Equal rows keep their order in both directions.
 * @example sortRows(rows, columns, { column: 'score', down: true })
 */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  order: Order | undefined,
): readonly Row[] {
  const compare = columns.find((column) => column.id === order?.column)?.compare;
  if (!compare || !order) return rows;
  const sign = order.down ? -1 : 1;
  return [...rows].sort((a, b) => sign * compare(a, b));
}

/**
 * What a press on a heading leads to: a new column starts upwards, the same one turns round.
 * @example nextOrder({ column: 'score', down: false }, 'score') // { column: 'score', down: true }
 */
export function nextOrder(order: Order | undefined, column: string): Order {
  return { column, down: order?.column === column && !order.down };
}

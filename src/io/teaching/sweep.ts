import type { Going } from './going';
import type { Made } from './lock';
import { filed, isSafe, opened } from './rows';
import type { FiledRow, RowKey, Shelf } from './shelf';

/** Rows read at a time to begin with; large ones are then read fewer at a time, small ones more. */
const FIRST = 100;
const MOST = 400;
/** Bytes or letters read at a time that a page does not feel. */
const MUCH = 2_000_000;

/**
 * Goes over all rows: locks what lies in the clear, and hides ids that tell something. Each lot is one step, so wherever
 * it stops every row can be read, old or new, and going over them again does what is left.
 */
export async function sweep(shelf: Shelf, { vault, keys }: Made, going: Going): Promise<void> {
  const of = await shelf.count();
  let [done, count] = [0, FIRST];
  let last: RowKey | undefined;
  for (;;) {
    const rows = await shelf.after(last, count);
    if (rows.length === 0) return;
    const unsafe = rows.filter((row) => !isSafe(row));
    if (unsafe.length > 0) {
      const put = await Promise.all(unsafe.map(async (row) => filed(await opened(row, keys), keys)));
      const remove = unsafe.filter(({ id }, index) => put[index]?.id !== id);
      await shelf.change({ expects: vault.name, remove, put });
    }
    last = rows.at(-1);
    // Rows under hidden ids may come up again further on.
    done = Math.min(of, done + rows.length);
    going.step?.(done, of);
    count = nextCount(rows, count);
  }
}

function nextCount(rows: readonly FiledRow[], count: number): number {
  const size = rows.reduce((sum, { content }) => sum + content.length, 0);
  if (size > MUCH) return Math.max(1, Math.floor(count / 2));
  return size < MUCH / 4 ? Math.min(MOST, count * 2) : count;
}

import type { Going } from './going';
import type { Made } from './lock';
import { ROW_KINDS } from './model';
import { filed, isSafe, opened } from './rows';
import type { FiledRow, Shelf } from './shelf';

/** Rows read at a time to begin with; large ones are then read fewer at a time, small ones more. */
const FIRST = 4;
const MOST = 256;
/** Bytes or letters read at a time that a page does not feel. */
const MUCH = 1_000_000;

/**
 * Goes over all rows: locks what lies in the clear, and hides ids that tell something. Each lot is one step, so wherever
 * it stops every row can be read, old or new, and going over them again does what is left.
 */
export async function sweep(shelf: Shelf, { vault, keys }: Made, going: Going): Promise<void> {
  const of = await shelf.count();
  let done = 0;
  for (const kind of ROW_KINDS) {
    let [id, count] = ['', FIRST];
    for (;;) {
      const rows = await shelf.after({ kind, id }, count);
      const last = rows.at(-1);
      if (!last) break;
      await rewrite(shelf, { vault, keys }, rows);
      // Rows under hidden ids may come up again further on.
      done = Math.min(of, done + rows.length);
      going.step?.(done, of);
      id = last.id;
      count = nextCount(rows, count);
    }
  }
}

async function rewrite(shelf: Shelf, { vault, keys }: Made, rows: readonly FiledRow[]): Promise<void> {
  const unsafe = rows.filter((row) => !isSafe(row));
  if (unsafe.length === 0) return;
  const put = await Promise.all(unsafe.map(async (row) => filed(await opened(row, keys), keys)));
  const remove = unsafe.filter(({ id }, index) => put[index]?.id !== id);
  await shelf.change({ expects: vault.name, remove, put });
}

function nextCount(rows: readonly FiledRow[], count: number): number {
  const size = rows.reduce((sum, { content }) => sum + content.length, 0);
  if (size > MUCH) return Math.max(1, Math.floor(count / 2));
  return size < MUCH / 4 ? Math.min(MOST, count * 2) : count;
}

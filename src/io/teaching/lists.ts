import { TeachTrouble } from './fault';
import { Pace, slices } from './going';
import type { Lock } from './lock';
import type { StoredHandin } from './model';
import { opened, said, type PlainRow } from './rows';
import { HANDINS } from './schema';
import type { Shelf } from './shelf';

/** Rows read and opened at a time, while the ones before are parsed: some megabytes. */
const AT_ONCE = 8;
/** Results kept in memory at most: about 100 MB, and more than a school's largest courses. */
const MOST = 100_000;
/** Times a list is read anew because another tab rewrote part of it meanwhile. */
const TRIES = 3;

/** A part of a list: the row it lies in, and what it says. */
export type Sheaf = readonly [id: string, handins: readonly StoredHandin[]];

/**
 * Lists of results. A row of a list is never written again under the same id, so what was read once is kept until the
 * workspace is locked, and is never out of date, whichever tab writes.
 */
export class Lists {
  readonly #shelf: Shelf;
  readonly #lock: Lock;
  readonly #held = new Map<string, readonly StoredHandin[]>();
  #count = 0;

  constructor(shelf: Shelf, lock: Lock) {
    this.#shelf = shelf;
    this.#lock = lock;
    lock.onForget(() => {
      this.#held.clear();
      this.#count = 0;
    });
  }

  /** How many rows the list of an assignment lies in. */
  async size(assignment: string): Promise<number> {
    return (await this.#shelf.idsUnder('handins', assignment)).length;
  }

  /** The list of an assignment, as it lies. Throws 'locked', 'damaged'. */
  async of(assignment: string): Promise<readonly Sheaf[]> {
    for (let left = TRIES; ; left -= 1) {
      const ids = await this.#shelf.idsUnder('handins', assignment);
      await this.#load(ids.filter((id) => !this.#held.has(id)));
      // A lock meanwhile forgets; what was read before it is not given out.
      if (this.#lock.state === 'locked') throw new TeachTrouble('locked');
      const sheaves = ids.flatMap((id) => {
        const list = this.#held.get(id);
        return list ? [[id, list] as const] : [];
      });
      if (sheaves.length < ids.length && left > 0) continue;
      this.#shrink(new Set(ids));
      return sheaves;
    }
  }

  async #load(ids: readonly string[]): Promise<void> {
    const pace = new Pace();
    const groups = [...slices(ids, AT_ONCE)];
    let next = this.#rows(groups[0] ?? []);
    for (let index = 0; index < groups.length; index += 1) {
      const rows = await next;
      next = this.#rows(groups[index + 1] ?? []);
      // Should this group be damaged, nobody waits for the next one.
      next.catch(() => undefined);
      for (const row of rows) {
        this.#keep(row.id, said(row, HANDINS));
        await pace.rest();
      }
    }
  }

  async #rows(ids: readonly string[]): Promise<readonly PlainRow[]> {
    const { keys } = this.#lock;
    if (ids.length === 0) return [];
    const rows = await this.#shelf.some('handins', ids);
    return Promise.all(rows.map((row) => opened(row, keys)));
  }

  #keep(id: string, list: readonly StoredHandin[]): void {
    if (this.#lock.state === 'locked') throw new TeachTrouble('locked');
    if (this.#held.has(id)) return;
    this.#held.set(id, list);
    this.#count += list.length;
  }

  /** Lets go of the oldest lists, once they are given out. */
  #shrink(wanted: ReadonlySet<string>): void {
    for (const [id, { length }] of this.#held) {
      if (this.#count <= MOST) return;
      if (wanted.has(id)) continue;
      this.#held.delete(id);
      this.#count -= length;
    }
  }
}

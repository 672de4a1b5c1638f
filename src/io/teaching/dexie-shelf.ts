import { Dexie, type Table } from 'dexie';
import { TeachTrouble } from './fault';
import { lots, slices } from './going';
import type { RowKind } from './model';
import type { Change, FiledRow, Notes, RowKey, Shelf, Vault } from './shelf';

/** Rises by one with every change of the tables; a released version is never edited. */
const SCHEMA_VERSION = 2;
/** Half an hour: what NIST SP 800-63B §4.2.3 asks of a session that holds other people's data. */
const IDLE = 30;
const NO_NOTES: Notes = { idle: IDLE, backup: 0, changed: 0, codeKept: true };
/** Rows put, or keys looked up, at a time: a few milliseconds each. */
const AT_ONCE = 200;
/** Bytes put at a time. */
const MUCH = 1_000_000;

interface Kept {
  readonly id: 'vault' | 'notes';
  readonly vault?: Vault;
  readonly notes?: Notes;
}

class Tables extends Dexie {
  readonly rows: Table<FiledRow, [RowKind, string]>;
  readonly kept: Table<Kept, string>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict', autoOpen: false, cache: 'disabled' });
    this.version(1).stores({ rows: '[kind+id], [kind+parent], parent', kept: 'id' });
    // The same tables; but rows with hidden ids, which a program of version 1 would not find, may lie in them.
    this.version(2).stores({});
    this.rows = this.table('rows');
    this.kept = this.table('kept');
  }
}

/**
 * Opens the instructor's database. Rejects with 'newer-version' if newer code wrote it, else with the browser's
 * error.
 * @param onOutdated newer code, or a deletion, waits in another tab; the connection is closed for good
 * @example const shelf = await openDexieShelf('seven-rights-teaching', () => askForReload())
 */
export async function openDexieShelf(name: string, onOutdated: () => void): Promise<Shelf> {
  // Dexie opens a newer database as if it were its own, and adds what it misses.
  if (!('indexedDB' in globalThis)) throw new TeachTrouble('no-storage', 'no indexedDB');
  await refuseNewer(name);
  const tables = new Tables(name);
  tables.on('versionchange', () => {
    tables.close();
    onOutdated();
    return false;
  });
  await tables.open();
  return new DexieShelf(tables);
}

async function refuseNewer(name: string): Promise<void> {
  if (!(await Dexie.exists(name))) return;
  const looking = new Dexie(name);
  try {
    await looking.open();
    // Without tables of its own Dexie takes whatever version is there, in its own counting.
    if (looking.verno > SCHEMA_VERSION) throw new TeachTrouble('newer-version', String(looking.verno));
  } finally {
    looking.close();
  }
}

class DexieShelf implements Shelf {
  readonly #tables: Tables;

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  all(kind: RowKind): Promise<readonly FiledRow[]> {
    const { rows } = this.#tables;
    return rows.where('[kind+id]').between([kind, Dexie.minKey], [kind, Dexie.maxKey]).toArray();
  }

  under(kind: RowKind, parent: string): Promise<readonly FiledRow[]> {
    return this.#tables.rows.where('[kind+parent]').equals([kind, parent]).toArray();
  }

  async idsUnder(kind: RowKind, parent: string): Promise<readonly string[]> {
    const keys = await this.#tables.rows.where('[kind+parent]').equals([kind, parent]).primaryKeys();
    return keys.map(([, id]) => id);
  }

  count(kind?: RowKind): Promise<number> {
    const { rows } = this.#tables;
    if (!kind) return rows.count();
    return rows.where('[kind+id]').between([kind, Dexie.minKey], [kind, Dexie.maxKey]).count();
  }

  row({ kind, id }: RowKey): Promise<FiledRow | undefined> {
    return this.#tables.rows.get([kind, id]);
  }

  async some(kind: RowKind, ids: readonly string[]): Promise<readonly FiledRow[]> {
    const found = await this.#tables.rows.bulkGet(ids.map((id) => [kind, id]));
    return found.filter((row) => row !== undefined);
  }

  async known(kind: RowKind, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const { rows } = this.#tables;
    const there = new Set<string>();
    // One request a key: a single one for all of them steps through the index, slower the more rows there are.
    for (const some of slices(ids, AT_ONCE)) {
      const found = await Promise.all(some.map((id) => rows.where('[kind+id]').equals([kind, id]).count()));
      some.forEach((id, index) => {
        if (found[index]) there.add(id);
      });
    }
    return there;
  }

  after({ kind, id }: RowKey, count: number): Promise<readonly FiledRow[]> {
    const { rows } = this.#tables;
    const rest = rows.where('[kind+id]').between([kind, id], [kind, Dexie.maxKey], false);
    return rest.limit(count).toArray();
  }

  change(change: Change): Promise<void> {
    const { rows, kept } = this.#tables;
    return this.#tables.transaction('rw', rows, kept, async () => {
      if (change.expects !== undefined && change.expects !== ((await this.vault())?.name ?? null))
        throw new TeachTrouble('locked', 'another passphrase was set');
      if (change.vault) await kept.put({ id: 'vault', vault: change.vault });
      if (change.notes) await kept.put({ id: 'notes', notes: { ...(await this.notes()), ...change.notes } });
      if (change.removeUnder) await this.#removeUnder(change.removeUnder);
      if (change.remove) await rows.bulkDelete(change.remove.map(({ kind, id }) => [kind, id]));
      await this.#put(change);
    });
  }

  async vault(): Promise<Vault | undefined> {
    return (await this.#tables.kept.get('vault'))?.vault;
  }

  async notes(): Promise<Notes> {
    return { ...NO_NOTES, ...(await this.#tables.kept.get('notes'))?.notes };
  }

  close(): void {
    this.#tables.close();
  }

  wipe(): Promise<void> {
    return this.#tables.delete();
  }

  async #put({ put = [], step }: Change): Promise<void> {
    let done = 0;
    for (const some of lots(put, { count: AT_ONCE, most: MUCH, size: ({ content }) => content.length })) {
      await this.#tables.rows.bulkPut(some);
      done += some.length;
      step?.(done);
    }
  }

  async #removeUnder(parents: readonly string[]): Promise<void> {
    const { rows } = this.#tables;
    const keys = await rows.where('parent').anyOf(parents).primaryKeys();
    if (keys.length === 0) return;
    // Only assignments have rows of their own under them.
    const next = keys.filter(([kind]) => kind === 'assignment').map(([, id]) => id);
    await rows.bulkDelete(keys);
    if (next.length > 0) await this.#removeUnder(next);
  }
}

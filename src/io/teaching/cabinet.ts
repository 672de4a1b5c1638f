import type { DataKey } from '../secrets';
import { TeachTrouble } from './fault';
import { Lock } from './lock';
import type { RowKind } from './model';
import type { Ports } from './ports';
import { filed, opened, rowOf, said, type PlainRow, type Writing } from './rows';
import type { Kind } from './schema';
import type { Change, FiledRow, Notes, RowKey, Shelf, Vault } from './shelf';

/** What is written in one step. */
export interface Writes {
  readonly put?: readonly PlainRow[];
  readonly remove?: readonly RowKey[];
  readonly removeUnder?: readonly string[];
}

/** Rows locked at a time while a first passphrase goes over what was there. */
const SWEEP = 400;

/** The shelf behind its lock: rows go in and come out in the clear, and lie on disk locked. Throws TeachTrouble. */
export class Cabinet {
  readonly #shelf: Shelf;
  readonly #ports: Ports;
  readonly lock: Lock;
  readonly #heard = new Set<(kinds: ReadonlySet<RowKind>) => void>();

  constructor(shelf: Shelf, ports: Ports, lock: Lock) {
    this.#shelf = shelf;
    this.#ports = ports;
    this.lock = lock;
  }

  static async open(ports: Ports, outdated: () => void): Promise<Cabinet> {
    const shelf = await ports.shelf(outdated);
    return new Cabinet(shelf, ports, new Lock(await shelf.vault()));
  }

  now(): number {
    return this.#ports.now();
  }

  notes(): Promise<Notes> {
    return this.#shelf.notes();
  }

  putNotes(notes: Partial<Notes>): Promise<void> {
    return this.#shelf.change({ notes });
  }

  /** Everything of one kind. */
  async list<T>(kind: Kind<T>): Promise<readonly T[]> {
    return this.#read(await this.#shelf.all(kind.kind), kind);
  }

  /** Everything of one kind that hangs on `parent`. */
  async under<T>(kind: Kind<T>, parent: string): Promise<readonly T[]> {
    return this.#read(await this.#shelf.under(kind.kind, parent), kind);
  }

  async some<T>(kind: Kind<T>, ids: readonly string[]): Promise<ReadonlyMap<string, T>> {
    const rows = await this.#shelf.some(kind.kind, ids);
    const values = await this.#read(rows, kind);
    return new Map(rows.flatMap(({ id }, index) => pair(id, values[index])));
  }

  async find<T>(kind: Kind<T>, id: string): Promise<T | undefined> {
    const row = await this.#shelf.row({ kind: kind.kind, id });
    return row && (await this.#read([row], kind))[0];
  }

  /** Rows as they lie, with their ids: for what must know which row a value came from. */
  async rowsUnder(kind: RowKind, parent: string): Promise<readonly PlainRow[]> {
    return this.#plain(await this.#shelf.under(kind, parent));
  }

  async rows(kind: RowKind): Promise<readonly PlainRow[]> {
    return this.#plain(await this.#shelf.all(kind));
  }

  known(kind: RowKind, ids: readonly string[]): Promise<ReadonlySet<string>> {
    return this.#shelf.known(kind, ids);
  }

  /** Up to `count` rows after this one, as they lie on disk. */
  after(key: RowKey | undefined, count: number): Promise<readonly FiledRow[]> {
    return this.#shelf.after(key, count);
  }

  put<T>(kind: Kind<T>, writing: Omit<Writing<T>, 'at'>): Promise<void> {
    const row = rowOf(kind, { ...writing, at: this.now() });
    return this.write(() => Promise.resolve({ put: [row] }));
  }

  /** Does something while no tab writes. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.#ports.alone(work);
  }

  /** Works out what to write and writes it in one transaction, while no other tab writes. */
  write(work: () => Promise<Writes>): Promise<void> {
    return this.#ports.alone(async () => {
      this.#see(await this.#shelf.vault());
      const { key } = this.lock;
      const { put = [], remove = [], removeUnder = [] } = await work();
      const rows = await Promise.all(put.map((row) => filed(row, key)));
      const kinds = new Set([...put, ...remove].map(({ kind }) => kind));
      const counted = [...kinds].some((kind) => kind !== 'analysis');
      const notes = counted ? { notes: { changed: this.now() } } : {};
      await this.#shelf.change({ put: rows, remove, removeUnder, ...notes });
      this.#changed(kinds);
    });
  }

  /** Puts a vault in place. Where it is the first one, all rows are locked before this resolves. */
  async putVault(make: () => Promise<Vault>): Promise<void> {
    await this.#ports.alone(async () => {
      const before = await this.#shelf.vault();
      this.#see(before);
      try {
        const vault = await make();
        await this.#shelf.change({ vault });
        this.lock.sees(vault);
      } catch (error) {
        this.#see(before);
        throw error;
      }
    });
    await this.sweep();
    this.#ports.tell({ kind: 'changed', kinds: [] });
  }

  /** Locks what was written before there was a passphrase; goes on where a closed browser stopped. */
  async sweep(): Promise<void> {
    if (this.lock.state !== 'unlocked' || !this.lock.vault?.sweeping) return;
    const { key } = this.lock;
    if (!key) return;
    await this.#ports.alone(async () => {
      let last: RowKey | undefined;
      for (;;) {
        const rows = await this.#shelf.after(last, SWEEP);
        if (rows.length === 0) break;
        await this.#shelf.change(await lockedAll(rows, key));
        last = rows.at(-1);
      }
      const { vault } = this.lock;
      if (!vault) return;
      await this.#shelf.change({ vault: { ...vault, sweeping: false } });
      this.lock.sees({ ...vault, sweeping: false });
    });
  }

  /** Calls after every change, here or in another tab. */
  watch(heard: (kinds: ReadonlySet<RowKind>) => void): () => void {
    this.#heard.add(heard);
    return () => this.#heard.delete(heard);
  }

  /** Another tab changed something. */
  async refresh(kinds: readonly RowKind[]): Promise<void> {
    this.#see(await this.#shelf.vault());
    this.#tell(new Set(kinds));
  }

  close(): void {
    this.#shelf.close();
  }

  wipe(): Promise<void> {
    return this.#shelf.wipe();
  }

  #see(vault: Vault | undefined): void {
    this.lock.sees(vault);
  }

  #changed(kinds: ReadonlySet<RowKind>): void {
    this.#tell(kinds);
    this.#ports.tell({ kind: 'changed', kinds: [...kinds] });
  }

  #tell(kinds: ReadonlySet<RowKind>): void {
    for (const heard of this.#heard) heard(kinds);
  }

  async #plain(rows: readonly FiledRow[]): Promise<readonly PlainRow[]> {
    const { key } = this.lock;
    return Promise.all(rows.map((row) => opened(row, key)));
  }

  async #read<T>(rows: readonly FiledRow[], kind: Kind<T>): Promise<readonly T[]> {
    return (await this.#plain(rows)).map((row) => said(row, kind));
  }
}

async function lockedAll(rows: readonly FiledRow[], key: DataKey): Promise<Change> {
  const open = rows.flatMap((row) =>
    typeof row.content === 'string' ? [{ ...row, text: row.content }] : [],
  );
  return { put: await Promise.all(open.map((row) => filed(row, key))) };
}

function pair<T>(id: string, value: T | undefined): readonly (readonly [string, T])[] {
  return value === undefined ? [] : [[id, value]];
}

/** The value, or 'not-found'. */
export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new TeachTrouble('not-found', what);
  return value;
}

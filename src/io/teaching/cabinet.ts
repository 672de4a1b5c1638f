import { TeachTrouble } from './fault';
import { goesOn, lots, type Going } from './going';
import { Lists } from './lists';
import { Lock, type Made } from './lock';
import type { RowKind } from './model';
import type { Ports } from './ports';
import { filed, opened, rowOf, said, storedKey, type PlainRow, type Writing } from './rows';
import type { Kind } from './schema';
import type { FiledRow, Notes, RowKey, Shelf } from './shelf';
import { sweep } from './sweep';

/** What is written in one step. */
export interface Writes {
  readonly put?: readonly PlainRow[];
  readonly remove?: readonly RowKey[];
  readonly removeUnder?: readonly string[];
  readonly notes?: Partial<Notes>;
  /** A vault that takes its place in the same step; what is put is written with its keys. */
  readonly made?: Made;
}

/** Rows locked at a time, each by a call of its own to the browser's cryptography. */
const AT_ONCE = 100;
/** Letters locked at a time. */
const MUCH = 1_000_000;

/** The shelf behind its lock: rows go in and come out in the clear, and lie on disk locked. Throws TeachTrouble. */
export class Cabinet {
  readonly #shelf: Shelf;
  readonly #ports: Ports;
  readonly lock: Lock;
  readonly lists: Lists;
  readonly #heard = new Set<(kinds: ReadonlySet<RowKind>) => void>();

  constructor(shelf: Shelf, ports: Ports, lock: Lock) {
    this.#shelf = shelf;
    this.#ports = ports;
    this.lock = lock;
    this.lists = new Lists(shelf, lock);
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

  /** Watchers hear of it, with no kinds. */
  async putNotes(notes: Partial<Notes>): Promise<void> {
    await this.#shelf.change({ notes });
    this.#changed(new Set());
  }

  /** Everything of one kind. */
  async list<T>(kind: Kind<T>): Promise<readonly T[]> {
    return this.#read(await this.#shelf.all(kind.kind), kind);
  }

  /** Everything of one kind that hangs on `parent`. */
  async under<T>(kind: Kind<T>, parent: string): Promise<readonly T[]> {
    return this.#read(await this.#shelf.under(kind.kind, parent), kind);
  }

  /** By id; ids that are not there are left out. */
  async some<T>(kind: Kind<T>, ids: readonly string[]): Promise<ReadonlyMap<string, T>> {
    const keys = await this.#stored(ids.map((id) => ({ kind: kind.kind, id })));
    const rows = await this.#shelf.some(
      kind.kind,
      keys.map(({ id }) => id),
    );
    return new Map((await this.#plain(rows)).map((row) => [row.id, said(row, kind)]));
  }

  async find<T>(kind: Kind<T>, id: string): Promise<T | undefined> {
    return (await this.some(kind, [id])).get(id);
  }

  /** Rows as they lie, with their ids: for what must know which row a value came from. */
  async rowsUnder(kind: RowKind, parent: string): Promise<readonly PlainRow[]> {
    return this.#plain(await this.#shelf.under(kind, parent));
  }

  async rows(kind: RowKind): Promise<readonly PlainRow[]> {
    return this.#plain(await this.#shelf.all(kind));
  }

  /** Those of the ids that are there. Of kinds whose ids are not hidden. */
  known(kind: RowKind, ids: readonly string[]): Promise<ReadonlySet<string>> {
    return this.#shelf.known(kind, ids);
  }

  /** Up to `count` rows of the kind of this one after it, as they lie on disk. */
  after(key: RowKey, count: number): Promise<readonly FiledRow[]> {
    return this.#shelf.after(key, count);
  }

  count(kind?: RowKind): Promise<number> {
    return this.#shelf.count(kind);
  }

  put<T>(kind: Kind<T>, writing: Omit<Writing<T>, 'at'>): Promise<void> {
    const row = rowOf(kind, { ...writing, at: this.now() });
    return this.write(() => Promise.resolve({ put: [row] }));
  }

  /** Does something while no tab writes. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.#ports.alone(work);
  }

  /**
   * Works out what to write and writes it in one transaction, while no other tab writes. Should another passphrase have
   * been set meanwhile all the same, nothing is written ('locked'). May be called off until it is written.
   */
  write(work: () => Promise<Writes>, going: Going = {}): Promise<void> {
    return this.#ports.alone(async () => {
      await this.lock.sees(await this.#shelf.vault());
      const expects = this.lock.vault?.name ?? null;
      if (this.lock.state === 'unlocked') await this.#finish();
      const { put = [], remove = [], removeUnder = [], made, notes } = await work();
      const rows = await this.#filed(put, made, going);
      const gone = remove.length > 0 ? await this.#stored(remove) : [];
      const kinds = new Set([...put, ...remove].map(({ kind }) => kind));
      const counted = [...kinds].some((kind) => kind !== 'analysis');
      await this.#shelf.change({
        expects,
        put: rows,
        // Rows from before a passphrase that lie under their own ids must not stay beside those that hide them.
        remove: [...gone, ...put.filter(({ id }, index) => rows[index]?.id !== id)],
        removeUnder,
        notes: { ...notes, ...(counted ? { changed: this.now() } : {}) },
        step: (done) => {
          going.step?.(Math.floor((put.length + done) / 2), put.length);
          goesOn(going);
        },
        ...(made ? { vault: made.vault } : {}),
      });
      if (made) await this.lock.take(made);
      this.#changed(kinds);
    });
  }

  /**
   * Locks what was written before there was a passphrase, and hides ids from before they were hidden; goes on where a
   * closed browser stopped. Whatever happens in the middle, every row can be read.
   */
  async finish(going: Going = {}): Promise<void> {
    if (this.lock.state !== 'unlocked' || !this.lock.unfinished) return;
    await this.#ports.alone(async () => {
      await this.lock.sees(await this.#shelf.vault());
      await this.#finish(going);
    });
  }

  /** Calls after every change, here or in another tab. */
  watch(heard: (kinds: ReadonlySet<RowKind>) => void): () => void {
    this.#heard.add(heard);
    return () => this.#heard.delete(heard);
  }

  /** Another tab changed something. */
  async refresh(kinds: readonly RowKind[]): Promise<void> {
    await this.lock.sees(await this.#shelf.vault());
    this.#tell(new Set(kinds));
  }

  close(): void {
    this.#shelf.close();
  }

  wipe(): Promise<void> {
    return this.#shelf.wipe();
  }

  async #finish(going: Going = {}): Promise<void> {
    if (!this.lock.unfinished) return;
    const expects = this.lock.vault?.name ?? null;
    const made = await this.lock.named();
    if (this.lock.vault?.names === undefined) {
      await this.#shelf.change({ expects, vault: made.vault });
      await this.lock.take(made);
    }
    await sweep(this.#shelf, made, going);
    const swept = { ...made, vault: { ...made.vault, sweeping: false } };
    await this.#shelf.change({ expects, vault: swept.vault });
    await this.lock.take(swept);
  }

  async #filed(put: readonly PlainRow[], made: Made | undefined, going: Going): Promise<readonly FiledRow[]> {
    if (put.length === 0) return [];
    const keys = made ? made.keys : this.lock.keys;
    const rows: FiledRow[] = [];
    for (const some of lots(put, { count: AT_ONCE, most: MUCH, size: ({ text }) => text.length })) {
      goesOn(going);
      rows.push(...(await Promise.all(some.map((row) => filed(row, keys)))));
      going.step?.(Math.floor(rows.length / 2), put.length);
    }
    return rows;
  }

  #changed(kinds: ReadonlySet<RowKind>): void {
    this.#tell(kinds);
    this.#ports.tell({ kind: 'changed', kinds: [...kinds] });
  }

  #tell(kinds: ReadonlySet<RowKind>): void {
    for (const heard of this.#heard) heard(kinds);
  }

  #stored(keys: readonly RowKey[]): Promise<readonly RowKey[]> {
    const held = this.lock.keys;
    return Promise.all(keys.map((key) => storedKey(key, held)));
  }

  async #plain(rows: readonly FiledRow[]): Promise<readonly PlainRow[]> {
    const { keys } = this.lock;
    return Promise.all(rows.map((row) => opened(row, keys)));
  }

  async #read<T>(rows: readonly FiledRow[], kind: Kind<T>): Promise<readonly T[]> {
    return (await this.#plain(rows)).map((row) => said(row, kind));
  }
}

/** The value, or 'not-found'. */
export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new TeachTrouble('not-found', what);
  return value;
}

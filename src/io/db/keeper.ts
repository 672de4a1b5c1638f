import type { Archive, HeadsSeen } from './archive';
import type { CopyHost } from './copies';
import { faultOf, StoreTrouble, type StoreFault, type StoreFaultCode } from './fault';
import { decodeJournal } from './journal-codec';
import type { Journal } from './journal-client';
import { attemptFile, attemptOfFile, isValueFile, lastValue, valueFile } from './journal-copy';
import type { Locks } from './locks';
import { MemoryArchive } from './memory-archive';
import { journalCopy, recover } from './repair';
import type { Witness } from './witness';

/** What the storage stands on; the browser's in the product, others in tests. */
export type Ports = {
  /** Opens the database, each time anew. `outdated` is called when newer code asks for it. */
  readonly archive: (outdated: () => void) => Promise<Archive>;
  readonly journal: () => Promise<Journal>;
  readonly witness: Witness;
  readonly locks: Locks;
  /** Real time, milliseconds since 1970. */
  readonly now: () => number;
  /** Rings once after so many milliseconds; returns how to prevent it. */
  readonly alarm: (after: number, ring: () => void) => () => void;
};

/** How well what is done here is kept. Anything but 'ok' twice deserves a standing notice. */
export type StoreHealth = {
  /** 'none': the browser gives no database. 'lost': it failed while the program ran. */
  readonly dexie: 'ok' | 'lost' | 'none';
  readonly journal: 'ok' | 'lost' | 'none';
  /** Why every write is refused, if it is. */
  readonly refused: StoreFaultCode | undefined;
  /** Attempts that the database had lost and that came back from the journal when the store was opened. */
  readonly restored: number;
  /** Attempts of which only the number of their last event is left. */
  readonly lostAttempts: readonly { readonly attempt: string; readonly events: number }[];
};

/**
 * A database opens within some tens of milliseconds. One that has not after so long may never: the browser's storage
 * is stuck, or a frozen tab holds an older version open.
 */
const PATIENCE_MS = 5_000;

/** Keeps the two copies running, replaces what fails, and brings back from the journal what the database lost. */
export class Keeper implements CopyHost {
  readonly #ports: Ports;
  readonly #onOutdated: () => void;
  readonly #watchers = new Map<HeadsSeen, () => void>();
  #archive: Archive = new MemoryArchive();
  #journal: Journal | undefined;
  #dexie: StoreHealth['dexie'] = 'none';
  #journalState: StoreHealth['journal'] = 'none';
  #refusal: StoreFault | undefined;
  /** Settles when a failed archive has been replaced. */
  #replacing: Promise<void> = Promise.resolve();
  #restored = 0;
  #lostAttempts: StoreHealth['lostAttempts'] = [];

  private constructor(ports: Ports, onOutdated: () => void) {
    this.#ports = ports;
    this.#onOutdated = onOutdated;
  }

  static async open(ports: Ports, onOutdated: () => void): Promise<Keeper> {
    const keeper = new Keeper(ports, onOutdated);
    const [journal] = await Promise.all([ports.journal().catch(() => undefined), keeper.#openArchive()]);
    keeper.#journal = journal;
    if (journal) keeper.#journalState = 'ok';
    if (!keeper.#refusal) await keeper.archived((archive) => keeper.#bringBack(archive));
    return keeper;
  }

  get journal(): Journal | undefined {
    return this.#journal;
  }

  get memoryOnly(): boolean {
    return this.#dexie === 'none' && this.#journalState === 'none';
  }

  get refusal(): StoreFault | undefined {
    return this.#refusal;
  }

  get health(): StoreHealth {
    return {
      dexie: this.#dexie,
      journal: this.#journalState,
      refused: this.#refusal?.code,
      restored: this.#restored,
      lostAttempts: this.#lostAttempts,
    };
  }

  journalIs(state: 'ok' | 'lost'): void {
    this.#journalState = state;
  }

  async archived<T>(work: (archive: Archive) => Promise<T>): Promise<T> {
    for (const remedy of ['reopen', 'memory', 'none'] as const) {
      await this.#replacing;
      const archive = this.#archive;
      try {
        return await work(archive);
      } catch (error) {
        if (this.#refusal) throw new StoreTrouble(this.#refusal.code, this.#refusal.detail);
        if (faultOf(error).code !== 'no-storage' || !archive.durable || remedy === 'none') throw error;
        // Others may have met the same failure; the first of them sees to it.
        if (this.#archive === archive) this.#replacing = this.#replaceArchive(archive, remedy);
      }
    }
    throw new StoreTrouble('no-storage');
  }

  watch(seen: HeadsSeen): () => void {
    this.#watchers.set(seen, this.#watchArchive(seen));
    return () => {
      this.#watchers.get(seen)?.();
      this.#watchers.delete(seen);
    };
  }

  close(): void {
    for (const stop of this.#watchers.values()) stop();
    this.#watchers.clear();
    this.#archive.close();
    this.#journal?.stop();
    this.#refusal ??= { code: 'unknown', detail: 'the store is closed' };
  }

  async #openArchive(): Promise<void> {
    try {
      this.#archive = await this.#inTime(this.#ports.archive(() => this.#retire()));
      this.#dexie = 'ok';
    } catch (error) {
      this.#mayRefuse(error);
    }
  }

  /** Gives up waiting for a database that does not open. One that opens later is let go: what it lacks is in memory. */
  async #inTime(opening: Promise<Archive>): Promise<Archive> {
    let late = false;
    let calm = (): void => undefined;
    const patience = new Promise<never>((_resolve, reject) => {
      calm = this.#ports.alarm(PATIENCE_MS, () => {
        late = true;
        reject(new StoreTrouble('no-storage', 'the database does not open'));
      });
    });
    void opening.then(
      (archive) => {
        calm();
        if (late) archive.close();
      },
      (error: unknown) => {
        calm();
        // Even late it must be known that newer code wrote here.
        if (late) this.#mayRefuse(error);
      },
    );
    return await Promise.race([opening, patience]);
  }

  #mayRefuse(error: unknown): void {
    const fault = faultOf(error);
    if (fault.code === 'newer-version' || fault.code === 'outdated') this.#refusal ??= fault;
  }

  async #replaceArchive(failed: Archive, remedy: 'reopen' | 'memory'): Promise<void> {
    failed.close();
    this.#archive = new MemoryArchive();
    this.#dexie = 'lost';
    if (remedy === 'reopen') await this.#openArchive();
    // If the new one fails as well, whoever asked will find out.
    await this.#bringBack(this.#archive).catch((error: unknown) => faultOf(error));
    for (const [seen, stop] of this.#watchers) {
      stop();
      this.#watchers.set(seen, this.#watchArchive(seen));
    }
  }

  #watchArchive(seen: HeadsSeen): () => void {
    return this.#archive.watch(seen, () => {
      // Asking once more finds out whether the database is gone, and replaces it then.
      this.archived((archive) => archive.heads()).catch(() => undefined);
    });
  }

  #retire(): void {
    this.#refusal ??= { code: 'outdated' };
    this.#onOutdated();
  }

  /** Files again what the journal knows and the archive does not: a browser empties a damaged database silently. */
  async #bringBack(archive: Archive): Promise<void> {
    const [files, heads, keys] = await Promise.all([this.#files(), archive.heads(), archive.valueKeys()]);
    const filed = new Set([...heads.map(({ id }) => attemptFile(id)), ...keys.map(valueFile)]);
    const known = new Set(heads.map(({ id }) => id));
    for (const file of files) {
      if (filed.has(file)) continue;
      const attempt = attemptOfFile(file);
      if (attempt !== undefined && (await this.#bringBackAttempt(archive, attempt))) known.add(attempt);
      if (isValueFile(file)) await this.#bringBackValue(archive, file);
    }
    const { witness } = this.#ports;
    this.#lostAttempts = witness
      .attempts()
      .filter((attempt) => !known.has(attempt))
      .map((attempt) => ({ attempt, events: witness.seen(attempt) }));
  }

  async #files(): Promise<readonly string[]> {
    try {
      return (await this.#journal?.list()) ?? [];
    } catch {
      this.#journalState = 'lost';
      return [];
    }
  }

  async #contentOf(file: string): Promise<Uint8Array> {
    const bytes = await this.#journal?.peek(file).catch(() => undefined);
    return bytes ?? new Uint8Array();
  }

  async #bringBackValue(archive: Archive, file: string): Promise<void> {
    const value = lastValue(await this.#contentOf(file));
    if (value) await archive.putValue(value).catch(unlessFull);
  }

  /** False when the journal knows nothing of the attempt either. */
  async #bringBackAttempt(archive: Archive, attempt: string): Promise<boolean> {
    const claim = await this.#ports.locks.claim(attemptFile(attempt));
    // Whoever is writing it files it as well.
    if (claim === 'taken') return true;
    try {
      const content = decodeJournal(await this.#contentOf(attemptFile(attempt)));
      const found = recover({ archive: { events: [] }, journal: journalCopy(content), witness: 0 });
      if (content.newer) return true;
      if (!found.ok) return false;
      await archive
        .hold(found.value.header, found.value.events)
        .then(() => (this.#restored += 1), unlessFull);
      return true;
    } finally {
      if (claim !== 'unavailable') claim.release();
    }
  }
}

/** A full disk leaves an attempt in the journal only, from where it can still be opened. */
function unlessFull(error: unknown): void {
  if (faultOf(error).code !== 'full') throw error;
}

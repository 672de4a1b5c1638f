import { Dexie, liveQuery, type Table } from 'dexie';
import {
  byNewest,
  fileHead,
  toAdd,
  valuesOf,
  type Archive,
  type FiledHead,
  type HeadsSeen,
  type ValueKey,
} from './archive';
import { StoreTrouble } from './fault';
import {
  ANALYSES_KEPT,
  type AttemptHeader,
  type StoredAnalysis,
  type StoredAnswer,
  type StoredEvent,
  type StoredReading,
  type StoredValue,
  type ValueKind,
} from './model';
import type { Copy } from './repair';

/** Rises by one with every change of the tables; a released version is never edited. */
const SCHEMA_VERSION = 3;

class Tables extends Dexie {
  readonly heads: Table<FiledHead, string>;
  readonly events: Table<StoredEvent, [string, number]>;
  readonly values: Table<StoredValue, [ValueKind, string]>;
  readonly answers: Table<StoredAnswer, string>;
  readonly readings: Table<StoredReading, string>;
  readonly analyses: Table<StoredAnalysis, string>;

  constructor(name: string) {
    super(name, {
      // The default, relaxed, loses everything of the session in a power cut.
      chromeTransactionDurability: 'strict',
      // After a `versionchange` Dexie would open again by itself and write old rows into the new tables.
      autoOpen: false,
      // The cache shows lists as they will be when a transaction succeeds; ours must show what is stored.
      cache: 'disabled',
    });
    this.version(1).stores({ heads: 'id, startedAt', events: '[attempt+seq]', values: '[kind+id]' });
    this.version(2).stores({ answers: 'id, at', readings: 'section' });
    this.version(3).stores({ analyses: 'key, at' });
    this.heads = this.table('heads');
    this.events = this.table('events');
    this.values = this.table('values');
    this.answers = this.table('answers');
    this.readings = this.table('readings');
    this.analyses = this.table('analyses');
  }
}

/**
 * Opens the database. Rejects with 'newer-version' if newer code wrote it (Dexie itself would open it, and even
 * add the tables it misses), else with the browser's error.
 * @param onOutdated newer code, or a deletion, waits in another tab; the connection is closed for good
 * @example const archive = await openDexieArchive('seven-rights', () => askForReload())
 */
export async function openDexieArchive(name: string, onOutdated: () => void): Promise<Archive> {
  refuseNewer(await storedVersion(name));
  const tables = new Tables(name);
  tables.on('versionchange', () => {
    tables.close();
    onOutdated();
    // Dexie's own listener, which runs after this one, would warn about what is no mistake.
    return false;
  });
  try {
    await tables.open();
    refuseNewer(tables.backendDB().version);
  } catch (error) {
    tables.close();
    throw error;
  }
  return new DexieArchive(tables);
}

function refuseNewer(nativeVersion: number): void {
  // Dexie multiplies its versions by ten, and adds one when it mends missing tables.
  const version = Math.floor(nativeVersion / 10);
  if (version > SCHEMA_VERSION)
    throw new StoreTrouble('newer-version', `stored ${version}, known ${SCHEMA_VERSION}`);
}

/** The version in IndexedDB's own counting, 0 when there is no such database. Creates none. */
function storedVersion(name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => {
      // Asked to create it: withdraw.
      request.onerror = (event) => {
        event.preventDefault();
        resolve(0);
      };
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      const { version } = request.result;
      request.result.close();
      resolve(version);
    };
    request.onerror = () => reject(request.error ?? new StoreTrouble('no-storage'));
  });
}

class DexieArchive implements Archive {
  readonly durable = true;
  readonly #tables: Tables;

  constructor(tables: Tables) {
    this.#tables = tables;
  }

  async heads(): Promise<readonly AttemptHeader[]> {
    const filed = await this.#tables.heads.toArray();
    return filed.map(({ header }) => header).sort(byNewest);
  }

  load(id: string): Promise<Copy> {
    const { heads, events } = this.#tables;
    return this.#tables.transaction('r', heads, events, async () => {
      const filed = await heads.get(id);
      return { header: filed?.header, events: await this.#eventsOf(id).toArray() };
    });
  }

  hold(header: AttemptHeader, log: readonly StoredEvent[]): Promise<void> {
    const { heads, events } = this.#tables;
    return this.#tables.transaction('rw', heads, events, async () => {
      const filed = await heads.get(header.id);
      const added = toAdd(filed, header, log);
      if (added.length === 0 && filed?.header.status === header.status) return;
      const [only] = added;
      if (only && added.length === 1) await events.add(only);
      else if (added.length > 0) await events.bulkAdd(added);
      await heads.put(fileHead(header, log));
    });
  }

  replace(header: AttemptHeader, log: readonly StoredEvent[]): Promise<void> {
    const { heads, events } = this.#tables;
    return this.#tables.transaction('rw', heads, events, async () => {
      await this.#eventsOf(header.id).delete();
      await events.bulkAdd(log);
      await heads.put(fileHead(header, log));
    });
  }

  undo(event: StoredEvent): Promise<void> {
    const { heads, events } = this.#tables;
    return this.#tables.transaction('rw', heads, events, async () => {
      const filed = await heads.get(event.attempt);
      if (filed?.tip !== event.hash) return;
      await events.delete([event.attempt, event.seq]);
      await heads.put({ ...filed, tip: event.prev, header: { ...filed.header, lastSeq: event.seq - 1 } });
    });
  }

  remove(id: string): Promise<void> {
    const { heads, events, values, analyses } = this.#tables;
    return this.#tables.transaction('rw', heads, events, values, analyses, async () => {
      await heads.delete(id);
      await analyses.clear();
      await this.#eventsOf(id).delete();
      await values.bulkDelete(valuesOf(id).map((key) => [key.kind, key.id]));
    });
  }

  value({ kind, id }: ValueKey): Promise<StoredValue | undefined> {
    return this.#tables.values.get([kind, id]);
  }

  async putValue(value: StoredValue): Promise<void> {
    await this.#tables.values.put(value);
  }

  async valueKeys(): Promise<readonly ValueKey[]> {
    const keys = await this.#tables.values.toCollection().primaryKeys();
    return keys.map(([kind, id]) => ({ kind, id }));
  }

  async addAnswer(answer: StoredAnswer): Promise<void> {
    await this.#tables.answers.put(answer);
  }

  answers(): Promise<readonly StoredAnswer[]> {
    return this.#tables.answers.orderBy('at').toArray();
  }

  async putReading(reading: StoredReading): Promise<void> {
    await this.#tables.readings.put(reading);
  }

  readings(): Promise<readonly StoredReading[]> {
    return this.#tables.readings.toArray();
  }

  analysis(key: string): Promise<StoredAnalysis | undefined> {
    return this.#tables.analyses.get(key);
  }

  putAnalysis(analysis: StoredAnalysis): Promise<void> {
    const { analyses } = this.#tables;
    return this.#tables.transaction('rw', analyses, async () => {
      await analyses.put(analysis);
      const tooMany = (await analyses.count()) - ANALYSES_KEPT;
      if (tooMany <= 0) return;
      await analyses.bulkDelete(await analyses.orderBy('at').limit(tooMany).primaryKeys());
    });
  }

  watch(seen: HeadsSeen, failed: () => void): () => void {
    const watching = liveQuery(() => this.heads()).subscribe({ next: seen, error: failed });
    return () => watching.unsubscribe();
  }

  close(): void {
    this.#tables.close();
  }

  wipe(): Promise<void> {
    return this.#tables.delete();
  }

  #eventsOf(id: string) {
    return this.#tables.events.where('[attempt+seq]').between([id, Dexie.minKey], [id, Dexie.maxKey]);
  }
}

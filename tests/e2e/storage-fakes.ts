import { Dexie } from 'dexie';
import type { Archive } from '../../src/io/db/archive';
import { openDexieArchive } from '../../src/io/db/dexie-archive';
import type { Ports } from '../../src/io/db/keeper';
import { Store, type OpenAttempt } from '../../src/io/db/store';
import type { NewAttempt, StoredEvent } from '../../src/io/db/model';
import type { StoreFault } from '../../src/io/db/fault';
import type { Json, Result } from '../../src/core/base';
import type { FileEntry, FileFolder, FileRoot, OpenFile } from '../../src/io/db/journal-files';
import { JournalFiles, type JournalOrder } from '../../src/io/db/journal-files';
import { startJournal, type Journal, type WorkerLike } from '../../src/io/db/journal-client';
import type { Locks } from '../../src/io/db/locks';
import type { Witness } from '../../src/io/db/witness';

/** A private file system in memory that can be damaged, filled up and shared by several "tabs". */
export class FakeDisk implements FileRoot {
  readonly files = new Map<string, Uint8Array<ArrayBuffer>>();
  readonly locked = new Set<string>();
  /** Bytes that still fit. */
  room = Number.POSITIVE_INFINITY;
  /** The next writes fail as those of a dying disk do: half written, and not to be cut. */
  broken = false;
  flushes = 0;

  getDirectoryHandle(): Promise<FileFolder> {
    return Promise.resolve({
      keys: () => this.#names(),
      getFileHandle: (name, options) => this.#entry(name, options?.create === true),
      removeEntry: (name) => this.#removeFile(name),
    });
  }

  removeEntry(): Promise<void> {
    if (this.locked.size > 0) return Promise.reject(new DOMException('', 'NoModificationAllowedError'));
    this.files.clear();
    return Promise.resolve();
  }

  async *#names(): AsyncIterable<string> {
    await Promise.resolve();
    yield* [...this.files.keys()];
  }

  #removeFile(name: string): Promise<void> {
    if (this.locked.has(name)) return Promise.reject(new DOMException('', 'NoModificationAllowedError'));
    return this.files.delete(name)
      ? Promise.resolve()
      : Promise.reject(new DOMException('', 'NotFoundError'));
  }

  #entry(name: string, create: boolean): Promise<FileEntry> {
    if (!this.files.has(name) && !create) return Promise.reject(new DOMException('', 'NotFoundError'));
    if (!this.files.has(name)) this.files.set(name, new Uint8Array());
    return Promise.resolve({
      getFile: () =>
        Promise.resolve({ arrayBuffer: () => Promise.resolve(this.#content(name).slice().buffer) }),
      createSyncAccessHandle: () => {
        if (this.locked.has(name)) return Promise.reject(new DOMException('', 'NoModificationAllowedError'));
        this.locked.add(name);
        return Promise.resolve(this.#openFile(name));
      },
    });
  }

  #content(name: string): Uint8Array<ArrayBuffer> {
    return this.files.get(name) ?? new Uint8Array();
  }

  #openFile(name: string): OpenFile {
    return {
      getSize: () => this.#content(name).length,
      read: (into, { at }) => {
        const part = this.#content(name).subarray(at, at + into.length);
        into.set(part);
        return part.length;
      },
      write: (bytes, { at }) => this.#write(name, bytes, at),
      truncate: (size) => {
        if (this.broken) throw new DOMException('', 'InvalidStateError');
        this.files.set(name, this.#content(name).slice(0, size));
      },
      flush: () => (this.flushes += 1),
      close: () => this.locked.delete(name),
    };
  }

  #write(name: string, bytes: Uint8Array, at: number): number {
    // As a real disk does: a part is written before the refusal.
    const fits = bytes.subarray(0, this.broken ? bytes.length / 2 : Math.min(bytes.length, this.room));
    this.room -= fits.length;
    const grown = new Uint8Array(Math.max(this.#content(name).length, at + fits.length));
    grown.set(this.#content(name));
    grown.set(fits, at);
    this.files.set(name, grown);
    if (fits.length < bytes.length)
      throw new DOMException('', this.broken ? 'InvalidStateError' : 'QuotaExceededError');
    return bytes.length;
  }
}

/** A journal on a fake disk, served in this thread as the worker serves it. `kill` ends the whole browser. */
export async function fakeJournal(disk: FakeDisk): Promise<{ readonly journal: Journal; kill(): void }> {
  const worker = fakeWorker(disk);
  const journal = await startJournal(worker);
  return {
    journal,
    kill: () => {
      disk.locked.clear();
      journal.stop();
    },
  };
}

function fakeWorker(disk: FakeDisk): WorkerLike {
  const files = new JournalFiles({ root: disk, folder: 'test', patience: 0 });
  const heard: ((event: MessageEvent) => void)[] = [];
  let last: Promise<unknown> = Promise.resolve();
  let dead = false;
  const answer = async (id: number, order: JournalOrder): Promise<void> => {
    const reply = await files.obey(order).then(
      (given) => ({ id, answer: given }),
      (error: unknown) => ({ id, trouble: error }),
    );
    if (!dead) for (const hear of heard) hear(new MessageEvent('message', { data: reply }));
  };
  return {
    postMessage: ({ id, order }) => void (last = last.then(() => answer(id, order))),
    terminate: () => (dead = true),
    addEventListener: (type: string, hear: (event: MessageEvent) => void) => {
      if (type === 'message') heard.push(hear);
    },
  };
}

/** Locks of one browser, shared by all its "tabs". */
export function fakeLocks(): Locks {
  const held = new Set<string>();
  return {
    claim: (name) => {
      if (held.has(name)) return Promise.resolve('taken');
      held.add(name);
      return Promise.resolve({ release: () => held.delete(name) });
    },
  };
}

/** A witness in memory. */
export function fakeWitness(): Witness {
  const seen = new Map<string, number>();
  return {
    seen: (attempt) => seen.get(attempt) ?? 0,
    note: (attempt, seq) => void seen.set(attempt, seq),
    forget: (attempt) => void seen.delete(attempt),
    attempts: () => [...seen.keys()],
  };
}

/** An archive that asks `before` each time it is to store something; what that throws is what a write fails with. `closed` is told when it is. */
export function faultyArchive(real: Archive, before: () => void, closed: () => void): Archive {
  const write = async (work: () => Promise<void>): Promise<void> => {
    before();
    await work();
  };
  return {
    durable: real.durable,
    heads: () => real.heads(),
    load: (id) => real.load(id),
    hold: (header, log) => write(() => real.hold(header, log)),
    undo: (event) => write(() => real.undo(event)),
    replace: (header, log) => write(() => real.replace(header, log)),
    remove: (id) => write(() => real.remove(id)),
    value: (key) => real.value(key),
    putValue: (value) => write(() => real.putValue(value)),
    valueKeys: () => real.valueKeys(),
    addAnswer: (answer) => write(() => real.addAnswer(answer)),
    answers: () => real.answers(),
    putReading: (reading) => write(() => real.putReading(reading)),
    readings: () => real.readings(),
    analysis: (key) => real.analysis(key),
    putAnalysis: (analysis) => write(() => real.putAnalysis(analysis)),
    watch: (seen, failed) => real.watch(seen, failed),
    close: () => {
      real.close();
      closed();
    },
    wipe: () => real.wipe(),
  };
}

/** One browser profile on one machine: what is left of it after a kill is what the next start finds. */
export class FakeMachine {
  readonly disk = new FakeDisk();
  readonly witness = fakeWitness();
  #locks = fakeLocks();
  /** Set to make the database fail; called before each of its writes. */
  beforeWrite: () => void = () => undefined;
  /** Set to take a storage away from the programs started after it. */
  without: { archive?: boolean; journal?: boolean; locks?: boolean } = {};
  /** Set to make the database take its time to open. */
  opening: Promise<void> = Promise.resolve();
  /** Called when a program lets go of the database. */
  closed: () => void = () => undefined;
  /** Newer code announces itself to the programs that run. */
  announceNewer: () => void = () => undefined;
  time = 1_000;
  /** Name of the database. */
  readonly database: string;
  #running: (() => void)[] = [];
  readonly #alarms = new Set<() => void>();

  constructor(database: string) {
    this.database = database;
  }

  /** A tab that opens the store. */
  async start(onOutdated?: () => void): Promise<Store> {
    const ports: Ports = {
      archive: async (outdated) => {
        if (this.without.archive) throw new DOMException('denied', 'UnknownError');
        await this.opening;
        const real = await openDexieArchive(this.database, outdated);
        this.announceNewer = outdated;
        this.#running.push(() => real.close());
        return faultyArchive(
          real,
          () => this.beforeWrite(),
          () => this.closed(),
        );
      },
      journal: async () => {
        if (this.without.journal) throw new DOMException('denied', 'SecurityError');
        const fake = await fakeJournal(this.disk);
        this.#running.push(() => fake.kill());
        return fake.journal;
      },
      witness: this.witness,
      locks: {
        claim: (name) => (this.without.locks ? Promise.resolve('unavailable') : this.#locks.claim(name)),
      },
      now: () => (this.time += 1),
      alarm: (_after, ring) => {
        this.#alarms.add(ring);
        return () => this.#alarms.delete(ring);
      },
    };
    return await Store.open(ports, onOutdated ? { onOutdated } : {});
  }

  /** Lets so much time pass that everybody who waits with a limit gives up. */
  ring(): void {
    for (const ring of [...this.#alarms]) ring();
    this.#alarms.clear();
  }

  /** Ends every tab without any goodbye. */
  kill(): void {
    for (const end of this.#running) end();
    this.#running = [];
    this.#locks = fakeLocks();
  }

  /** What Chromium does to a damaged database: all of it is gone, and nobody is told. */
  async emptyDatabase(): Promise<void> {
    await Dexie.delete(this.database);
  }
}

/** An attempt nobody has touched yet, and its journal file. */
export const ATTEMPT: NewAttempt = {
  id: 'a1',
  scenarioId: 'stockout',
  scenarioHash: 'h',
  seed: 7,
  mode: 'assessed',
  engine: 1,
  startedAt: 5,
  locale: 'zh-CN',
};
export const ATTEMPT_FILE = 'attempt-a1.log';

/** Throws what Dexie throws when the disk is full. */
export function failFull(): never {
  const inner = new DOMException('', 'QuotaExceededError');
  throw Object.assign(new Error('aborted'), { name: 'AbortError', inner });
}

/** Throws what IndexedDB throws when it cannot reach its files. */
export function failDead(): never {
  throw new DOMException('Internal error', 'UnknownError');
}

/** The value of a result that must be a success. */
export function value<T>(result: Result<T, StoreFault>): T {
  if (!result.ok) throw new Error(`refused: ${result.error.code} ${result.error.detail ?? ''}`);
  return result.value;
}

/** 'ok', or the code of the refusal. */
export function code<T>(result: Result<T, StoreFault>): string {
  return result.ok ? 'ok' : result.error.code;
}

/** Appends inputs that must all be acknowledged. */
export async function appendAll(open: OpenAttempt, inputs: readonly Json[]): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  for (const input of inputs) events.push(value(await open.session.append(input)));
  return events;
}

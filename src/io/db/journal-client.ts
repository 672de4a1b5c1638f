import { StoreTrouble } from './fault';
import type { JournalAnswer, JournalOrder } from './journal-files';

/** The second copy: append-only files, each flushed when a call resolves. Rejects with StoreTrouble. */
export type Journal = {
  list(): Promise<readonly string[]>;
  /** Content of a file that may be open elsewhere, or nothing. */
  peek(name: string): Promise<Uint8Array | undefined>;
  /** Makes the file if need be, holds it for this tab alone, gives its content. */
  open(name: string): Promise<Uint8Array>;
  /** Adds to an open file; gives the size it had before. After a rejection the file is as before. */
  append(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<number>;
  /** Shortens an open file. */
  cut(name: string, size: number): Promise<void>;
  close(name: string): Promise<void>;
  /** Adds to a file that nobody holds open; a long file is begun anew. */
  keep(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  remove(name: string): Promise<void>;
  wipe(): Promise<void>;
  /** Lets go of every file. */
  stop(): void;
};

/** What is sent to the worker; the reply carries the same number. */
export type Question = { readonly id: number; readonly order: JournalOrder };

/** The little that is needed of a Worker; tests give another. */
export type WorkerLike = {
  postMessage(question: Question): void;
  terminate(): void;
  addEventListener(type: 'message', heard: (event: MessageEvent<Reply>) => void): void;
  addEventListener(type: 'error', failed: (event: Event) => void): void;
};

type Reply = {
  readonly id: number;
  readonly answer?: JournalAnswer;
  readonly trouble?: { readonly name: string; readonly message: string };
};

/** A worker that has not answered for so long is taken for dead: the desk must not hang. */
const SILENCE_MS = 10_000;

/**
 * Speaks to the journal's worker. Resolves when the worker has shown that it can list the files, rejects if this
 * browser gives no private file system.
 * @example const journal = await startJournal(new Worker(url, { type: 'module' }))
 */
export async function startJournal(worker: WorkerLike): Promise<Journal> {
  const line = new Line(worker);
  const tell = async (order: JournalOrder): Promise<void> => {
    await line.ask(order);
  };
  const journal: Journal = {
    list: async () => namesIn(await line.ask({ op: 'list' })),
    peek: async (name) => bytesIn(await line.ask({ op: 'peek', name })),
    open: async (name) => bytesIn(await line.ask({ op: 'open', name })) ?? new Uint8Array(),
    append: async (name, bytes) => Number(await line.ask({ op: 'append', name, bytes })),
    cut: (name, size) => tell({ op: 'cut', name, size }),
    close: (name) => tell({ op: 'close', name }),
    keep: (name, bytes) => tell({ op: 'keep', name, bytes }),
    remove: (name) => tell({ op: 'remove', name }),
    wipe: () => tell({ op: 'wipe' }),
    stop: () => line.hangUp('stopped'),
  };
  try {
    await journal.list();
  } catch (error) {
    journal.stop();
    throw error;
  }
  return journal;
}

type Waiting = {
  readonly resolve: (answer: JournalAnswer) => void;
  readonly reject: (trouble: StoreTrouble) => void;
  readonly alarm: ReturnType<typeof setTimeout>;
};

class Line {
  readonly #worker: WorkerLike;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #dead: string | undefined;

  constructor(worker: WorkerLike) {
    this.#worker = worker;
    worker.addEventListener('message', ({ data }) => this.#hear(data));
    worker.addEventListener('error', () => this.hangUp('the worker failed'));
  }

  ask(order: JournalOrder): Promise<JournalAnswer> {
    return new Promise((resolve, reject) => {
      if (this.#dead !== undefined) {
        reject(new StoreTrouble('no-storage', this.#dead));
        return;
      }
      const id = (this.#asked += 1);
      const alarm = setTimeout(() => this.hangUp('the worker is silent'), SILENCE_MS);
      this.#waiting.set(id, { resolve, reject, alarm });
      this.#worker.postMessage({ id, order });
    });
  }

  /** After this every question is refused; terminating the worker lets go of its files. */
  hangUp(reason: string): void {
    this.#dead ??= reason;
    this.#worker.terminate();
    for (const { reject, alarm } of this.#waiting.values()) {
      clearTimeout(alarm);
      reject(new StoreTrouble('no-storage', reason));
    }
    this.#waiting.clear();
  }

  #hear({ id, answer, trouble }: Reply): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    clearTimeout(waiting.alarm);
    if (trouble) waiting.reject(troubleNamed(trouble.name, trouble.message));
    else waiting.resolve(answer);
  }
}

function namesIn(answer: JournalAnswer): readonly string[] {
  return Array.isArray(answer) ? answer.filter((name) => typeof name === 'string') : [];
}

function bytesIn(answer: JournalAnswer): Uint8Array | undefined {
  return answer instanceof Uint8Array ? answer : undefined;
}

/** The file system's own names of errors, as the storage speaks of them. */
function troubleNamed(name: string, message: string): StoreTrouble {
  const detail = `journal: ${name}: ${message}`;
  if (name === 'QuotaExceededError') return new StoreTrouble('full', detail);
  if (name === 'NoModificationAllowedError') return new StoreTrouble('locked-elsewhere', detail);
  return new StoreTrouble('no-storage', detail);
}

/** What can be asked of the journal files. Names come from `attemptFile` and `valueFile`. */
export type JournalOrder =
  | { readonly op: 'list' }
  | { readonly op: 'peek'; readonly name: string }
  | { readonly op: 'open'; readonly name: string }
  | { readonly op: 'append'; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly op: 'cut'; readonly name: string; readonly size: number }
  | { readonly op: 'close'; readonly name: string }
  | { readonly op: 'keep'; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly op: 'remove'; readonly name: string }
  | { readonly op: 'wipe' };

/** The answers: file names, content (nothing if there is no such file), or the size of the file before the change. */
export type JournalAnswer = readonly string[] | Uint8Array<ArrayBuffer> | number | undefined;

/** The part of the private file system that is used here; tests give another. */
export type FileRoot = {
  getDirectoryHandle(name: string, options: { readonly create: true }): Promise<FileFolder>;
  removeEntry(name: string, options: { readonly recursive: true }): Promise<void>;
};
export type FileFolder = {
  keys(): AsyncIterable<string>;
  getFileHandle(name: string, options?: { readonly create: true }): Promise<FileEntry>;
  removeEntry(name: string): Promise<void>;
};
export type FileEntry = {
  createSyncAccessHandle(): Promise<OpenFile>;
  getFile(): Promise<{ arrayBuffer(): Promise<ArrayBuffer> }>;
};
export type OpenFile = {
  getSize(): number;
  read(into: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
  write(bytes: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
};

/** How long a file that another worker still holds is waited for: a killed tab lets go within a fraction of this. */
const PATIENCE_MS = 1500;
const PAUSE_MS = 25;
/** A file of values is rewritten, instead of added to, when it has grown to this. */
const KEEP_BYTES = 64 * 1024;

/** Where the files are, and how many milliseconds one that is held elsewhere is waited for. */
export type JournalPlace = { readonly root: FileRoot; readonly folder: string; readonly patience?: number };

/**
 * Append-only files in the origin's private file system. Runs in a worker, the only place where the browser offers
 * writing that is on disk when the call returns. Knows bytes, not records.
 * Each file being written is held open, which also keeps every other tab from writing it.
 */
export class JournalFiles {
  readonly #root: FileRoot;
  readonly #folder: string;
  readonly #patience: number;
  readonly #open = new Map<string, OpenFile>();

  constructor({ root, folder, patience = PATIENCE_MS }: JournalPlace) {
    this.#root = root;
    this.#folder = folder;
    this.#patience = patience;
  }

  /** Carries out one order. Rejects with the browser's own error; a refused write leaves the file as it was. */
  async obey(order: JournalOrder): Promise<JournalAnswer> {
    switch (order.op) {
      case 'list':
        return await this.#list();
      case 'peek':
        return await this.#peek(order.name);
      case 'open':
        return await this.#opened(order.name);
      case 'append':
        return append(this.#held(order.name), order.bytes);
      case 'cut':
        return cut(this.#held(order.name), order.size);
      case 'close':
        this.#close(order.name);
        return undefined;
      case 'keep':
        await this.#keep(order.name, order.bytes);
        return undefined;
      case 'remove':
        await this.#remove(order.name);
        return undefined;
      case 'wipe':
        for (const name of [...this.#open.keys()]) this.#close(name);
        await this.#root.removeEntry(this.#folder, { recursive: true }).catch(ignoreMissing);
        return undefined;
    }
  }

  async #list(): Promise<readonly string[]> {
    const names: string[] = [];
    for await (const name of (await this.#directory()).keys()) names.push(name);
    return names;
  }

  async #peek(name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const open = this.#open.get(name);
    if (open) return readAll(open);
    const directory = await this.#directory();
    const file = await directory.getFileHandle(name).catch(ignoreMissing);
    if (!file) return undefined;
    // A file that another tab adds to while we read cannot be read; a moment later it can.
    return await this.#patiently('NotReadableError', async () => {
      const bytes = await (await file.getFile()).arrayBuffer();
      return new Uint8Array(bytes);
    });
  }

  async #opened(name: string): Promise<Uint8Array<ArrayBuffer>> {
    const held = this.#open.get(name) ?? (await this.#acquire(name));
    this.#open.set(name, held);
    return readAll(held);
  }

  async #keep(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const handle = await this.#acquire(name);
    try {
      if (handle.getSize() > KEEP_BYTES) handle.truncate(0);
      append(handle, bytes);
    } finally {
      handle.close();
    }
  }

  async #remove(name: string): Promise<void> {
    this.#close(name);
    const directory = await this.#directory();
    await directory.removeEntry(name).catch(ignoreMissing);
  }

  async #acquire(name: string): Promise<OpenFile> {
    const file = await (await this.#directory()).getFileHandle(name, { create: true });
    return await this.#patiently('NoModificationAllowedError', () => file.createSyncAccessHandle());
  }

  async #patiently<T>(passing: string, attempt: () => Promise<T>): Promise<T> {
    const deadline = performance.now() + this.#patience;
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        const again = error instanceof DOMException && error.name === passing && performance.now() < deadline;
        if (!again) throw error;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    }
  }

  async #directory(): Promise<FileFolder> {
    return await this.#root.getDirectoryHandle(this.#folder, { create: true });
  }

  #held(name: string): OpenFile {
    const handle = this.#open.get(name);
    if (!handle) throw new DOMException(`${name} is not open`, 'InvalidStateError');
    return handle;
  }

  #close(name: string): void {
    this.#open.get(name)?.close();
    this.#open.delete(name);
  }
}

function readAll(handle: OpenFile): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(handle.getSize());
  const got = handle.read(bytes, { at: 0 });
  return bytes.subarray(0, got);
}

function append(handle: OpenFile, bytes: Uint8Array<ArrayBuffer>): number {
  const before = handle.getSize();
  try {
    const written = handle.write(bytes, { at: before });
    if (written !== bytes.length) throw new DOMException('short write', 'QuotaExceededError');
    handle.flush();
    return before;
  } catch (error) {
    handle.truncate(before);
    handle.flush();
    throw error;
  }
}

function cut(handle: OpenFile, size: number): number {
  const before = handle.getSize();
  handle.truncate(Math.min(size, before));
  handle.flush();
  return before;
}

function ignoreMissing(error: unknown): undefined {
  if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
  throw error;
}

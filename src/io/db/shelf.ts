import type { Json, Result } from '../../core/base';
import type { Archive } from './archive';
import type { StoreFault } from './fault';

/** Does something with the archive, or says why not. */
type Guarded = <T>(work: (archive: Archive) => Promise<T>) => Promise<Result<T, StoreFault>>;

/** What the shelf needs of the store. */
export type ShelfParts = {
  readonly guarded: Guarded;
  /** Real time, milliseconds since 1970. */
  now(): number;
};

/**
 * What was worked out and may be asked for again. Nothing relies on it: whatever is put here may be gone, what is
 * taken must be checked by whoever takes it, and a storage that refuses is no trouble.
 */
export class Shelf {
  readonly #parts: ShelfParts;

  constructor(parts: ShelfParts) {
    this.#parts = parts;
  }

  /**
   * What was last put under a key; nothing if it is gone, or cannot be read.
   * @param key names everything the value depends on: what depends on anything else is wrong one day
   * @example await store.shelf.take('3f0c…')
   */
  async take(key: string): Promise<Json | undefined> {
    const stored = await this.#parts.guarded((archive) => archive.analysis(key));
    return stored.ok ? stored.value?.value : undefined;
  }

  /**
   * Puts a value under a key, if the storage has room for it; the oldest values go where there are too many.
   * @example await store.shelf.put('3f0c…', { best: 750_000 })
   */
  async put(key: string, value: Json): Promise<void> {
    const stored = { key, at: this.#parts.now(), value };
    await this.#parts.guarded((archive) => archive.putAnalysis(stored));
  }
}

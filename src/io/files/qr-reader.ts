import { readQr, type Pixels } from './qr';

/** Milliseconds after the time allowed at which a search counts as hung. */
const PATIENCE = 5_000;

/** The little that is needed of a Worker; tests give another. */
export interface ReaderLike {
  postMessage(said: unknown, transfer: Transferable[]): void;
  terminate(): void;
  onmessage: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/**
 * Reads symbols off pictures away from the page's thread, one after the other. A search that hangs is ended; where no
 * worker can be had the page searches itself. To be closed when no longer needed.
 * @example const reader = new QrReader(); await reader.read(pixels, 800); reader.close();
 */
export class QrReader {
  readonly #start: () => ReaderLike;
  #worker: ReaderLike | undefined;
  #alone = false;
  #closed = false;
  #answer: ((text: string | undefined) => void) | undefined;

  constructor(start: () => ReaderLike = browserReader) {
    this.#start = start;
  }

  /** The text of the symbol in a picture; undefined where none is read, or after `close`. */
  async read(pixels: Pixels, timeLimit: number): Promise<string | undefined> {
    if (this.#closed) return undefined;
    const worker = this.#hand();
    if (!worker) return await readQr(pixels, timeLimit);
    return await new Promise((resolve) => {
      const late = setTimeout(() => {
        this.#end();
      }, timeLimit + PATIENCE);
      this.#answer = (text) => {
        clearTimeout(late);
        this.#answer = undefined;
        resolve(text);
      };
      // A copy goes: after a breakdown the picture is still there for the page.
      const data = pixels.data.slice();
      worker.postMessage({ width: pixels.width, height: pixels.height, data, timeLimit }, [data.buffer]);
    });
  }

  /** Ends the search under way. */
  close(): void {
    this.#closed = true;
    this.#end();
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#answer?.(undefined);
  }

  #hand(): ReaderLike | undefined {
    if (this.#worker || this.#alone) return this.#worker;
    try {
      const worker = this.#start();
      worker.onmessage = ({ data }: MessageEvent<unknown>) => {
        this.#answer?.(typeof data === 'string' ? data : undefined);
      };
      worker.onerror = () => {
        this.#alone = true;
        this.#end();
      };
      this.#worker = worker;
    } catch {
      this.#alone = true;
    }
    return this.#worker;
  }
}

function browserReader(): ReaderLike {
  return new Worker(new URL('./qr.worker.ts', import.meta.url), { type: 'module' });
}

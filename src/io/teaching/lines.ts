const LINE_BREAK = 10;

/** Lines of a text in bytes, one after another: a large file is never a single string. */
export class Lines {
  readonly #bytes: Uint8Array;
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  /** Where the line that was read last begins, and where the next one does. */
  start = 0;
  at = 0;
  /** Lines read so far. */
  count = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get size(): number {
    return this.#bytes.length;
  }

  /** The next line; undefined at the end. */
  next(): string | undefined {
    if (this.at >= this.#bytes.length) return undefined;
    const found = this.#bytes.indexOf(LINE_BREAK, this.at);
    const end = found < 0 ? this.#bytes.length : found;
    this.start = this.at;
    this.at = end + 1;
    this.count += 1;
    return this.#decoder.decode(this.#bytes.subarray(this.start, end));
  }

  /** The bytes from there up to the line that was read last. */
  slice(from: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#bytes.subarray(from, this.start));
  }
}

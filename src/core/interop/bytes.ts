import { fromUtf8, utf8 } from '../base';

/** Puts bytes together. Whole numbers are written in groups of seven bits, the lowest first. */
export class Writer {
  readonly #bytes: number[] = [];

  byte(value: number): void {
    this.#bytes.push(value & 0xff);
  }

  /** A whole number from 0 to 2^53 − 1. */
  whole(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.#bytes.push((rest % 0x80) + 0x80);
      rest = Math.floor(rest / 0x80);
    }
    this.#bytes.push(rest);
  }

  /** A whole number of either sign: twice the number, less one where it is negative. */
  signed(value: number): void {
    this.whole(value < 0 ? -2 * value - 1 : 2 * value);
  }

  raw(bytes: Uint8Array): void {
    for (const byte of bytes) this.#bytes.push(byte);
  }

  /** Length in bytes, then UTF-8. */
  text(text: string): void {
    const bytes = utf8(text);
    this.whole(bytes.length);
    this.raw(bytes);
  }

  done(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

/**
 * Takes bytes apart. What is not there, or not as {@link Writer} writes it, sets `broken` and reads as 0 or empty: the
 * caller looks once, at the end of a part.
 */
export class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;
  #broken = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  broken(): boolean {
    return this.#broken;
  }

  /** Whether every byte was read, and all were right. */
  finished(): boolean {
    return !this.#broken && this.#at === this.#bytes.length;
  }

  fail(): void {
    this.#broken = true;
  }

  byte(): number {
    const value = this.#broken ? undefined : this.#bytes[this.#at++];
    if (value === undefined) this.#broken = true;
    return value ?? 0;
  }

  /** @param most what may stand here; more is broken */
  whole(most: number): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.byte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) {
        // A last group of 0 would be a second way to write the same number.
        if (value > most || (byte === 0 && scale > 1)) this.#broken = true;
        return this.#broken ? 0 : value;
      }
      scale *= 0x80;
      if (scale > Number.MAX_SAFE_INTEGER) this.#broken = true;
    }
  }

  signed(most: number): number {
    const value = this.whole(2 * most);
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  raw(length: number): Uint8Array {
    const end = this.#at + length;
    if (this.#broken || end > this.#bytes.length) {
      this.#broken = true;
      return new Uint8Array();
    }
    const out = this.#bytes.slice(this.#at, end);
    this.#at = end;
    return out;
  }

  /** All that is left. */
  rest(): Uint8Array {
    return this.raw(this.#bytes.length - this.#at);
  }

  /** @param most bytes */
  text(most: number): string {
    const text = fromUtf8(this.raw(this.whole(most)));
    if (text === undefined) this.#broken = true;
    return text ?? '';
  }
}

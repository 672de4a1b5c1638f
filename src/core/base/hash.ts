// SHA-256 after FIPS 180-4, in plain JavaScript: core has no `crypto`, and the digest must be the same everywhere.

const primes: readonly number[] = firstPrimes(64);
const roundKeys = Uint32Array.from(primes, (p) => fraction(Math.cbrt(p)));
const initial = Uint32Array.from(primes.slice(0, 8), (p) => fraction(Math.sqrt(p)));

function firstPrimes(count: number): readonly number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((p) => n % p !== 0)) found.push(n);
  return found;
}

function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 2 ** 32);
}

/**
 * UTF-8 bytes of a text; a lone surrogate becomes U+FFFD.
 * @example utf8('七').length // 3
 */
export function utf8(text: string): Uint8Array {
  const out: number[] = [];
  for (const char of text) {
    const raw = char.codePointAt(0) ?? 0;
    const code = raw >= 0xd800 && raw <= 0xdfff ? 0xfffd : raw;
    if (code < 0x80) out.push(code);
    else if (code < 0x800) out.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) out.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else
      out.push(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      );
  }
  return Uint8Array.from(out);
}

function padded(bytes: Uint8Array): Uint8Array {
  const length = Math.ceil((bytes.length + 9) / 64) * 64;
  const block = new Uint8Array(length);
  block.set(bytes);
  block[bytes.length] = 0x80;
  const bits = new DataView(block.buffer);
  bits.setUint32(length - 8, Math.floor((bytes.length * 8) / 2 ** 32));
  bits.setUint32(length - 4, (bytes.length * 8) >>> 0);
  return block;
}

const rotate = (x: number, by: number): number => (x >>> by) | (x << (32 - by));
const at = (list: Uint32Array, index: number): number => list[index] ?? 0;

function compress(state: Uint32Array, words: Uint32Array): void {
  for (let i = 16; i < 64; i++) {
    const a = at(words, i - 15);
    const b = at(words, i - 2);
    const s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3);
    const s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10);
    words[i] = (at(words, i - 16) + s0 + at(words, i - 7) + s1) | 0;
  }
  const v = Uint32Array.from(state);
  for (let i = 0; i < 64; i++) {
    const [a, b, c, e, f, g] = [at(v, 0), at(v, 1), at(v, 2), at(v, 4), at(v, 5), at(v, 6)];
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const t1 = (at(v, 7) + s1 + ((e & f) ^ (~e & g)) + at(roundKeys, i) + at(words, i)) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    v.copyWithin(1, 0, 7);
    v[4] = at(v, 4) + t1;
    v[0] = t1 + t2;
  }
  for (let i = 0; i < 8; i++) state[i] = at(state, i) + at(v, i);
}

/**
 * SHA-256 of bytes as 64 lower-case hex digits (FIPS 180-4).
 * @example sha256(utf8('abc')).slice(0, 8) // 'ba7816bf'
 */
export function sha256(bytes: Uint8Array): string {
  const block = padded(bytes);
  const view = new DataView(block.buffer);
  const state = Uint32Array.from(initial);
  const words = new Uint32Array(64);
  for (let offset = 0; offset < block.length; offset += 64) {
    for (let i = 0; i < 16; i++) words[i] = view.getUint32(offset + i * 4);
    compress(state, words);
  }
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('');
}

/**
 * The first 128 bits of SHA-256 of a text, 32 hex digits: ids of content and links of the event chain.
 * @example hashText('abc').length // 32
 */
export function hashText(text: string): string {
  return sha256(utf8(text)).slice(0, 32);
}

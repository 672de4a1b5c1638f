/** RFC 4648 §5, without padding: nothing that a chat, an address or a spreadsheet changes. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Map(Array.from(LETTERS, (letter, value) => [letter, value]));

/**
 * Bytes as letters, digits, `-` and `_`; four for every three bytes.
 * @example toBase64Url(Uint8Array.of(255, 224)) // '_-A'
 */
export function toBase64Url(bytes: Uint8Array): string {
  let out = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      out += LETTERS.charAt((held >> bits) & 63);
    }
    held &= 0xff;
  }
  return bits === 0 ? out : out + LETTERS.charAt((held << (6 - bits)) & 63);
}

/**
 * The way back. Undefined for a foreign letter, for a length that cannot be and for bits at the end that are not 0:
 * every text stands for one row of bytes and the other way round.
 * @example fromBase64Url('_-A') // Uint8Array [255, 224]
 */
export function fromBase64Url(text: string): Uint8Array | undefined {
  if (text.length % 4 === 1) return undefined;
  const out = new Uint8Array(Math.floor((text.length * 6) / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of text) {
    const value = VALUES.get(letter);
    if (value === undefined) return undefined;
    held = ((held << 6) | value) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out[at++] = held >> bits;
  }
  return (held & ((1 << bits) - 1)) === 0 ? out : undefined;
}

/** Whether a letter belongs to the alphabet. */
export function isBase64Url(letter: string): boolean {
  return VALUES.has(letter);
}

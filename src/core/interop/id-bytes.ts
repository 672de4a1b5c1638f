import { ID_LENGTH, ID_LETTERS } from '../course';

/** Bytes of an id: ten letters of five bits, six bits of 0 behind them. */
export const ID_BYTES = 7;

/**
 * An id as bytes.
 * @example idBytes('0000000001') // Uint8Array [0, 0, 0, 0, 0, 0, 64]
 */
export function idBytes(id: string): Uint8Array {
  const out = new Uint8Array(ID_BYTES);
  for (let letter = 0; letter < ID_LENGTH; letter++) {
    const value = ID_LETTERS.indexOf(id.charAt(letter));
    for (let bit = 0; bit < 5; bit++) {
      const at = letter * 5 + bit;
      if ((value >> (4 - bit)) & 1) out[at >> 3] = (out[at >> 3] ?? 0) | (0x80 >> (at & 7));
    }
  }
  return out;
}

/**
 * The way back; undefined where the six bits at the end are not 0.
 * @example idOf(idBytes('0k3m9xq7ab')) // '0k3m9xq7ab'
 */
export function idOf(bytes: Uint8Array): string | undefined {
  const bit = (at: number): number => ((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1;
  let id = '';
  for (let letter = 0; letter < ID_LENGTH; letter++) {
    let value = 0;
    for (let at = 0; at < 5; at++) value = value * 2 + bit(letter * 5 + at);
    id += ID_LETTERS.charAt(value);
  }
  const rest = bytes[ID_BYTES - 1] ?? 0;
  return bytes.length === ID_BYTES && (rest & 0x3f) === 0 ? id : undefined;
}

import { err, ok, type Result } from '../base';
import { fromBase64Url } from './base64url';

/** Bytes in front: length (two, the high one first) and a check of the length. */
const HEAD = 3;
/** Bytes behind: CRC-32 of length and content, the high one first. */
const TAIL = 4;
/** Most bytes of content. */
export const MOST_BYTES = 6000;

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/**
 * CRC-32 as in ISO 3309 and zip.
 * @example crc32(utf8('123456789')).toString(16) // 'cbf43926'
 */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

/**
 * Content with its length in front and its checksum behind, so that a cut is told from a change. Throws on more than
 * {@link MOST_BYTES}: callers look first.
 * @example framed(Uint8Array.of(7)).length // 8
 */
export function framed(content: Uint8Array): Uint8Array {
  if (content.length > MOST_BYTES)
    throw new Error(`at most ${String(MOST_BYTES)} bytes, got ${String(content.length)}`);
  const out = new Uint8Array(HEAD + content.length + TAIL);
  out.set(lengthBytes(content.length));
  out.set(content, HEAD);
  new DataView(out.buffer).setUint32(out.length - TAIL, checksum(content));
  return out;
}

function lengthBytes(length: number): Uint8Array {
  const bytes = Uint8Array.of(length >> 8, length & 0xff);
  return Uint8Array.of(...bytes, crc32(bytes) & 0xff);
}

function checksum(content: Uint8Array): number {
  const whole = new Uint8Array(2 + content.length);
  whole.set([content.length >> 8, content.length & 0xff]);
  whole.set(content, 2);
  return crc32(whole);
}

/**
 * How many bytes a frame has in all, by its first three; undefined where they are damaged.
 * @example frameLength(framed(content).slice(0, 3)) === framed(content).length // true
 */
function frameLength(head: Uint8Array): number | undefined {
  const length = ((head[0] ?? 0) << 8) | (head[1] ?? 0);
  if (length > MOST_BYTES || head.length < HEAD || lengthBytes(length)[2] !== head[2]) return undefined;
  return HEAD + length + TAIL;
}

/**
 * The content of a frame. `truncated` where the frame says that more should follow, `damaged` where anything else is
 * not as it was written.
 * @example unframed(framed(content)) // { ok: true, value: content }
 */
export function unframed(frame: Uint8Array): Result<Uint8Array, 'truncated' | 'damaged'> {
  if (frame.length < HEAD) return err('truncated');
  const length = frameLength(frame.subarray(0, HEAD));
  if (length === undefined) return err('damaged');
  if (frame.length !== length) return err(frame.length < length ? 'truncated' : 'damaged');
  const content = frame.slice(HEAD, length - TAIL);
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  return view.getUint32(length - TAIL) === checksum(content) ? ok(content) : err('damaged');
}

/** Letters of base64url that give the first bytes of a frame, with its length. */
export const HEAD_LETTERS = (HEAD * 8) / 6;

/**
 * How many letters a frame has in all, by its first four: `truncated` where there are fewer, `damaged` where they
 * cannot be.
 * @example lettersWanted('AGfH')
 */
export function lettersWanted(letters: string): Result<number, 'truncated' | 'damaged'> {
  if (letters.length < HEAD_LETTERS) return err('truncated');
  const head = fromBase64Url(letters.slice(0, HEAD_LETTERS));
  const length = head && frameLength(head);
  return length === undefined ? err('damaged') : ok(Math.ceil((length * 8) / 6));
}

/**
 * The content of a frame in base64url.
 * @example unframedLetters(toBase64Url(framed(content)))
 */
export function unframedLetters(letters: string): Result<Uint8Array, 'truncated' | 'damaged'> {
  const wanted = lettersWanted(letters);
  if (!wanted.ok) return wanted;
  if (letters.length < wanted.value) return err('truncated');
  const bytes = fromBase64Url(letters);
  return bytes ? unframed(bytes) : err('damaged');
}

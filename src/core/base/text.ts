const BAD = -1;
/** First byte → bytes of the character, and the smallest character that needs them: shorter is forged. */
const LEAST = [0, 0, 0x80, 0x800, 0x10000] as const;

function lengthOf(first: number): number {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first < 0xe0) return 2;
  if (first >= 0xe0 && first < 0xf0) return 3;
  return first >= 0xf0 && first < 0xf5 ? 4 : 0;
}

function pointAt(bytes: Uint8Array, start: number, length: number): number {
  const first = bytes[start] ?? 0;
  let point = length === 1 ? first : first & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) {
    const next = bytes[start + i] ?? 0;
    if ((next & 0xc0) !== 0x80) return BAD;
    point = (point << 6) | (next & 0x3f);
  }
  const surrogate = point >= 0xd800 && point <= 0xdfff;
  return surrogate || point < (LEAST[length] ?? 0) || point > 0x10ffff ? BAD : point;
}

/** Characters joined at a time: as many arguments as every engine takes. */
const CHUNK = 4096;

/**
 * The text of UTF-8 bytes, the way back from {@link utf8}. Undefined for anything that is not UTF-8: cut or overlong
 * characters, surrogates, other encodings. A byte order mark stays.
 * @example fromUtf8(utf8('七')) // '七'
 */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  const parts: string[] = [];
  let points: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = lengthOf(bytes[at] ?? 0);
    const point = length === 0 ? BAD : pointAt(bytes, at, length);
    if (point === BAD) return undefined;
    points.push(point);
    at += length;
    if (points.length < CHUNK) continue;
    parts.push(String.fromCodePoint(...points));
    points = [];
  }
  return parts.join('') + String.fromCodePoint(...points);
}

/**
 * Whether a text is made of whole characters: half a pair of surrogates cannot be written as UTF-8.
 * @example isWellFormed('七') // true
 */
export function isWellFormed(text: string): boolean {
  return !/\p{Cs}/u.test(text);
}

import { deflateSync, inflateSync } from 'fflate';

/**
 * Makes bytes smaller (DEFLATE, RFC 1951).
 * @example unpacked(packed(bytes), bytes.length)
 */
export function packed(bytes: Uint8Array): Uint8Array {
  return deflateSync(bytes, { level: 9, mem: 4 });
}

/**
 * The way back. Undefined where the bytes are no DEFLATE, or hold more or less than stated: nothing longer is made on
 * the way, so a few bytes cannot fill the memory.
 * @param length stated; at most what the caller can bear
 */
export function unpacked(bytes: Uint8Array, length: number): Uint8Array | undefined {
  try {
    // One byte more than stated, to see whether there is more.
    const out = inflateSync(bytes, { out: new Uint8Array(length + 1) });
    return out.length === length ? out.slice() : undefined;
  } catch {
    return undefined;
  }
}

// core has a coder of its own, for it knows no browser; this one is the browser's, since a backup holds tens of megabytes.

/**
 * Bytes as text of `A-Z a-z 0-9 - _` without padding (RFC 4648 §5).
 * @example toBase64url(Uint8Array.of(251, 255)) // '-_8'
 */
export function toBase64url(bytes: Uint8Array): string {
  let text = '';
  // String.fromCharCode takes its characters as arguments, of which there may not be too many.
  for (let start = 0; start < bytes.length; start += 8192)
    text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * The bytes of such a text; undefined for anything else.
 * @example fromBase64url('-_8') // Uint8Array [251, 255]
 */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const raw = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = new Uint8Array(raw.length);
  for (let index = 0; index < raw.length; index += 1) bytes[index] = raw.charCodeAt(index);
  return bytes;
}

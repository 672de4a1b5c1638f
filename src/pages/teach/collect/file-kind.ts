/** What a file is, as far as taking results out of it goes. */
export type FileKind =
  'picture' | 'zip' | 'page' | 'plain' | 'office' | 'old-office' | 'pdf' | 'other-archive' | 'other-kind';

const MAGIC: readonly (readonly [FileKind, readonly number[]])[] = [
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['old-office', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['other-archive', [0x52, 0x61, 0x72, 0x21]],
  ['other-archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['other-archive', [0x1f, 0x8b]],
];
const ENDINGS: readonly (readonly [FileKind, RegExp])[] = [
  ['picture', /\.(jpe?g|png|gif|bmp|webp|heic|heif|avif|tiff?)$/i],
  ['page', /\.(x?html?|mht|mhtml)$/i],
  ['office', /\.(xlsx|pptx|ods|odt|odp|wps|et|dps|rtf)$/i],
  ['other-kind', /\.(mp4|mov|avi|mkv|webm|mp3|m4a|amr|wav|exe|psd|ttf|db|lnk)$/i],
];

/** Bytes at the beginning of a file that tell what it is. */
export const HEAD_BYTES = 256;

/**
 * What a file is: by its first bytes, since names lie, then by its name.
 * @param head the first {@link HEAD_BYTES} of it
 * @example kindOf('作业.docx', head) // 'zip'
 */
export function kindOf(name: string, head: Uint8Array): FileKind {
  const byName = ENDINGS.find(([, ending]) => ending.test(name))?.[0];
  const byBytes = MAGIC.find(([, magic]) => magic.every((byte, index) => head[index] === byte))?.[0];
  if (byBytes === 'zip') return byName === 'office' ? 'office' : 'zip';
  if (byBytes) return byBytes;
  if (byName) return byName;
  const text = String.fromCharCode(...head).trimStart();
  return /^(<!doctype html|<html|<p[ >]|<div[ >])/i.test(text) ? 'page' : 'plain';
}

/** What systems add by themselves. */
const LITTER = /(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$)/i;

/**
 * Whether a file came along without anybody wanting it.
 * @example isLitter('__MACOSX/._a.json') // true
 */
export function isLitter(path: string): boolean {
  return LITTER.test(path);
}

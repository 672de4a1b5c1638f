import { MOST_FILE_BYTES } from '../../../core/interop';
import type { RawItem } from '../../../io/grading';

/** Files as they are to be checked, and the names of pictures in which no QR code was found. */
export interface RawFiles {
  readonly items: readonly RawItem[];
  readonly unread: readonly string[];
}

/**
 * Reads dropped files: pictures for their QR code, everything else as bytes. Of a file that is too large only so much
 * is read that it is seen to be.
 * @param readQr the text of the QR code in a picture
 * @example await rawOfFiles([...input.files], readQrFile)
 */
export async function rawOfFiles(
  files: readonly File[],
  readQr: (file: Blob) => Promise<string | undefined>,
): Promise<RawFiles> {
  const items: RawItem[] = [];
  const unread: string[] = [];
  for (const file of files) {
    if (file.type.startsWith('image/')) {
      const content = await readQr(file);
      if (content === undefined) unread.push(file.name);
      else items.push({ via: 'qr', source: file.name, content });
    } else {
      const part = file.size > MOST_FILE_BYTES ? file.slice(0, MOST_FILE_BYTES + 1) : file;
      items.push({ via: 'file', source: file.name, content: new Uint8Array(await part.arrayBuffer()) });
    }
  }
  return { items, unread };
}

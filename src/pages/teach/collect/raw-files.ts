import type { Result } from '../../../core/base';
import { findCodes, MOST_FILE_BYTES } from '../../../core/interop';
import { documentIn, readArchive, wordsOf, type ArchiveEntry, type ArchiveFault } from '../../../io/files';
import type { RawItem } from '../../../io/grading';
import type { Dropped } from './dropped';
import { HEAD_BYTES, isLitter, kindOf, type FileKind } from './file-kind';

/** Why nothing was taken out of a file. */
export type UnreadReason =
  | ArchiveFault
  | Exclude<FileKind, 'picture' | 'zip' | 'page' | 'plain'>
  | 'no-qr'
  | 'phone-picture'
  | 'other-qr'
  | 'no-code'
  | 'nested'
  | 'unreadable';

/** A file out of which nothing was taken. */
export interface Unread {
  readonly path: string;
  readonly why: UnreadReason;
}

/** Files as they are to be checked, and those of which nothing is. */
export interface RawFiles {
  readonly items: readonly RawItem[];
  readonly unread: readonly Unread[];
}

/** What reading files needs and tells. */
export interface ReadingTools {
  /** The text of the QR symbol in a picture. */
  readonly readQr: (picture: Blob) => Promise<string | undefined>;
  readonly told?: (progress: { readonly done: number; readonly of: number }) => void;
  readonly stopped?: () => boolean;
}

/**
 * Reads what was dropped: pictures for their QR code, pages and Word documents for codes and pictures in them, ZIP
 * archives for all of these, everything else as bytes. Of a file that is too large only so much is read that it is seen
 * to be. Whatever gives nothing is named with its place in folders and archives.
 * @example await rawOfFiles(plain(input.files), { readQr: readQrFile })
 */
export async function rawOfFiles(files: readonly Dropped[], tools: ReadingTools): Promise<RawFiles> {
  const reading = new Reading(tools);
  await reading.all(files.map(({ path, file }) => ({ path, file, inside: path.includes('/') })));
  return { items: reading.items, unread: reading.unread };
}

/** Something to read: a file, or one out of an archive, which is unpacked when its turn comes. */
interface Source {
  readonly path: string;
  readonly file: Blob | ArchiveEntry;
  /** In a folder or an archive: such files come by the dozen, and strangers among them are named, not kept. */
  readonly inside: boolean;
}

class Reading {
  readonly items: RawItem[] = [];
  readonly unread: Unread[] = [];
  readonly #tools: ReadingTools;
  readonly #progress = { done: 0, of: 0 };

  constructor(tools: ReadingTools) {
    this.#tools = tools;
  }

  async all(sources: readonly Source[]): Promise<void> {
    const wanted = sources.filter(({ path }) => !isLitter(path));
    this.#progress.of += wanted.length;
    for (const source of wanted) {
      if (this.#tools.stopped?.() === true) return;
      this.#tools.told?.({ ...this.#progress });
      await this.#tried(source);
      this.#progress.done += 1;
    }
  }

  async #tried(source: Source): Promise<void> {
    try {
      await this.#one(source);
    } catch (error) {
      // Moved or deleted meanwhile, or still in somebody's cloud.
      if (!(error instanceof DOMException)) throw error;
      this.#leave(source.path, 'unreadable');
    }
  }

  async #one(source: Source): Promise<void> {
    const got = await blobOf(source.file);
    if (!got.ok) {
      this.#leave(source.path, got.error);
      return;
    }
    const file = got.value;
    const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
    const kind = kindOf(source.path, head);
    switch (kind) {
      case 'picture':
        await this.#picture(source.path, file);
        return;
      case 'zip':
        await this.#zip(source, file);
        return;
      case 'page':
        this.#words(source.path, wordsOf(await readable(file).text()));
        return;
      case 'plain':
        await this.#plain(source, file);
        return;
      case 'office':
      case 'old-office':
      case 'pdf':
      case 'other-archive':
      case 'other-kind':
        this.#leave(source.path, kind);
    }
  }

  #leave(path: string, why: UnreadReason): void {
    this.unread.push({ path, why });
  }

  async #picture(path: string, file: Blob): Promise<void> {
    const content = await this.#tools.readQr(file);
    if (content !== undefined && hasCode(content)) this.items.push({ via: 'qr', source: path, content });
    else if (content !== undefined) this.#leave(path, 'other-qr');
    else this.#leave(path, /\.hei[cf]$/i.test(path) ? 'phone-picture' : 'no-qr');
  }

  /** True where there was a code. */
  #words(path: string, content: string): void {
    if (hasCode(content)) this.items.push({ via: 'file', source: path, content });
    else this.#leave(path, 'no-code');
  }

  async #plain({ path, inside }: Source, file: Blob): Promise<void> {
    const content = new Uint8Array(await readable(file).arrayBuffer());
    const text = new TextDecoder().decode(content.subarray(0, MOST_FILE_BYTES));
    const ours = text.trimStart().startsWith('{') || hasCode(text.replaceAll('\0', ''));
    if (inside && !ours) this.#leave(path, 'no-code');
    else this.items.push({ via: 'file', source: path, content });
  }

  async #zip({ path, file: from }: Source, file: Blob): Promise<void> {
    const list = await readArchive(file);
    if (!list.ok) {
      this.#leave(path, list.error);
      return;
    }
    const document = await documentIn(list.value);
    if (document) {
      await this.#document(path, document);
      return;
    }
    // An archive in an archive: nobody packs so by hand, and it is how endless ones are made.
    if (!(from instanceof Blob)) this.#leave(path, 'nested');
    else
      await this.all(
        list.value.map((entry) => ({ path: `${path} › ${entry.path}`, file: entry, inside: true })),
      );
  }

  async #document(
    path: string,
    { words, pictures }: { readonly words: string; readonly pictures: readonly ArchiveEntry[] },
  ): Promise<void> {
    let found = hasCode(words);
    if (found) this.items.push({ via: 'file', source: path, content: words });
    for (const picture of pictures.slice(0, MOST_PICTURES)) {
      const bytes = await picture.read();
      const content = bytes.ok ? await this.#tools.readQr(new Blob([bytes.value])) : undefined;
      if (content === undefined || !hasCode(content)) continue;
      found = true;
      this.items.push({ via: 'qr', source: path, content });
    }
    if (!found) this.#leave(path, 'no-code');
  }
}

/** Pictures of a document that are searched. */
const MOST_PICTURES = 20;

async function blobOf(file: Blob | ArchiveEntry): Promise<Result<Blob, ArchiveFault>> {
  if (file instanceof Blob) return { ok: true, value: file };
  const bytes = await file.read();
  return bytes.ok ? { ok: true, value: new Blob([bytes.value]) } : bytes;
}

/** So much of a file that one too large is seen to be. */
function readable(file: Blob): Blob {
  return file.size > MOST_FILE_BYTES ? file.slice(0, MOST_FILE_BYTES + 1) : file;
}

/**
 * Whether a text has a result code in it, sound or not.
 * @example hasCode('我的：7R1-AGfH') // true
 */
export function hasCode(text: string): boolean {
  return findCodes(text).length > 0;
}

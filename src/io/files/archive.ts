import { err, ok, type Result } from '../../core/base';
import { crc32 } from '../../core/interop';
import { decoded } from './table-in';

/** Why an archive, or one file in it, is not read. */
export type ArchiveFault =
  /** No list of contents, or one that does not hold together. */
  | 'broken-archive'
  /** Unpacks into far more than hand-ins can be: nobody's homework. */
  | 'bomb'
  /** Needs a password. */
  | 'locked'
  /** Packed in a way that only some programs know. */
  | 'odd-packing'
  /** What comes out is not what went in. */
  | 'damaged-entry'
  | 'entry-too-large';

/** A file in an archive; nothing of it is unpacked yet. */
export interface ArchiveEntry {
  /** With its folders, divided by `/`. */
  readonly path: string;
  /** Bytes, as the archive says; more are never unpacked. */
  readonly size: number;
  /** Unpacks it, and checks it against its checksum. Never throws. */
  readonly read: () => Promise<Result<Uint8Array<ArrayBuffer>, ArchiveFault>>;
}

/** Most files in an archive. */
export const MOST_ENTRIES = 20_000;
/** Bytes that one file, and all of an archive together, may have when unpacked. */
const [LARGEST_ENTRY, LARGEST_WHOLE] = [40_000_000, 2_000_000_000];
/** Above so many bytes nothing that people hand in shrinks to less than one in so many. */
const [PLAIN, DENSEST] = [1_000_000, 200];
/** Bytes of packed content that are unpacked before the size is looked at again: they give 4 MB at most. */
const STEP = 4_096;
/** The end of the list of contents: 22 bytes, and a remark of up to 65,535. */
const TAIL = 22 + 65_535;
const [END, HEAD, BODY] = [0x06054b50, 0x02014b50, 0x04034b50];

/**
 * What a ZIP archive holds, without unpacking any of it. The list is checked first: number of files, sizes, how much
 * they shrank, and that no two share the same bytes, which is how small archives become endless. Never throws.
 * @example const list = await readArchive(file); if (list.ok) await list.value[0]?.read();
 */
export async function readArchive(file: Blob): Promise<Result<readonly ArchiveEntry[], ArchiveFault>> {
  try {
    const from = Math.max(0, file.size - TAIL);
    const tail = await bytesOf(file, from, file.size);
    const end = endOf(tail);
    if (end === undefined) return err('broken-archive');
    const view = viewOf(tail);
    const [count, length, start] = [
      view.getUint16(end + 10, true),
      view.getUint32(end + 12, true),
      view.getUint32(end + 16, true),
    ];
    // 65,535 and 4,294,967,295 stand for numbers that do not fit: far beyond what is handed in.
    if (count > MOST_ENTRIES || start + length > from + end)
      return err(count > MOST_ENTRIES ? 'bomb' : 'broken-archive');
    const records = recordsIn(await bytesOf(file, start, start + length), count);
    if (!records) return err('broken-archive');
    if (isEndless(records)) return err('bomb');
    return ok(records.filter(({ path }) => !path.endsWith('/')).map((record) => entryOf(file, record)));
  } catch {
    // A file that is gone or cannot be read any more.
    return err('broken-archive');
  }
}

interface Record {
  readonly path: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly start: number;
}

async function bytesOf(file: Blob, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.slice(from, to).arrayBuffer());
}

function viewOf(bytes: Uint8Array<ArrayBuffer>): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function endOf(tail: Uint8Array<ArrayBuffer>): number | undefined {
  const view = viewOf(tail);
  for (let at = tail.length - 22; at >= 0; at -= 1)
    if (view.getUint32(at, true) === END && at + 22 + view.getUint16(at + 20, true) === tail.length)
      return at;
  return undefined;
}

function recordsIn(list: Uint8Array<ArrayBuffer>, count: number): readonly Record[] | undefined {
  const view = viewOf(list);
  const records: Record[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > list.length || view.getUint32(at, true) !== HEAD) return undefined;
    const [name, extra, remark] = [
      view.getUint16(at + 28, true),
      view.getUint16(at + 30, true),
      view.getUint16(at + 32, true),
    ];
    const [from, to] = [at + 46, at + 46 + name];
    if (to + extra + remark > list.length) return undefined;
    const flags = view.getUint16(at + 8, true);
    records.push({
      path: nameOf(list.slice(from, to), list.slice(to, to + extra)),
      flags,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      start: view.getUint32(at + 42, true),
    });
    at = to + extra + remark;
  }
  return records;
}

/** In UTF-8, as newer programs write it or say beside it, else in GB18030 as Windows in Chinese writes it. */
function nameOf(plain: Uint8Array<ArrayBuffer>, extra: Uint8Array<ArrayBuffer>): string {
  const name = decoded(unicodeName(plain, extra) ?? plain) ?? String.fromCharCode(...plain);
  return name.replaceAll('\\', '/').replace(/[\p{Cc}\p{Cf}]/gu, '');
}

/** Info-ZIP's second name (0x7075), if it belongs to this first one. */
function unicodeName(
  plain: Uint8Array<ArrayBuffer>,
  extra: Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> | undefined {
  const view = viewOf(extra);
  for (let at = 0; at + 4 <= extra.length;) {
    const [id, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    if (
      id === 0x7075 &&
      length > 5 &&
      at + 4 + length <= extra.length &&
      view.getUint32(at + 5, true) === crc32(plain)
    )
      return extra.slice(at + 9, at + 4 + length);
    at += 4 + length;
  }
  return undefined;
}

function isEndless(records: readonly Record[]): boolean {
  const whole = records.reduce((sum, { size }) => sum + size, 0);
  if (whole > LARGEST_WHOLE) return true;
  if (records.some(({ size, packed }) => size > PLAIN && size > packed * DENSEST)) return true;
  const places = [...records].sort((a, b) => a.start - b.start);
  return places.some(({ start, packed }, index) => start + packed > (places[index + 1]?.start ?? Infinity));
}

function entryOf(file: Blob, record: Record): ArchiveEntry {
  const read = async (): Promise<Result<Uint8Array<ArrayBuffer>, ArchiveFault>> => {
    if ((record.flags & 1) !== 0) return err('locked');
    if (record.method !== 0 && record.method !== 8) return err('odd-packing');
    if (record.size > LARGEST_ENTRY) return err('entry-too-large');
    try {
      const head = await bytesOf(file, record.start, record.start + 30);
      const view = viewOf(head);
      if (head.length < 30 || view.getUint32(0, true) !== BODY) return err('damaged-entry');
      const start = record.start + 30 + view.getUint16(26, true) + view.getUint16(28, true);
      const packed = await bytesOf(file, start, start + record.packed);
      const plain = record.method === 0 ? packed : await inflated(packed, record.size);
      const sound = plain?.length === record.size && crc32(plain) === record.crc;
      return sound ? ok(plain) : err('damaged-entry');
    } catch {
      return err('damaged-entry');
    }
  };
  return { path: record.path, size: record.size, read };
}

/** At most so many bytes, however many the packed content would give; undefined where it gives more. */
async function inflated(packed: Uint8Array, size: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { Inflate } = await import('fflate');
  const plain = new Uint8Array(size);
  let at = 0;
  const stream = new Inflate((part) => {
    if (at + part.length <= size) plain.set(part, at);
    at += part.length;
  });
  for (let from = 0; from < packed.length && at <= size; from += STEP)
    stream.push(packed.subarray(from, from + STEP), from + STEP >= packed.length);
  return at === size ? plain : undefined;
}

import { err, ok, type Result } from '../../core/base';
import type { TableFault, TableSheet } from './table-in';

/** Most bytes a workbook may have when unpacked, as it declares itself; the unpacking never writes more. */
const MOST_UNPACKED = 100 * 1024 * 1024;
const MOST_ENTRIES = 2000;
const MOST_ROWS = 100_000;
/** Everything a table needs; pictures, macros and other parts are not even unpacked. */
const NEEDED = /^(\[Content_Types\]\.xml|_rels\/.*|xl\/.*\.(xml|rels))$/i;

/**
 * The sheets of an XLSX workbook, as texts. Refuses one that declares more than a class list can need.
 * @example const read = await readWorkbook(bytes);
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<readonly TableSheet[], TableFault>> {
  try {
    const plain = await unpacked(bytes);
    if (!plain.ok) return plain;
    const { default: read } = await import('read-excel-file/universal');
    // Numbers stay as they are written: 15 digits and more are numbers of students, not quantities.
    const sheets = await read(plain.value, { parseNumber: (text) => text });
    return ok(sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.slice(0, MOST_ROWS).map(texts) })));
  } catch {
    // The reader throws plain errors of many kinds for damaged files: none of them is worth telling apart.
    return err('unreadable');
  }
}

/** The same workbook with nothing but what is needed, not packed: its real size is known, and reading needs no worker. */
async function unpacked(bytes: Uint8Array): Promise<Result<ArrayBuffer, TableFault>> {
  const { unzipSync, zipSync } = await import('fflate');
  let [declared, entries, odd] = [0, 0, false];
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      entries += 1;
      declared += originalSize;
      odd ||= name.includes('__proto__');
      return NEEDED.test(name) && !odd && declared <= MOST_UNPACKED && entries <= MOST_ENTRIES;
    },
  });
  if (declared > MOST_UNPACKED || entries > MOST_ENTRIES) return err('bomb');
  if (odd) return err('unreadable');
  return ok(new Uint8Array(zipSync(parts, { level: 0 })).buffer);
}

function texts(row: readonly unknown[]): readonly string[] {
  return row.map(textOf);
}

function textOf(cell: unknown): string {
  if (typeof cell === 'string') return plainNumber(cell);
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return '';
}

/** Whole numbers that a file holds as 2.0240101E+10 are written out where all their digits are there. */
function plainNumber(text: string): string {
  if (!/^\d(\.\d+)?E\+?\d{1,2}$/i.test(text)) return text;
  const value = Number(text);
  return Number.isSafeInteger(value) && digitsIn(text) >= String(value).replace(/0+$/, '').length
    ? String(value)
    : text;
}

function digitsIn(text: string): number {
  return text.replace(/E.*$/i, '').replace(/\D/g, '').length;
}

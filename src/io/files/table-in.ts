import { err, ok, type Result } from '../../core/base';
import { readWorkbook } from './workbook';

/** A table as it was read: every cell as the text a person would read in it. */
export interface TableSheet {
  /** Empty for what is no spreadsheet. */
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** Why a file gives no table. */
export const TABLE_FAULTS = [
  /** More bytes than any list of names has. */
  'too-large',
  /** A spreadsheet that is small as a file and huge when unpacked: nobody's class list. */
  'bomb',
  /** `.xls`, or protected by a password: save it as `.xlsx` or CSV without one. */
  'old-or-locked',
  /** Damaged, or no table at all. */
  'unreadable',
  'empty',
] as const;
export type TableFault = (typeof TABLE_FAULTS)[number];

/** Most bytes of a file. */
export const MOST_TABLE_BYTES = 20 * 1024 * 1024;
const starts = (bytes: Uint8Array, ...magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

/**
 * Reads a table out of a file: XLSX of any program, CSV or text in UTF-8, UTF-16 or GB18030 (which holds GBK).
 * Never throws, whatever the bytes; the libraries are loaded with the first file.
 * @example const read = await readTable(new Uint8Array(await file.arrayBuffer()));
 */
export async function readTable(bytes: Uint8Array): Promise<Result<readonly TableSheet[], TableFault>> {
  if (bytes.length > MOST_TABLE_BYTES) return err('too-large');
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return err('old-or-locked');
  const sheets = starts(bytes, 0x50, 0x4b) ? await readWorkbook(bytes) : await textSheet(bytes);
  if (!sheets.ok) return sheets;
  const filled = sheets.value.filter(({ rows }) =>
    rows.some((row) => row.some((cell) => cell.trim() !== '')),
  );
  return filled.length > 0 ? ok(filled) : err('empty');
}

async function textSheet(bytes: Uint8Array): Promise<Result<readonly TableSheet[], TableFault>> {
  const text = decoded(bytes);
  if (text === undefined) return err('unreadable');
  return ok([{ name: '', rows: await rowsOfText(text) }]);
}

/**
 * The text of a file: by its byte order mark, else UTF-8 where that fits without exception, else GB18030, which is
 * what Excel and WPS write in Chinese Windows. Undefined where there are bytes that no text has.
 * @example decoded(Uint8Array.of(0xd1, 0xa7)) // '学'
 */
export function decoded(bytes: Uint8Array): string | undefined {
  if (starts(bytes, 0xff, 0xfe)) return decodedAs('utf-16le', bytes);
  if (starts(bytes, 0xfe, 0xff)) return decodedAs('utf-16be', bytes);
  const text = decodedAs('utf-8', bytes) ?? decodedAs('gb18030', bytes);
  return text?.includes('\0') ? undefined : text;
}

function decodedAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Rows of a pasted or opened text: tabs as spreadsheets paste them, commas, semicolons, or spaces between number and
 * name.
 * @example await rowsOfText('2023001 张三') // [['2023001', '张三']]
 */
export async function rowsOfText(text: string): Promise<readonly (readonly string[])[]> {
  const { default: papa } = await import('papaparse');
  const plain = text.replace(/^\uFEFF/, '');
  const delimiter = markOf(plain);
  const rows = papa.parse<readonly string[]>(plain, { delimiter: delimiter ?? '\t' }).data;
  while (rows.at(-1)?.every((cell) => cell.trim() === '')) rows.pop();
  return delimiter === undefined ? bySpaces(rows.map(([line = '']) => line)) : rows;
}

/** What divides the columns, the surest first: people paste from tables, chats and word processors. */
const MARKS = ['\t', ',', ';', '|', '，', '；', '、'];
/** Lines that are looked at. */
const SAMPLE = 50;

/** The first of the marks that stands in most lines; undefined where none does. */
function markOf(text: string): string | undefined {
  const lines = text.split(/\r?\n/, SAMPLE).filter((line) => line.trim() !== '');
  return MARKS.find((mark) => lines.filter((line) => line.includes(mark)).length * 2 > lines.length);
}

function bySpaces(lines: readonly string[]): readonly (readonly string[])[] {
  const split = lines.map((line) => line.trim().split(/\s+/u));
  const widths = new Set(split.filter(([first]) => first !== '').map(({ length }) => length));
  // Names may hold spaces themselves: then only the first one divides.
  if (widths.size <= 1) return split;
  return lines.map((line) => {
    const [, first = '', rest = ''] = /^(\S*)\s*(.*)$/su.exec(line.trim()) ?? [];
    return rest === '' ? [first] : [first, rest];
  });
}

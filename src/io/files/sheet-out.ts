import type { Cell, Sheet } from '../../core/interop';

/**
 * Tables as an Excel workbook (Office Open XML) that Excel, WPS and LibreOffice open: every cell has its type, so text
 * is never taken for a formula or a number; headings stay in sight and stand on every printed page, A4 across. Packed in this thread: the libraries that write
 * workbooks start workers from addresses that the page's security policy forbids.
 * @param heads columns that stay in sight when scrolling sideways
 * @example saveFile({ name: '成绩.xlsx', content: await toXlsx(sheets, 2), type: XLSX })
 */
export async function toXlsx(sheets: readonly Sheet[], heads = 0): Promise<Uint8Array<ArrayBuffer>> {
  const { Zip, ZipDeflate } = await import('fflate');
  const packed: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((fault, part) => {
    if (fault) throw fault;
    packed.push(new Uint8Array(part));
  });
  const encoder = new TextEncoder();
  for (const [name, texts] of partsOf(sheets, heads)) {
    const file = new ZipDeflate(name);
    zip.add(file);
    for (const text of texts) {
      file.push(encoder.encode(text));
      await breath();
    }
    file.push(new Uint8Array(), true);
  }
  zip.end();
  return new Uint8Array(await new Blob(packed).arrayBuffer());
}

/** Lets the page paint and be used between two parts of a large table. */
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** The files of a workbook, each in pieces: a table of a large class would be a text of a hundred megabytes. */
function partsOf(
  sheets: readonly Sheet[],
  heads: number,
): readonly (readonly [name: string, texts: Iterable<string>])[] {
  const links = [
    ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
    ['styles', 'styles.xml'] as const,
  ];
  return [
    ['[Content_Types].xml', [contentTypes(sheets.length)]],
    ['_rels/.rels', [relations([['officeDocument', 'xl/workbook.xml']])]],
    ['xl/workbook.xml', [workbook(sheetNames(sheets))]],
    ['xl/_rels/workbook.xml.rels', [relations(links)]],
    ['xl/styles.xml', [STYLES]],
    ...sheets.map(
      (sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, worksheet(sheet, heads)] as const,
    ),
  ];
}

/** Media type of a workbook. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const LONGEST_SHEET_NAME = 31;
/** Most characters that Excel takes in a cell. */
const LONGEST_CELL = 32_767;
const WIDEST = 40;
/** Days from the spreadsheets' first day to 1970, and milliseconds of a day. */
const [EPOCH, DAY] = [25_569, 86_400_000];

/** Cell formats, by their place in STYLES. */
const [HEADING, TEXT, WHOLE, TENTHS, HUNDREDTHS, DATE, WRAPPED, HEADING_END] = [1, 2, 3, 4, 5, 6, 7, 8];
const PLAIN = 'fontId="0" fillId="0" borderId="0"';
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="0.0"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEEEEEA"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" ${PLAIN}/></cellStyleXfs><cellXfs count="9"><xf numFmtId="0" ${PLAIN} xfId="0"/><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>${[49, 1, 164, 2, 165].map((id) => `<xf numFmtId="${id}" ${PLAIN} xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>`).join('')}<xf numFmtId="49" ${PLAIN} xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment horizontal="right" vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`;

function contentTypes(sheets: number): string {
  const of = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const own = Array.from(
    { length: sheets },
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${of}.worksheet+xml"/>`,
  );
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${of}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${of}.styles+xml"/>${own.join('')}</Types>`;
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const rows = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${rows.join('')}</Relationships>`;
}

function workbook(names: readonly string[]): string {
  const rows = names.map(
    (name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const headings = names.map(
    (name, index) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${escaped(name.replaceAll("'", "''"))}'!$1:$1</definedName>`,
  );
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${rows.join('')}</sheets><definedNames>${headings.join('')}</definedNames></workbook>`;
}

/** Names as Excel allows them: at most 31 characters, none of `\ / ? * [ ] :`, each once whatever its case. */
function sheetNames(sheets: readonly Sheet[]): readonly string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }, index) => {
    const plain = name.replace(/[\\/?*[\]:]/g, ' ').replace(/^[' ]+|[' ]+$/g, '');
    const short = plain.slice(0, LONGEST_SHEET_NAME) || `Sheet${index + 1}`;
    const free = taken.has(short.toLowerCase())
      ? `${short.slice(0, LONGEST_SHEET_NAME - 4)} ${index + 1}`
      : short;
    taken.add(free.toLowerCase());
    return free;
  });
}

/** Rows that are written in one piece. */
const PIECE = 2_000;

function* worksheet({ head, rows }: Sheet, heads: number): Generator<string> {
  const widths = head.map((label, column) => widthOf(label, rows, column));
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const [side, corner] = heads > 0 ? [` xSplit="${heads}"`, 'bottomRight'] : ['', 'bottomLeft'];
  const pane = `<pane${side} ySplit="1" topLeftCell="${letters(heads)}2" activePane="${corner}" state="frozen"/>`;
  const titles = head.map((label, at) =>
    textCell(label, `${letters(at)}1`, isNumeric(rows, at) ? HEADING_END : HEADING),
  );
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData><row r="1">${titles.join('')}</row>`;
  for (let from = 0; from < rows.length; from += PIECE) {
    const lines = rows.slice(from, from + PIECE).map((row, at) => lineOf(row, from + at + 2));
    yield lines.join('');
  }
  // Numbers of students are text on purpose: no warning triangles.
  const all = `A1:${letters(Math.max(0, head.length - 1))}${rows.length + 1}`;
  yield `</sheetData><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter><ignoredErrors><ignoredError sqref="${all}" numberStoredAsText="1"/></ignoredErrors></worksheet>`;
}

function lineOf(row: readonly Cell[], line: number): string {
  const lines = Math.max(1, ...row.map((cell) => (cell.kind === 'text' ? linesOf(cell.text) : 1)));
  const height = lines > 1 ? ` ht="${Math.min(TALLEST, lines * LINE)}" customHeight="1"` : '';
  return `<row r="${line}"${height}>${row.map((cell, at) => cellOf(cell, `${letters(at)}${line}`)).join('')}</row>`;
}

function cellOf(cell: Cell, place: string): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'text':
      return textCell(cell.text, place, isLong(cell.text) ? WRAPPED : TEXT);
    case 'number':
      return `<c r="${place}" s="${[WHOLE, TENTHS][cell.decimals] ?? HUNDREDTHS}"><v>${cell.value}</v></c>`;
    case 'date':
      return `<c r="${place}" s="${DATE}"><v>${serial(cell.at)}</v></c>`;
  }
}

function textCell(text: string, place: string, style: number | undefined): string {
  const words = escaped(text.slice(0, LONGEST_CELL));
  return `<c r="${place}" s="${style ?? 0}" t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`;
}

/** Wraps: it has lines of its own, or more than the widest column shows. */
function isLong(text: string): boolean {
  return linesOf(text) > 1;
}

/** Height of a line, and the greatest that a row may have, in points. */
const [LINE, TALLEST] = [15, 405];

/** Not every program works out for itself how high a row must be. */
function linesOf(text: string): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(places(line) / WIDEST)), 0);
}

/** Whether a column holds numbers or times, which stand at its end. */
function isNumeric(rows: readonly (readonly Cell[])[], column: number): boolean {
  const first = rows.find((row) => row[column]?.kind !== 'empty')?.[column];
  return first?.kind === 'number' || first?.kind === 'date';
}

/** Spreadsheets know no time zones: the hour that this device shows. */
function serial(at: number): number {
  return (at - new Date(at).getTimezoneOffset() * 60_000) / DAY + EPOCH;
}

/** `A`, `B` … `Z`, `AA` … of a column from 0. */
function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const KEPT = ['\t', '\n', '\r'];

/** What XML cannot carry goes; what Excel would take for one of its own escapes (`_x0041_`) is kept as written. */
function escaped(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\uFFFD')
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (mark) => (KEPT.includes(mark) ? mark : ''))
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (mark) => MARKUP[mark] ?? mark);
}

/** Wide enough for what is in the first rows; Chinese characters take two places. */
function widthOf(label: string, rows: readonly (readonly Cell[])[], column: number): number {
  const texts = rows.slice(0, 500).map((row) => {
    const cell = row[column];
    if (cell?.kind === 'text') return places(cell.text);
    return cell?.kind === 'date' ? 16 : 8;
  });
  return Math.min(WIDEST, Math.max(8, places(label), ...texts) + 2);
}

function places(text: string): number {
  return text.length + (text.match(/[\u2E80-\uFFFD]/g)?.length ?? 0);
}

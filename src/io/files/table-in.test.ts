import fc from 'fast-check';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { rosterFrom } from '../../core/course';
import { decoded, MOST_TABLE_BYTES, readTable, rowsOfText } from './table-in';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function rowsIn(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const read = await readTable(bytes);
  if (!read.ok) throw new Error(read.error);
  return read.value[0]?.rows ?? [];
}

/** 学号,姓名 / 2023001,张三 in GBK, as Excel in Chinese Windows saves it. */
const GBK = Uint8Array.from([
  0xd1, 0xa7, 0xba, 0xc5, 0x2c, 0xd0, 0xd5, 0xc3, 0xfb, 0x0d, 0x0a, 0x32, 0x30, 0x32, 0x33, 0x30, 0x30, 0x31,
  0x2c, 0xd5, 0xc5, 0xc8, 0xfd, 0x0d, 0x0a,
]);
const TABLE = [
  ['学号', '姓名'],
  ['2023001', '张三'],
];

const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>';
const RELS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>';
const BOOK =
  '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>';
const LINKS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>';
const STYLES =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>';
const sheet = (data: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData></worksheet>`;

/** A workbook put together by hand, as one program or another writes it. */
function book(data: string, more: Zippable = {}): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8(TYPES),
    '_rels/.rels': strToU8(RELS),
    'xl/workbook.xml': strToU8(BOOK),
    'xl/_rels/workbook.xml.rels': strToU8(LINKS),
    'xl/styles.xml': strToU8(STYLES),
    'xl/worksheets/sheet1.xml': strToU8(sheet(data)),
    ...more,
  });
}

describe('text', () => {
  it('is read in UTF-8 with and without a mark, in UTF-16 and in GBK', async () => {
    expect(await rowsIn(utf8('学号,姓名\r\n2023001,张三\r\n'))).toEqual(TABLE);
    expect(await rowsIn(utf8('\uFEFF学号,姓名\n2023001,张三'))).toEqual(TABLE);
    expect(await rowsIn(GBK)).toEqual(TABLE);
    const wide = new Uint8Array(Buffer.from('\uFEFF学号\t姓名\r\n2023001\t张三', 'utf16le'));
    expect(await rowsIn(wide)).toEqual(TABLE);
    expect(decoded(Uint8Array.of(0x00, 0x01))).toBeUndefined();
  });

  it('is divided by tabs, commas, semicolons, Chinese marks or spaces', async () => {
    for (const mark of ['\t', ',', ';', '，', '、', ' ', '   '])
      expect(await rowsOfText(`学号${mark}姓名\n2023001${mark}张三\n`), mark).toEqual(TABLE);
    const names = await rowsOfText('2023001 Anna Maria Li\n2023002 Bo');
    expect(names).toEqual([
      ['2023001', 'Anna Maria Li'],
      ['2023002', 'Bo'],
    ]);
    expect(await rowsOfText('1,"Li, Anna"\n2,"Bo ""B"""')).toEqual([
      ['1', 'Li, Anna'],
      ['2', 'Bo "B"'],
    ]);
  });
});

describe('a workbook', () => {
  it('of a library gives numbers of students whole, dates as days, and empty cells empty', async () => {
    const head = ['学号', '姓名', '入学'].map((value) => ({ value, type: String }));
    const made = writeXlsxFile([
      head,
      [
        { value: 202301010001, type: Number },
        { value: '张三', type: String },
        { value: new Date(Date.UTC(2023, 8, 1)), type: Date, format: 'yyyy-mm-dd' },
      ],
      [{ value: '007', type: String }, null, null],
    ]);
    const rows = await rowsIn(new Uint8Array(await made.toBuffer()));
    expect(rows[1]).toEqual(['202301010001', '张三', '2023-09-01']);
    expect(rows[2]).toEqual(['007', '', '']);
  });

  it('with inline strings, as LibreOffice and exports of teaching systems have them', async () => {
    const cell = (at: string, text: string): string =>
      `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const rows = `<row r="1">${cell('A1', '学号')}${cell('B1', '姓名')}</row><row r="2">${cell('A2', '2023001')}${cell('B2', '张三')}</row>`;
    expect(await rowsIn(book(rows))).toEqual(TABLE);
  });

  it('with shared and rich strings, exponents, dates and a skipped row, as WPS and Excel have them', async () => {
    const strings =
      '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>学号</t></si><si><r><t>姓</t></r><r><t>名</t></r></si><si><t xml:space="preserve"> 张三 </t></si></sst>';
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="3"><c r="A3"><v>2.02301010001E11</v></c><c r="B3" t="s"><v>2</v></c><c r="C3" s="1"><v>45170</v></c></row>';
    const read = await rowsIn(book(rows, { 'xl/sharedStrings.xml': strToU8(strings) }));
    expect(read.at(-1)?.map((cell) => cell.trim())).toEqual(['202301010001', '张三', '2023-09-01']);
    expect(rosterFrom(read).students.map(({ number, name }) => [number, name])).toEqual([
      ['202301010001', '张三'],
    ]);
  });

  it('keeps a number whose digits are gone as it is, so that it is noticed', async () => {
    const cells = '<c r="A1"><v>2.02301E17</v></c><c r="B1" t="inlineStr"><is><t>张三</t></is></c>';
    const [row] = await rowsIn(book(`<row r="1">${cells}</row>`));
    expect(row?.[0]).toBe('2.02301E17');
  });

  it('that unpacks into far more than a list needs is refused before it is unpacked', async () => {
    const bomb = book('', { 'xl/media/a.xml': new Uint8Array(120 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await readTable(bomb)).toEqual({ ok: false, error: 'bomb' });
    const many: Zippable = {};
    for (let index = 0; index < 2500; index += 1) many[`xl/f${String(index)}.xml`] = new Uint8Array();
    expect(await readTable(book('', many))).toEqual({ ok: false, error: 'bomb' });
  });

  it('of the old kind, behind a password, too large, empty or none at all is refused by its reason', async () => {
    const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
    expect(await readTable(old)).toEqual({ ok: false, error: 'old-or-locked' });
    expect(await readTable(new Uint8Array(MOST_TABLE_BYTES + 1))).toEqual({ ok: false, error: 'too-large' });
    expect(await readTable(utf8(' \n,,\n'))).toEqual({ ok: false, error: 'empty' });
    expect(await readTable(Uint8Array.of(0x50, 0x4b, 3, 4))).toEqual({ ok: false, error: 'unreadable' });
    expect(await readTable(zipSync({ 'a.txt': utf8('x') }))).toEqual({ ok: false, error: 'unreadable' });
  });
});

describe('any bytes', () => {
  it('never throw and never hang (seed 5)', async () => {
    const sound = book('<row r="1"><c r="A1"><v>1</v></c></row>');
    const property = fc.asyncProperty(
      fc.uint8Array({ maxLength: 400 }),
      fc.nat(sound.length),
      async (any, at) => {
        await readTable(any);
        await readTable(Uint8Array.from([0x50, 0x4b, 3, 4, ...any]));
        const spoilt = Uint8Array.from(sound);
        spoilt.set(any.subarray(0, sound.length - at), at);
        await readTable(spoilt);
        await readTable(sound.subarray(0, at));
      },
    );
    await fc.assert(property, { seed: 5, numRuns: 150 });
  });
});

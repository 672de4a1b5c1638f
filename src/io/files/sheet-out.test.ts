import readXlsxFile from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../core/interop';
import { toXlsx, XLSX } from './sheet-out';

const sheet: Sheet = {
  name: '成绩',
  head: ['学号', '姓名', '缺货 & 重点客户', '评语', '总评'],
  rows: [
    [
      { kind: 'text', text: '00120250001' },
      { kind: 'text', text: '张三' },
      { kind: 'number', value: 61.5, decimals: 2 },
      { kind: 'text', text: '=HYPERLINK("http://x","y")' },
      { kind: 'number', value: 100, decimals: 0 },
    ],
    [
      { kind: 'text', text: '3-1' },
      { kind: 'text', text: '<李> _x0041_\u0007\uD800' },
      { kind: 'empty' },
      { kind: 'text', text: '＋1\n第二行' },
      { kind: 'date', at: new Date(2026, 10, 22, 15, 30).getTime() },
    ],
  ],
};

async function read(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<readonly { sheet: string; data: unknown[][] }[]> {
  return await readXlsxFile(new Blob([bytes], { type: XLSX }));
}

it('is read by another program cell for cell: text as text, numbers as numbers, times as times', async () => {
  const [first] = await read(await toXlsx([sheet], 2));
  expect(first?.sheet).toBe('成绩');
  expect(first?.data[0]).toEqual(sheet.head);
  expect(first?.data[1]).toEqual(['00120250001', '张三', 61.5, '=HYPERLINK("http://x","y")', 100]);
  const [number, name, empty, words, when] = first?.data[2] ?? [];
  expect([number, empty, words]).toEqual(['3-1', null, '＋1\n第二行']);
  expect(name).toBe('<李> _x0041_\uFFFD');
  expect(when).toBeInstanceOf(Date);
});

it('holds no formula, whatever a student calls himself', async () => {
  const { unzipSync, strFromU8 } = await import('fflate');
  const files = unzipSync(await toXlsx([sheet]));
  for (const bytes of Object.values(files)) expect(strFromU8(bytes)).not.toMatch(/<f[ >]/);
});

it('gives sheets names that Excel allows, each once', async () => {
  const long = '第三周/作业：缺货与重点客户的应对、改期与沟通训练（第一次）';
  const sheets = [
    { ...sheet, name: long },
    { ...sheet, name: long },
    { ...sheet, name: '[]' },
  ];
  const names = (await read(await toXlsx(sheets))).map((one) => one.sheet);
  expect(new Set(names).size).toBe(3);
  for (const name of names) expect(name).toMatch(/^[^\\/?*[\]:]{1,31}$/);
});

describe('held against the standard, as strict programs do', () => {
  const ORDER = [
    'sheetPr',
    'sheetViews',
    'cols',
    'sheetData',
    'pageMargins',
    'pageSetup',
    'headerFooter',
    'ignoredErrors',
  ];

  async function partsOf(sheets: readonly Sheet[]): Promise<ReadonlyMap<string, string>> {
    const { unzipSync, strFromU8 } = await import('fflate');
    return new Map(
      Object.entries(unzipSync(await toXlsx(sheets, 2))).map(([name, part]) => [name, strFromU8(part)]),
    );
  }
  const all = (text: string, what: RegExp): readonly string[] =>
    [...text.matchAll(what)].map(([, one = '']) => one);

  it('every part has its media type and every relation leads to a part', async () => {
    const parts = await partsOf([sheet, { ...sheet, name: '明细' }]);
    const types = parts.get('[Content_Types].xml') ?? '';
    const named = all(types, /PartName="\/([^"]+)"/g);
    for (const name of named) expect(parts.has(name)).toBe(true);
    for (const name of parts.keys())
      expect(named.includes(name) || /(\.rels|Content_Types\].xml)$/.test(name)).toBe(true);
    const links = parts.get('xl/_rels/workbook.xml.rels') ?? '';
    for (const target of all(links, /Target="([^"]+)"/g)) expect(parts.has(`xl/${target}`)).toBe(true);
    const book = parts.get('xl/workbook.xml') ?? '';
    const ids = all(book, /r:id="([^"]+)"/g);
    expect(ids).toHaveLength(2);
    for (const id of ids) expect(links).toMatch(new RegExp(`Id="${id}" Type="[^"]+/worksheet"`));
    expect(new Set(all(links, /Id="([^"]+)"/g)).size).toBe(all(links, /Id="([^"]+)"/g).length);
  });

  it('elements of a sheet stand in their order, cells in theirs, and every style is there', async () => {
    const parts = await partsOf([sheet]);
    const xml = parts.get('xl/worksheets/sheet1.xml') ?? '';
    const top = all(
      xml.replace(
        /<(sheetViews|cols|sheetData|ignoredErrors|headerFooter|sheetPr)\b[\s\S]*?<\/\1>/g,
        '<$1/>',
      ),
      /<(\w+)[ /]/g,
    );
    expect(top.slice(top.indexOf('worksheet') + 1)).toEqual(ORDER);
    const styles = parts.get('xl/styles.xml') ?? '';
    const formats = /<cellXfs count="(\d+)">([\s\S]*)<\/cellXfs>/.exec(styles);
    expect(all(formats?.[2] ?? '', /<(xf) /g)).toHaveLength(Number(formats?.[1]));
    for (const [kind, one] of [
      ['numFmts', 'numFmt'],
      ['fonts', 'font'],
      ['fills', 'fill'],
      ['borders', 'border'],
    ] as const) {
      const [, count, inside = ''] =
        new RegExp(`<${kind} count="(\\d+)">([\\s\\S]*?)</${kind}>`).exec(styles) ?? [];
      expect(all(inside, new RegExp(`<(${one})[ />]`, 'g'))).toHaveLength(Number(count));
    }
    for (const style of all(xml, / s="(\d+)"/g)) expect(Number(style)).toBeLessThan(Number(formats?.[1]));
    const rows = [...xml.matchAll(/<row r="(\d+)"[^>]*>([\s\S]*?)<\/row>/g)];
    expect(rows.map(([, line]) => Number(line))).toEqual([1, 2, 3]);
    for (const [, line = '', cells = ''] of rows) {
      const places = all(cells, /<c r="([A-Z]+\d+)"/g);
      expect(places).toEqual([...places].sort());
      for (const place of places) expect(place.replace(/^[A-Z]+/, '')).toBe(line);
    }
  });
});

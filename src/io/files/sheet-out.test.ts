import readXlsxFile from 'read-excel-file/universal';
import { expect, it } from 'vitest';
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

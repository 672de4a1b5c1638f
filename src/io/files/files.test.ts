import { expect, it } from 'vitest';
import { present } from '../../core/base';
import { fileName, QR_ROOM, qrSymbol, readQr, type Pixels, type QrSymbol } from '.';

/** The symbol as a camera would give it: `scale` pixels a module, RGBA. */
function photographed({ size, path }: QrSymbol, scale = 4): Pixels {
  const width = size * scale;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x = '', y = '', length = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let dy = 0; dy < scale; dy++) {
      for (let dx = 0; dx < Number(length) * scale; dx++) {
        const at = ((Number(y) * scale + dy) * width + Number(x) * scale + dx) * 4;
        data.fill(0, at, at + 3);
      }
    }
  }
  return { width, height: width, data };
}

it.each([
  ['short', '7R1-AbC_9-z'],
  ['as long as a symbol for a phone is made', `7R1-${'Ab9_-zQ'.repeat(200)}`.slice(0, QR_ROOM)],
  ['as long as any symbol holds', 'x'.repeat(2953)],
  ['Chinese', '作业：缺货与重点客户'],
])('what is drawn is read again: %s', async (_, text) => {
  const symbol = present(await qrSymbol(text), 'symbol');
  expect(await readQr(photographed(symbol))).toBe(text);
});

it('draws the longest code for a phone with at most 105 modules a side, margin included', async () => {
  expect(present(await qrSymbol('a'.repeat(QR_ROOM)), 'symbol').size).toBeLessThanOrEqual(105);
});

it('makes no symbol of a text that is too long for one', async () => {
  expect(await qrSymbol('x'.repeat(2954))).toBeUndefined();
});

it('keeps four light modules around the symbol', async () => {
  const { size, path } = present(await qrSymbol('7R'), 'symbol');
  const spans = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((hit) => hit.slice(1).map(Number));
  expect(Math.min(...spans.flatMap(([x = 0, y = 0]) => [x, y]))).toBe(4);
  expect(Math.max(...spans.map(([x = 0, , length = 0]) => x + length))).toBe(size - 4);
});

it('finds nothing in a picture without a symbol', async () => {
  const blank = new Uint8ClampedArray(64 * 64 * 4).fill(255);
  expect(await readQr({ width: 64, height: 64, data: blank })).toBeUndefined();
});

it.each([
  [['第3周 作业', '2023/01', '王一'], '第3周 作业-2023_01-王一.json'],
  [['a:b*c?', ''], 'a_b_c_.json'],
  [['..', ' '], 'seven-rights.json'],
  [['\u202egpj', 'x\u0000y'], '_gpj-x_y.json'],
  [['长'.repeat(90)], `${'长'.repeat(60)}.json`],
])('names a file after %j', (parts, name) => {
  expect(fileName(parts, '.json')).toBe(name);
});

import { expect, it } from 'vitest';
import { present } from '../../core/base';
import { chanceOf, photographOf, type Shot } from '../../../tests/classroom/photographs';
import { qrSymbol, readQr } from '.';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const PICTURE = { width: 800, height: 600 };
/** Milliseconds: a busy machine reads as much as an idle one. */
const NO_HURRY = 60_000;

function textOf(length: number, seed: number): string {
  const chance = chanceOf(seed + 90);
  const letters = Array.from({ length }, () => LETTERS.charAt(Math.floor(chance() * LETTERS.length)));
  return `7R1-${letters.join('')}`.slice(0, length);
}

/** As people hold a telephone before a screen. */
function handheld(seed: number): Shot {
  const chance = chanceOf(seed);
  const within = (low: number, high: number): number => low + chance() * (high - low);
  return {
    ...PICTURE,
    fill: within(0.55, 0.7),
    turn: within(-25, 25),
    lean: [within(-20, 20), within(-20, 20)],
    blur: within(0, 1),
    noise: within(0, 12),
    glare: within(0, 0.4),
    shade: within(0, 0.4),
    moire: within(0, 0.2),
  };
}

async function read(length: number, shot: Shot, seed: number): Promise<'read' | 'missed' | 'wrong'> {
  const text = textOf(length, seed);
  const symbol = present(await qrSymbol(text), 'symbol');
  const found = await readQr(photographOf(symbol, shot, seed), NO_HURRY);
  if (found === undefined) return 'missed';
  return found === text ? 'read' : 'wrong';
}

it.each([
  ['turned', { turn: 30 }],
  ['leaning', { lean: [18, -12] }],
  ['blurred', { blur: 1.5 }],
  ['noisy', { noise: 30 }],
  ['under a lamp', { glare: 0.6, shade: 0.4 }],
  ['striped', { moire: 0.4 }],
  ['pale', { contrast: 0.3 }],
  ['light on dark', { inverted: true }],
] as const)('a symbol photographed %s is read', async (_, change) => {
  expect(await read(140, { ...PICTURE, fill: 0.65, ...change }, 3)).toBe('read');
});

it.each([
  [140, 7],
  [401, 7],
])(
  'of eight photographs by hand of a code of %i letters at least %i are read at one size, and none is read wrong',
  async (length, most) => {
    const seeds = Array.from({ length: 8 }, (_, index) => index + 1);
    const found = await Promise.all(seeds.map((seed) => read(length, handheld(seed), seed)));
    expect(found).not.toContain('wrong');
    expect(found.filter((one) => one === 'read').length).toBeGreaterThanOrEqual(most);
  },
);

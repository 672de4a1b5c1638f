import type { QrSymbol } from '../../src/io/files';

/** How a symbol on a telephone's screen is photographed. Angles in degrees; the rest is explained where it is used. */
export interface Shot {
  readonly width: number;
  readonly height: number;
  /** Side of the symbol, margin included, as a share of the shorter edge of the picture. */
  readonly fill: number;
  readonly turn?: number;
  /** The screen leans back, and to the side. */
  readonly lean?: readonly [back: number, side: number];
  /** Where its middle lies, as a share of the picture from the middle. */
  readonly shift?: readonly [x: number, y: number];
  /** Sigma in pixels. */
  readonly blur?: number;
  /** Standard deviation of 255. */
  readonly noise?: number;
  /** Brightness of a lamp mirrored in the screen, 0 … 1. */
  readonly glare?: number;
  /** How much darker one side of the picture is, 0 … 1. */
  readonly shade?: number;
  /** Strength of the stripes that two grids make, 0 … 1. */
  readonly moire?: number;
  /** Between white and black, 0 … 1. */
  readonly contrast?: number;
  readonly inverted?: boolean;
}

/** Pixels as a canvas gives them. */
export interface Photograph {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** A chance that is the same for the same seed. */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}

/**
 * A photograph of a telephone that shows a page with a symbol: dark bezel, table beneath, lines of text around it.
 * @example photographOf(symbol, { width: 800, height: 600, fill: 0.6, turn: 12, blur: 1 }, 7)
 */
export function photographOf(symbol: QrSymbol, shot: Shot, seed: number): Photograph {
  const { width, height } = shot;
  const chance = chanceOf(seed * 2_654_435_761);
  const light = new Float32Array(width * height);
  const dark = modulesOf(symbol);
  const at = placeOf(shot);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (const [dx, dy] of SAMPLES) sum += sceneAt(at(x + dx, y + dy), dark, shot);
      light[y * width + x] = sum / SAMPLES.length;
    }
  return developed(blurred(light, shot), shot, chance);
}

const SAMPLES = [
  [0.25, 0.25],
  [0.75, 0.25],
  [0.25, 0.75],
  [0.75, 0.75],
] as const;

interface Modules {
  readonly size: number;
  readonly rows: Uint8Array;
}

function modulesOf({ size, path }: QrSymbol): Modules {
  const rows = new Uint8Array(size * size);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    rows.fill(1, Number(y) * size + Number(x), Number(y) * size + Number(x) + Number(length));
  return { size, rows };
}

type Point = readonly [u: number, v: number];

/** From a pixel to the plane of the screen, on which the symbol is the square from −½ to ½. */
function placeOf({ width, height, fill, turn = 0, lean = [0, 0], shift = [0, 0] }: Shot) {
  const short = Math.min(width, height);
  const rad = (degrees: number): number => (degrees * Math.PI) / 180;
  const [ca, sa] = [Math.cos(rad(turn)), Math.sin(rad(turn))];
  const [cb, sb] = [Math.cos(rad(lean[0])), Math.sin(rad(lean[0]))];
  const [cc, sc] = [Math.cos(rad(lean[1])), Math.sin(rad(lean[1]))];
  // Columns of the rotation: where the screen's own axes point.
  const ex = [ca * cc, sa * cb + ca * sc * sb, sa * sb - ca * sc * cb];
  const ey = [-sa * cc, ca * cb - sa * sc * sb, ca * sb + sa * sc * cb];
  const ez = [sc, -cc * sb, cc * cb];
  const [FAR, FOCUS] = [2.6 / fill, 2.6];
  const [nx = 0, ny = 0, nz = 1] = ez;
  return (px: number, py: number): Point => {
    const x = (px - width / 2 - shift[0] * width) / short;
    const y = (py - height / 2 - shift[1] * height) / short;
    const t = (nz * FAR) / (nx * x + ny * y + nz * FOCUS);
    const point = [t * x, t * y, t * FOCUS - FAR];
    const along = (axis: readonly number[]): number =>
      axis.reduce((sum, part, index) => sum + part * (point[index] ?? 0), 0);
    return [along(ex), along(ey)];
  };
}

/** Light of a point of the screen's plane, 0 … 1. */
function sceneAt([u, v]: Point, dark: Modules, { inverted = false, contrast = 1 }: Shot): number {
  const [wide, high] = [Math.abs(u), Math.abs(v)];
  if (wide > 0.7 || high > 1.3) return 0.45 + 0.05 * Math.sin(u * 23 + Math.sin(v * 7) * 2);
  if (wide > 0.66 || high > 1.24) return 0.06;
  const value = onScreen(u, v, dark);
  return 0.5 + ((inverted ? 1 - value : value) - 0.5) * contrast;
}

function onScreen(u: number, v: number, { size, rows }: Modules): number {
  if (Math.abs(u) < 0.5 && Math.abs(v) < 0.5) {
    const [x, y] = [Math.floor((u + 0.5) * size), Math.floor((v + 0.5) * size)];
    return rows[y * size + x] === 1 ? 0.04 : 0.97;
  }
  // Lines of text above and below.
  const line = Math.floor(v * 14);
  const inLine = v * 14 - line > 0.35 && Math.abs(v) > 0.58 && Math.abs(u) < 0.55;
  const letter = Math.sin(u * 190 + line * 5) + Math.sin(u * 61 + line);
  return inLine && letter > 0.3 ? 0.25 : 0.97;
}

function blurred(light: Float32Array, { width, height, blur = 0 }: Shot): Float32Array {
  if (blur === 0) return light;
  const reach = Math.ceil(blur * 3);
  const weights = Array.from({ length: reach * 2 + 1 }, (_, at) =>
    Math.exp(-((at - reach) ** 2) / (2 * blur ** 2)),
  );
  const sum = weights.reduce((a, b) => a + b, 0);
  const pass = (from: Float32Array, { step, line, lines }: Walk): Float32Array => {
    const to = new Float32Array(from.length);
    const length = from.length / lines;
    for (let row = 0; row < lines; row += 1)
      for (let at = 0; at < length; at += 1) {
        let value = 0;
        for (let index = 0; index < weights.length; index += 1) {
          const near = Math.min(length - 1, Math.max(0, at + index - reach));
          value += (weights[index] ?? 0) * (from[row * line + near * step] ?? 0);
        }
        to[row * line + at * step] = value / sum;
      }
    return to;
  };
  const across = pass(light, { step: 1, line: width, lines: height });
  return pass(across, { step: width, line: 1, lines: width });
}

/** How the pixels of a row, or of a column, lie: from one to the next, from one row to the next, how many rows. */
interface Walk {
  readonly step: number;
  readonly line: number;
  readonly lines: number;
}

function developed(light: Float32Array, shot: Shot, chance: () => number): Photograph {
  const { width, height, noise = 0, glare = 0, shade = 0, moire = 0 } = shot;
  const data = new Uint8ClampedArray(width * height * 4);
  const [lampX, lampY, lampR] = [
    width * (0.35 + chance() * 0.3),
    height * (0.35 + chance() * 0.3),
    height * 0.22,
  ];
  const slant = chance() * Math.PI;
  const pitch = 3 + chance() * 5;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      let value = (light[at] ?? 0) * (1 - (shade * x) / width);
      const wave = Math.sin(((x * Math.cos(slant) + y * Math.sin(slant)) * 2 * Math.PI) / pitch);
      value *= 1 - moire * 0.5 * (1 + wave * Math.sin((x - y) / 37));
      value += glare * Math.exp(-((x - lampX) ** 2 + (y - lampY) ** 2) / (2 * lampR ** 2)) * (1 - value);
      const grain = noise === 0 ? 0 : (chance() + chance() + chance() - 1.5) * 2 * noise;
      const warm = value * 255 + grain;
      data[at * 4] = warm;
      data[at * 4 + 1] = warm * 0.98;
      data[at * 4 + 2] = warm * 0.93;
      data[at * 4 + 3] = 255;
    }
  return { width, height, data };
}

/** A QR symbol to be drawn: dark modules as an SVG path in a square of `size` units, margin included. */
export interface QrSymbol {
  readonly size: number;
  readonly path: string;
}

/** Pixels as a canvas gives them: four bytes each, red first. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray | Uint8Array;
}

/** Modules of light around the symbol that the standard asks for. */
const MARGIN = 4;
/** Longest text that is still read off a phone's screen with ease: about 100 modules a side. */
export const QR_ROOM = 850;
/** Milliseconds of further tries where the first one fails. */
const TRIES = 800;

/**
 * The symbol that carries a text; undefined where it would need more than the largest symbol holds (2,953 bytes).
 * The least error correction: larger modules are read from farther, and photographs of symbols with more correction
 * turned out no easier to read.
 * @example (await qrSymbol('7R1-AAAA'))?.size // 29
 */
export async function qrSymbol(text: string): Promise<QrSymbol | undefined> {
  const { encodeQR } = await import('qr');
  try {
    return drawn(encodeQR(text, 'raw', { ecc: 'low', border: MARGIN }));
  } catch {
    return undefined;
  }
}

function drawn(rows: readonly (readonly boolean[])[]): QrSymbol {
  const path = rows.flatMap((row, y) =>
    runsIn(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`),
  );
  return { size: rows.length, path: path.join('') };
}

/** Where dark modules begin in a row, and how many follow each other. */
function runsIn(row: readonly boolean[]): readonly (readonly [from: number, length: number])[] {
  const runs: [number, number][] = [];
  for (const [x, dark] of row.entries()) {
    const last = runs.at(-1);
    if (!dark) continue;
    if (last && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  }
  return runs;
}

/**
 * The text of the first QR symbol in a picture; undefined where there is none that can be read. What a symbol says is
 * checked by its own error correction: a wrong text does not come out.
 * @param timeLimit milliseconds that further tries may take
 * @example await readQr(context.getImageData(0, 0, 640, 480))
 */
export async function readQr(pixels: Pixels, timeLimit = TRIES): Promise<string | undefined> {
  const { decodeQR } = await import('qr/decode.js');
  try {
    return decodeQR(pixels, { effort: Infinity, timeLimit });
  } catch {
    return undefined;
  }
}

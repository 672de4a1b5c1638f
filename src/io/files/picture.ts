import type { Pixels } from './qr';
import { QrReader } from './qr-reader';

/** A picture of more bytes is not opened at all. */
export const LARGEST_PICTURE = 40_000_000;
/**
 * Longer edges at which a picture is searched, one after the other until its symbol is read. The first reads most; the
 * others were chosen by what further ones they read in photographs that are turned, leaning, blurred, noisy and
 * striped: a size at which one picture fails is often the size at which another succeeds.
 */
const EDGES = [1600, 2400, 1000, 1300, 2000, 3200, 700, 4096];
/** Milliseconds for one picture, and of these for one size. */
const [PICTURE, SIZE] = [4_000, 800];
/** Larger than this, a small picture only gets slower. */
const MOST_ENLARGED = 3;

/** Something that can be drawn, with its size in pixels. */
export interface Drawable {
  readonly source: CanvasImageSource;
  readonly width: number;
  readonly height: number;
}

/**
 * The text of the QR symbol in a picture file, as a photograph or a screenshot; undefined where the file is no
 * picture or has none in it that can be read.
 * @param reader kept by whoever has many pictures
 * @example await readQrFile(input.files[0])
 */
export async function readQrFile(file: Blob, reader?: QrReader): Promise<string | undefined> {
  if (file.size > LARGEST_PICTURE) return undefined;
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return undefined;
  const own = reader ?? new QrReader();
  try {
    return await searched({ source: picture, width: picture.width, height: picture.height }, own);
  } finally {
    picture.close();
    if (!reader) own.close();
  }
}

async function searched(picture: Drawable, reader: QrReader): Promise<string | undefined> {
  const until = performance.now() + PICTURE;
  const longer = Math.max(picture.width, picture.height);
  for (const edge of new Set(EDGES.map((one) => Math.min(one, longer * MOST_ENLARGED)))) {
    const left = until - performance.now();
    if (left <= 0) return undefined;
    const pixels = pixelsOf(picture, edge);
    const text = pixels && (await reader.read(pixels, Math.min(SIZE, left)));
    if (text !== undefined) return text;
  }
  return undefined;
}

/**
 * The pixels of a picture, brought to a longer edge. Undefined where the browser has no canvas to give.
 * @example pixelsOf({ source: video, width: 1280, height: 720 }, 1280)
 */
export function pixelsOf({ source, width, height }: Drawable, edge: number): Pixels | undefined {
  const scale = edge / Math.max(width, height, 1);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  context.imageSmoothingQuality = 'high';
  // What is transparent would otherwise count as black.
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

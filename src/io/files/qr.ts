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
/** Milliseconds that one picture may take; the camera brings another one, a file does not. */
const [FRAME_BUDGET, FILE_BUDGET] = [40, 3000];
/** Longer edge to which pictures are brought before they are searched. */
const LONGEST_EDGE = 1600;
/** A picture of more bytes is not opened at all. */
const LARGEST_FILE = 30_000_000;

/**
 * The symbol that carries a text; undefined where it would need more than the largest symbol holds (2,953 bytes).
 * The least error correction: a screen is clean, and larger modules are read from farther.
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
 * The text of the first QR symbol in a picture; undefined where there is none that can be read.
 * @param timeLimit milliseconds that further tries may take
 * @example await readQr(context.getImageData(0, 0, 640, 480))
 */
export async function readQr(pixels: Pixels, timeLimit = FILE_BUDGET): Promise<string | undefined> {
  const { decodeQR } = await import('qr/decode.js');
  try {
    return decodeQR(pixels, { timeLimit });
  } catch {
    return undefined;
  }
}

/**
 * The text of the QR symbol in a picture file, as a photograph or a screenshot; undefined where the file is no
 * picture or has none in it.
 * @example await readQrFile(input.files[0])
 */
export async function readQrFile(file: Blob): Promise<string | undefined> {
  if (file.size > LARGEST_FILE) return undefined;
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return undefined;
  const pixels = pixelsOf(picture, picture);
  picture.close();
  return pixels && (await readQr(pixels));
}

function pixelsOf(
  source: CanvasImageSource,
  { width, height }: { readonly width: number; readonly height: number },
): Pixels | undefined {
  const shrunk = Math.min(1, LONGEST_EDGE / Math.max(width, height, 1));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * shrunk));
  canvas.height = Math.max(1, Math.round(height * shrunk));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  // What is transparent would otherwise count as black.
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** Why there is no camera: the browser has none to give (or the page is not on https), or the person refused. */
export type CameraFault = 'no-camera' | 'camera-refused';

/** What a scan is told with. */
export interface Scan {
  readonly video: HTMLVideoElement;
  /** Called with each symbol that comes into view; again only after another one or none was seen. */
  readonly seen: (text: string) => void;
  readonly failed: (fault: CameraFault) => void;
}

/**
 * Shows the camera in a video element and reads QR symbols off it until stopped. Asks the person for leave first.
 * @example $effect(() => scanQr({ video, seen: (text) => take(text), failed: (fault) => (trouble = fault) }))
 */
export function scanQr({ video, seen, failed }: Scan): () => void {
  const job: { wanted: boolean; stream: MediaStream | undefined } = { wanted: true, stream: undefined };
  const stop = (): void => {
    job.wanted = false;
    for (const track of job.stream?.getTracks() ?? []) track.stop();
    video.srcObject = null;
  };
  openCamera().then(
    async (stream) => {
      job.stream = stream;
      if (!job.wanted) {
        stop();
        return;
      }
      video.srcObject = stream;
      await video.play();
      await watch(video, seen, () => job.wanted);
    },
    (error: unknown) => {
      if (job.wanted) failed(isRefusal(error) ? 'camera-refused' : 'no-camera');
    },
  );
  return stop;
}

async function openCamera(): Promise<MediaStream> {
  // Browsers leave `mediaDevices` out where the page does not come over https: that rejects, too.
  return await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment', width: { ideal: 1280 } },
  });
}

function isRefusal(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotAllowedError';
}

async function watch(video: HTMLVideoElement, seen: Scan['seen'], wanted: () => boolean): Promise<void> {
  let last: string | undefined;
  while (wanted()) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const size = { width: video.videoWidth, height: video.videoHeight };
    const pixels = size.width > 0 ? pixelsOf(video, size) : undefined;
    const text = pixels && (await readQr(pixels, FRAME_BUDGET));
    if (text !== undefined && text !== last && wanted()) seen(text);
    last = text;
  }
}

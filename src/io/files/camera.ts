import { pixelsOf } from './picture';
import { QrReader } from './qr-reader';

/**
 * Why there is no camera: the browser has none to give (or the page is not on https), the person refused, or another
 * program holds it or it was unplugged.
 */
export type CameraFault = 'no-camera' | 'camera-refused' | 'camera-busy';

/** What a scan is told with. */
export interface Scan {
  readonly video: HTMLVideoElement;
  /** Called once with each symbol that comes into view, however often it is seen again. */
  readonly seen: (text: string) => void;
  readonly failed: (fault: CameraFault) => void;
}

/** Longer edges of the frames, in turn: what one does not show the next may. */
const EDGES = [1600, 1000];
/** Milliseconds that one frame may take: the camera brings another one. */
const FRAME = 60;

/**
 * Shows the camera in a video element and reads QR symbols off it until stopped. Asks the person for leave first.
 * @returns ends it and lets the camera go
 * @example $effect(() => scanQr({ video, seen: (text) => take(text), failed: (fault) => (trouble = fault) }))
 */
export function scanQr({ video, seen, failed }: Scan): () => void {
  const watch = new Watch(video, seen, failed);
  void watch.run();
  return () => {
    watch.stop();
  };
}

class Watch {
  readonly #video: HTMLVideoElement;
  readonly #seen: Scan['seen'];
  readonly #failed: Scan['failed'];
  readonly #reader = new QrReader();
  readonly #told = new Set<string>();
  #stream: MediaStream | undefined;
  #wanted = true;

  constructor(video: HTMLVideoElement, seen: Scan['seen'], failed: Scan['failed']) {
    this.#video = video;
    this.#seen = seen;
    this.#failed = failed;
  }

  async run(): Promise<void> {
    try {
      this.#stream = await openCamera();
      if (!this.#wanted) {
        this.stop();
        return;
      }
      for (const track of this.#stream.getVideoTracks())
        track.addEventListener('ended', () => {
          this.#fail('camera-busy');
        });
      this.#video.srcObject = this.#stream;
      await this.#video.play();
      await this.#look();
    } catch (error) {
      this.#fail(faultOf(error));
    }
  }

  stop(): void {
    this.#wanted = false;
    this.#reader.close();
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#video.srcObject = null;
  }

  #fail(fault: CameraFault): void {
    if (!this.#wanted) return;
    this.stop();
    this.#failed(fault);
  }

  #tell(text: string): void {
    if (!this.#wanted || this.#told.has(text)) return;
    this.#told.add(text);
    this.#seen(text);
  }

  async #look(): Promise<void> {
    for (let frame = 0; this.#wanted; frame += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const { videoWidth: width, videoHeight: height } = this.#video;
      const edge = Math.min(EDGES[frame % EDGES.length] ?? 0, Math.max(width, height));
      const pixels = width > 0 ? pixelsOf({ source: this.#video, width, height }, edge) : undefined;
      const text = pixels && (await this.#reader.read(pixels, FRAME));
      if (text !== undefined) this.#tell(text);
    }
  }
}

async function openCamera(): Promise<MediaStream> {
  // Browsers leave `mediaDevices` out where the page does not come over https: that rejects, too.
  return await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment', width: { ideal: 1280 } },
  });
}

function faultOf(error: unknown): CameraFault {
  if (!(error instanceof DOMException)) return 'no-camera';
  if (error.name === 'NotAllowedError') return 'camera-refused';
  return error.name === 'NotReadableError' || error.name === 'AbortError' ? 'camera-busy' : 'no-camera';
}

import type { Going } from '../../io/teaching';

/** Times the screen is told of progress: more would only be flicker, and a screen reader would never be done. */
const TELLINGS = 100;

/** One piece of long work: how far it is, and the way to call it off. */
export class LongWork {
  running = $state(false);
  done = $state(0);
  of = $state(0);
  #stop = new AbortController();

  /**
   * Does the work while it is shown.
   * @example const made = await work.run((going) => teaching.backups.make(going));
   */
  async run<T>(act: (going: Going) => Promise<T>): Promise<T> {
    this.#stop = new AbortController();
    [this.done, this.of, this.running] = [0, 0, true];
    try {
      return await act({ step: (done, of) => this.#step(done, of), signal: this.#stop.signal });
    } finally {
      this.running = false;
    }
  }

  /** Calls it off, where the work can still be called off. */
  cancel(): void {
    this.#stop.abort();
  }

  #step(done: number, of: number): void {
    if (of === this.of && done < of && done >= this.done && done - this.done < of / TELLINGS) return;
    [this.done, this.of] = [done, of];
  }
}

import { err, ok, type Json, type Result } from '../../core/base';
import { headerWith, seal } from './chain';
import type { Copies } from './copies';
import { faultOf, StoreTrouble, type StoreFault } from './fault';
import type { AttemptHeader, StoredEvent } from './model';

/** The right to add to one attempt, held by one tab at a time. */
export type Session = {
  readonly attempt: string;
  /**
   * Adds an input. Resolves with success only when both copies are on disk: show the next scene then, not before.
   * After a refusal nothing has been added, and the same or another input may be tried. Calls are served in order.
   * @example const stored = await session.append({ act: 'own' })
   */
  append(input: Json): Promise<Result<StoredEvent, StoreFault>>;
  /** Marks the attempt as finished; nothing can be added afterwards. Finishing twice is the same as once. */
  finish(): Promise<Result<AttemptHeader, StoreFault>>;
  /** Gives the attempt back, after what is still being written. */
  close(): Promise<void>;
};

/** What a session is made of. */
export type SessionParts = {
  readonly header: AttemptHeader;
  readonly events: readonly StoredEvent[];
  readonly copies: Copies;
  /** The reason to refuse every write, if there is one. */
  refusal(): StoreFault | undefined;
  /** Told the number of the last event when both copies have it. */
  acknowledged(seq: number): void;
  /** Real time, milliseconds since 1970. */
  now(): number;
  /** Gives back the attempt. */
  released(): void;
};

/** Adds to one attempt, one event at a time. */
export class AttemptSession implements Session {
  readonly #parts: SessionParts;
  readonly #log: StoredEvent[];
  #header: AttemptHeader;
  #closed: Promise<void> | undefined;
  /** An event that one copy took and the other refused, and that could not be taken back yet. */
  #unsettled: StoredEvent | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#header = parts.header;
    this.#log = [...parts.events];
  }

  get attempt(): string {
    return this.#header.id;
  }

  get closing(): Promise<void> | undefined {
    return this.#closed;
  }

  append(input: Json): Promise<Result<StoredEvent, StoreFault>> {
    return this.#inTurn(() => this.#append(input));
  }

  finish(): Promise<Result<AttemptHeader, StoreFault>> {
    return this.#inTurn(async () => {
      if (this.#header.status === 'finished') return this.#header;
      await this.#settle();
      const header: AttemptHeader = { ...headerWith(this.#header, this.#log), status: 'finished' };
      await this.#parts.copies.hold(header, this.#log);
      this.#header = header;
      return header;
    });
  }

  close(): Promise<void> {
    this.#closed ??= this.#last.then(async () => {
      await this.#parts.copies.close();
      this.#parts.released();
    });
    return this.#closed;
  }

  async #append(input: Json): Promise<StoredEvent> {
    if (this.#header.status === 'finished') throw new StoreTrouble('unknown', 'the attempt is finished');
    await this.#settle();
    const event = seal(this.#header, this.#log, { wall: this.#parts.now(), input });
    const log = [...this.#log, event];
    const header = headerWith(this.#header, log);
    try {
      await this.#parts.copies.hold(header, log);
    } catch (error) {
      this.#unsettled = event;
      await this.#settle().catch(() => undefined);
      throw error;
    }
    this.#log.push(event);
    this.#header = header;
    this.#parts.acknowledged(event.seq);
    return event;
  }

  async #settle(): Promise<void> {
    if (!this.#unsettled) return;
    await this.#parts.copies.undo(this.#unsettled);
    this.#unsettled = undefined;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<Result<T, StoreFault>> {
    if (this.#closed) return Promise.resolve(err({ code: 'unknown', detail: 'the session is closed' }));
    const turn = this.#last.then(async (): Promise<Result<T, StoreFault>> => {
      const refusal = this.#parts.refusal();
      if (refusal) return err(refusal);
      try {
        return ok(await work());
      } catch (error) {
        return err(faultOf(error));
      }
    });
    // A bug thrown here reaches the caller; the queue goes on.
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

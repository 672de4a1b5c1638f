import type { Remarks } from '../../core/course';
import type { Store } from '../../io/db';
import { noteRead, remarksOn } from '../../io/remarks';
import {
  NOTHING_WRITTEN,
  readReflection,
  reflectionToJson,
  type Reflection,
  type SelfAssessment,
} from './reflection';

/** What the learner writes about one attempt, kept in the store as it is written. */
export class Journal {
  /** Undefined until the store has answered. */
  written = $state.raw<Reflection | undefined>();
  /** What an instructor has said about it; undefined where nothing. */
  remarks = $state.raw<Remarks | undefined>();
  /** How the last words are kept: being written, safe, or refused by the store. */
  kept = $state<'saving' | 'saved' | 'failed' | undefined>();
  readonly #id: string;
  #store: Store | undefined;
  #busy = false;
  #edits = 0;

  constructor(id: string) {
    this.#id = id;
  }

  /** Reads what was written before. */
  async open(store: Store): Promise<void> {
    this.#store = store;
    this.written = readReflection(await store.value({ kind: 'reflection', id: this.#id }));
    this.remarks = await remarksOn(store, this.#id);
    if (this.remarks) void noteRead(store, [this.#id]);
  }

  /** Whether the verdict may be shown. */
  get judged(): boolean {
    return this.written?.self !== undefined;
  }

  /** Hands in the learner's own view; afterwards it stays as it is. */
  handIn(self: SelfAssessment | 'skipped'): void {
    if (!this.judged) this.write({ self });
  }

  /** Changes some of it and stores the whole. */
  write(part: Partial<Reflection>): void {
    this.written = { ...(this.written ?? NOTHING_WRITTEN), ...part };
    this.#edits += 1;
    if (!this.#busy) void this.#keep();
  }

  /** One write at a time; what was typed meanwhile follows at once. */
  async #keep(): Promise<void> {
    this.#busy = true;
    this.kept = 'saving';
    let kept = 0;
    while (kept < this.#edits) {
      kept = this.#edits;
      const value = reflectionToJson(this.written ?? NOTHING_WRITTEN);
      const result = await this.#store?.putValue({ kind: 'reflection', id: this.#id }, value);
      this.kept = result?.ok === true ? 'saved' : 'failed';
    }
    this.#busy = false;
  }
}

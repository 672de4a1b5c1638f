import type { Store } from '../../io/db';

type NoteStore = Pick<Store, 'value' | 'putValue'>;

/** How long notes may be, in characters. */
export const LONGEST_NOTES = 4000;

/**
 * The learner's own notes about one attempt. They are kept beside its log, never in it: nothing that is scored
 * depends on them. What is typed shows at once and is kept as fast as the storage takes it.
 */
export class Notepad {
  #text = $state('');
  /** `unkept`: the storage refused, so they are gone with the page. */
  state = $state<'kept' | 'keeping' | 'unkept'>('kept');
  readonly #store: () => Promise<NoteStore | undefined>;
  #attempt: string | undefined;
  #touched = false;
  #dirty = false;

  constructor(store: () => Promise<NoteStore | undefined>) {
    this.#store = store;
  }

  get text(): string {
    return this.#text;
  }

  /** Takes up the notes of an attempt. What was typed meanwhile is not overwritten. */
  async open(attempt: string): Promise<void> {
    this.#attempt = attempt;
    const store = await this.#store();
    const value = await store?.value({ kind: 'notes', id: attempt });
    if (!this.#touched) this.#text = textOf(value);
  }

  /** Replaces the notes. */
  write(text: string): void {
    this.#touched = true;
    this.#text = text.slice(0, LONGEST_NOTES);
    this.#dirty = true;
    if (this.state !== 'keeping') void this.#keep();
  }

  /** One write at a time; whatever was typed meanwhile goes with the next. */
  async #keep(): Promise<void> {
    const id = this.#attempt;
    if (id === undefined) return;
    this.state = 'keeping';
    let kept = true;
    while (this.#dirty) {
      this.#dirty = false;
      const store = await this.#store();
      const done = await store?.putValue({ kind: 'notes', id }, { text: this.#text });
      kept = done?.ok === true;
    }
    this.state = kept ? 'kept' : 'unkept';
  }
}

function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('text' in value)) return '';
  return typeof value.text === 'string' ? value.text : '';
}

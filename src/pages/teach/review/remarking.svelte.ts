import type { Pin, Remarks, VerifiedHandin } from '../../../core/course';
import type { TeachFault, Teaching } from '../../../io/teaching';

/** What an instructor says about one result; kept while it is typed. */
export class Remarking {
  overall = $state('');
  saved = $state<'unchanged' | 'saving' | 'saved'>('unchanged');
  fault = $state.raw<TeachFault | undefined>();
  #result = $state.raw<VerifiedHandin | undefined>();
  #pins = $state.raw<ReadonlyMap<number, string>>(new Map());
  #teacher = '';
  #at = $state(0);
  readonly #teaching: Teaching;
  readonly #now: () => number;
  readonly #assignment: string;
  readonly #id: string;
  #queue: Promise<void> = Promise.resolve();

  /** What is said, ready to travel; undefined while nothing is. */
  readonly remarks: Remarks | undefined = $derived.by(() => this.#remarks());

  constructor(
    teaching: Teaching,
    of: { readonly assignment: string; readonly id: string },
    now: () => number,
  ) {
    this.#teaching = teaching;
    this.#assignment = of.assignment;
    this.#id = of.id;
    this.#now = now;
  }

  /** Reads what was said before, and who speaks; `teacher` where the workspace does not know. */
  async recall(teacher: string): Promise<void> {
    const [profile, remarks] = await Promise.all([
      this.#teaching.profile(),
      this.#teaching.remarks(this.#assignment),
    ]);
    this.#teacher = (profile.ok ? profile.value.teacher : '') || teacher;
    const known = remarks.ok ? remarks.value.find(({ handin }) => handin === this.#id) : undefined;
    if (!known) return;
    this.overall = known.overall;
    this.#at = known.at;
    this.#pins = new Map(known.pins.map(({ moment, text }) => [moment, text]));
  }

  /** Of which result is spoken; before that nothing is kept. */
  about(result: VerifiedHandin): void {
    this.#result = result;
  }

  /** What is pinned to a moment; empty where nothing is. */
  pinAt(moment: number): string {
    return this.#pins.get(moment) ?? '';
  }

  /** Pins a text to a moment; an empty one takes the pin away. */
  pin(moment: number, text: string): void {
    const pins = new Map(this.#pins);
    if (text.trim() === '') pins.delete(moment);
    else pins.set(moment, text);
    this.#pins = pins;
    this.#save();
  }

  /** Says something about the whole. */
  say(text: string): void {
    this.overall = text;
    this.#save();
  }

  /** Keeps what is said, after what is being kept already. */
  #save(): void {
    this.#at = this.#now();
    const remarks = this.#plain();
    if (!remarks) return;
    this.saved = 'saving';
    this.#queue = this.#queue.then(async () => {
      const kept = await this.#teaching.putRemarks(remarks);
      this.fault = kept.ok ? undefined : kept.error;
      this.saved = kept.ok ? 'saved' : 'unchanged';
    });
  }

  #remarks(): Remarks | undefined {
    const plain = this.#plain();
    return plain && (plain.overall !== '' || plain.pins.length > 0) ? plain : undefined;
  }

  #plain(): Remarks | undefined {
    if (!this.#result) return undefined;
    const { task, number } = this.#result;
    const pins = [...this.#pins].map(([moment, text]): Pin => ({ moment, text: text.trim() }));
    return {
      v: 1,
      assignment: this.#assignment,
      task,
      handin: this.#id,
      number,
      teacher: this.#teacher,
      overall: this.overall.trim(),
      pins: pins.sort((a, b) => a.moment - b.moment),
      at: this.#at,
    };
  }
}

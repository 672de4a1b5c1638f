import { LOCALES, type Locale } from '../../../core/base';
import { numberKey, type Pin, type Remarks, type VerifiedCase } from '../../../core/course';
import type { Costs, Graded } from '../../../core/debrief';
import { compileCase, instantiate, type CompiledCase, type Logic, type Texts } from '../../../core/scenario';
import { analyse } from '../../../io/analysis';
import { loadLogic, loadTexts } from '../../../io/content';
import { gradingOrder, openKept } from '../../../io/grading';
import type { HeldAssignment, TeachFault, Teaching } from '../../../io/teaching';
import type { View } from '../../../ui/review/debrief-model';

export type ReviewTrouble = 'gone' | 'unproved' | 'section';

/** One result being read by an instructor, and what is said about it. */
export class Reviewing {
  held = $state.raw<HeldAssignment | undefined>();
  result = $state.raw<VerifiedCase | undefined>();
  trouble = $state<ReviewTrouble | undefined>();
  fault = $state.raw<TeachFault | undefined>();
  /** Name on the class list, else as typed. */
  student = $state('');
  /** Results of the same task that were accepted, in the order of numbers: to go on to the next one. */
  siblings = $state.raw<readonly string[]>([]);
  overall = $state('');
  saved = $state<'unchanged' | 'saving' | 'saved'>('unchanged');
  #pins = $state.raw<ReadonlyMap<number, string>>(new Map());
  #teacher = '';
  #at = $state(0);
  #c = $state.raw<CompiledCase | undefined>();
  #texts = $state.raw<Partial<Record<Locale, Texts>>>({});
  #graded = $state.raw<Graded | undefined>();
  #costs = $state.raw<Costs | undefined>();
  readonly #teaching: Teaching;
  readonly #now: () => number;
  readonly #assignment: string;
  readonly id: string;
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
    this.id = of.id;
    this.#now = now;
  }

  /** The result in one language; undefined until it was played again. */
  view(locale: Locale): View | undefined {
    const [c, texts, graded] = [this.#c, this.#texts[locale], this.#graded];
    if (!c || !texts || !graded) return undefined;
    return {
      telling: { c, texts, locale },
      graded,
      costs: this.#costs,
      advice: undefined,
      repair: undefined,
    };
  }

  /** What is pinned to a moment; empty where nothing is. */
  pinAt(moment: number): string {
    return this.#pins.get(moment) ?? '';
  }

  /** Moments that something is pinned to. */
  get pinned(): readonly number[] {
    return [...this.#pins.keys()];
  }

  /** Pins a text to a moment; an empty one takes the pin away. */
  pin(moment: number, text: string): void {
    const pins = new Map(this.#pins);
    if (text.trim() === '') pins.delete(moment);
    else pins.set(moment, text);
    this.#pins = pins;
    this.save();
  }

  /** Keeps what is said, after what is being kept already. */
  save(): void {
    this.#at = this.#now();
    const remarks = this.#remarks() ?? this.#plain();
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
    if (!this.result) return undefined;
    const { task, number } = this.result;
    const pins = [...this.#pins].map(([moment, text]): Pin => ({ moment, text: text.trim() }));
    return {
      v: 1,
      assignment: this.#assignment,
      task,
      handin: this.id,
      number,
      teacher: this.#teacher,
      overall: this.overall.trim(),
      pins: pins.sort((a, b) => a.moment - b.moment),
      at: this.#at,
    };
  }

  /** Reads and plays the result. Returns the way to stop. */
  follow(): () => void {
    const job: Job = { wanted: true, stop: undefined };
    this.#follow(job).catch((error: unknown) => {
      console.error(error);
      if (job.wanted) this.trouble = 'unproved';
    });
    return () => {
      job.wanted = false;
      job.stop?.();
    };
  }

  async #follow(job: Job): Promise<void> {
    const held = await this.#teaching.assignment(this.#assignment);
    const original = held.ok ? await this.#teaching.original(this.#assignment, this.id) : held;
    if (!held.ok || !original.ok) {
      this.#refuse(held.ok ? original : held);
      return;
    }
    this.held = held.value;
    await this.#recall();
    const order = await gradingOrder(held.value.assignment, this.#teaching.pairs());
    const result = await openKept(order, original.value);
    if (result?.kind !== 'case') {
      this.trouble = result ? 'section' : 'unproved';
      return;
    }
    await this.#name(result, held.value);
    const logic = await loadLogic(result.scenarioId);
    const texts = await Promise.all(LOCALES.map((locale) => loadTexts(result.scenarioId, locale)));
    this.#texts = Object.fromEntries(LOCALES.map((locale, index) => [locale, texts[index]]));
    this.result = result;
    if (logic && job.wanted) this.#analyse(job, logic, result);
  }

  #refuse(read: { readonly ok: true } | { readonly ok: false; readonly error: TeachFault }): void {
    if (!read.ok && read.error.code !== 'not-found') this.fault = read.error;
    else this.trouble = 'gone';
  }

  async #recall(): Promise<void> {
    const [profile, remarks] = await Promise.all([
      this.#teaching.profile(),
      this.#teaching.remarks(this.#assignment),
    ]);
    this.#teacher = (profile.ok ? profile.value.teacher : '') || (this.held?.assignment.teacher ?? '');
    const known = remarks.ok ? remarks.value.find(({ handin }) => handin === this.id) : undefined;
    if (!known) return;
    this.overall = known.overall;
    this.#at = known.at;
    this.#pins = new Map(known.pins.map(({ moment, text }) => [moment, text]));
  }

  async #name(result: VerifiedCase, held: HeldAssignment): Promise<void> {
    const [roster, stored] = await Promise.all([
      this.#teaching.roster(held.classId),
      this.#teaching.handins(this.#assignment),
    ]);
    const students = roster.ok ? roster.value.students : [];
    const listed = students.find(({ number }) => numberKey(number) === result.number);
    this.student = listed?.name ?? result.student.name;
    this.siblings = (stored.ok ? stored.value : [])
      .filter(({ id, task }) => task === result.task && !id.startsWith('x-'))
      .sort((a, b) => (a.number < b.number ? -1 : 1))
      .map(({ id }) => id);
  }

  #analyse(job: Job, logic: Logic, { seed, log }: VerifiedCase): void {
    this.#c = compileCase(instantiate(logic, seed));
    job.stop = analyse({ logic, seed, log }, (report) => {
      if (report.kind === 'graded') this.#graded = report.graded;
      if (report.kind === 'costed') this.#costs = report.costs;
    });
  }
}

interface Job {
  wanted: boolean;
  stop: (() => void) | undefined;
}

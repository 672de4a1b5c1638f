import { numberKey, type VerifiedHandin } from '../../../core/course';
import { gradingOrder, openKept } from '../../../io/grading';
import type { HeldAssignment, TeachFault, Teaching } from '../../../io/teaching';
import { Remarking } from './remarking.svelte';

export type ReviewTrouble = 'gone' | 'unproved';

/** One result being read by an instructor, and what is said about it. */
export class Reviewing {
  held = $state.raw<HeldAssignment | undefined>();
  result = $state.raw<VerifiedHandin | undefined>();
  trouble = $state<ReviewTrouble | undefined>();
  fault = $state.raw<TeachFault | undefined>();
  /** Name on the class list, else as typed. */
  student = $state('');
  /** Results of the same task that were accepted, in the order of numbers: to go on to the next one. */
  siblings = $state.raw<readonly string[]>([]);
  readonly said: Remarking;
  readonly #teaching: Teaching;
  readonly #assignment: string;
  readonly id: string;

  constructor(
    teaching: Teaching,
    of: { readonly assignment: string; readonly id: string },
    now: () => number,
  ) {
    this.#teaching = teaching;
    this.#assignment = of.assignment;
    this.id = of.id;
    this.said = new Remarking(teaching, of, now);
  }

  /** Reads the result and proves it again. Never rejects. */
  async load(): Promise<void> {
    try {
      await this.#load();
    } catch (error) {
      console.error(error);
      this.trouble = 'unproved';
    }
  }

  async #load(): Promise<void> {
    const held = await this.#teaching.assignment(this.#assignment);
    const original = held.ok ? await this.#teaching.original(this.#assignment, this.id) : held;
    if (!held.ok || !original.ok) {
      this.#refuse(held.ok ? original : held);
      return;
    }
    const { assignment } = held.value;
    this.held = held.value;
    await this.said.recall(assignment.teacher);
    const order = await gradingOrder(assignment, this.#teaching.pairs());
    const result = await openKept(order, original.value);
    if (!result) {
      this.trouble = 'unproved';
      return;
    }
    await this.#name(result, held.value);
    this.said.about(result);
    this.result = result;
  }

  #refuse(read: { readonly ok: true } | { readonly ok: false; readonly error: TeachFault }): void {
    if (!read.ok && read.error.code !== 'not-found') this.fault = read.error;
    else this.trouble = 'gone';
  }

  async #name(result: VerifiedHandin, held: HeldAssignment): Promise<void> {
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
}

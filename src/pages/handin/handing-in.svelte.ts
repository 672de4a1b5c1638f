import type { Result } from '../../core/base';
import { handinId, lateBy, type Handin, type HandinRefusal } from '../../core/course';
import { keepTie, rememberPerson, type ClassroomStore, type HandedIn, type Person } from '../../io/classroom';
import type { Services } from '../../io/services';
import { outgoing, refusalOf, type Outgoing } from './outgoing';
import type { Piece, Trouble } from './result';

/** What a page hands in: an attempt, or a section of an assignment. */
export type Source = (store: Awaited<ReturnType<Services['store']>>) => Promise<Result<Piece, Trouble>>;

/** One result on its way to the teacher. */
export class HandingIn {
  piece = $state.raw<Piece | undefined>();
  trouble = $state<Trouble | undefined>();
  student = $state.raw<Person | undefined>();
  /** Whether the notes go along. */
  withNotes = $state(true);
  out = $state.raw<Outgoing | undefined>();
  handedIn = $state.raw<HandedIn | undefined>();
  /** That it was handed in could not be stored. */
  unsaved = $state(false);
  readonly #services: Services;
  #store: ClassroomStore | undefined;

  constructor(services: Services) {
    this.#services = services;
  }

  /** The notes as they would go along; empty where nothing was written. */
  notes(questions: readonly string[]): string {
    const parts = this.piece?.notes ?? [];
    return parts.flatMap((text, index) => (text ? [`${questions[index] ?? ''}\n${text}`] : [])).join('\n\n');
  }

  /** Finds the piece of work. */
  async load(source: Source): Promise<void> {
    try {
      const store = await this.#services.store();
      this.#store = store;
      const piece = await source(store);
      if (!piece.ok) {
        this.trouble = piece.error;
        return;
      }
      this.handedIn = piece.value.tie?.handedIn;
      this.student = piece.value.student;
      this.piece = piece.value;
    } catch (error) {
      console.error(error);
      this.trouble = 'storage';
    }
  }

  /** Says whose it is, where nobody assigned it. */
  async sign(person: Person): Promise<void> {
    this.student = person;
    if (this.#store) await rememberPerson(this.#store, person);
  }

  /** The result as the teacher will read it; undefined until it is known whose it is. */
  handin(notes: string): Handin | undefined {
    const { piece, student } = this;
    if (!piece || !student) return undefined;
    const { number, name } = student;
    return { ...piece.handin, student: { number, name }, reflection: this.withNotes ? notes : '' };
  }

  /** What the teacher's side will say of it: undefined where it takes it. */
  refusal(handin: Handin): HandinRefusal | undefined {
    return this.piece && refusalOf(this.piece, handin);
  }

  /** Makes code, file and symbol. */
  async pack(handin: Handin, name: readonly string[]): Promise<void> {
    const { piece } = this;
    if (!piece) return;
    const out = await outgoing(piece, handin, name);
    // Whatever changed meanwhile has its own call on the way.
    if (this.piece === piece && this.student?.number === handin.student.number) this.out = out;
  }

  /** Notes that it was handed in, or takes that back. */
  async note(handin: Handin, done: boolean): Promise<void> {
    const { piece } = this;
    if (!piece || (done && this.handedIn)) return;
    const due = piece.assignment?.due ?? null;
    const late = lateBy(handin.finishedAt, due) > 0;
    this.handedIn = done ? { id: handinId(handin), at: this.#services.now(), late } : undefined;
    const { assignment, task, student } = handin;
    const tie = { assignment, task, student, handedIn: this.handedIn };
    const kept = this.#store && (await keepTie(this.#store, piece.id, tie));
    this.unsaved = kept?.ok !== true;
  }
}

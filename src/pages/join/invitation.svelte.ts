import type { Result } from '../../core/base';
import type { Assignment } from '../../core/course';
import { assignmentFromLink, readFile } from '../../core/interop';
import {
  changesIn,
  personHere,
  readWork,
  rememberPerson,
  takenHere,
  takerOf,
  takeUp,
  type ClassroomStore,
  type Person,
  type Taken,
  type Taker,
  type Work,
} from '../../io/classroom';
import type { Services } from '../../io/services';
import { readPasted } from '../../ui/classroom/pasted';

/** Why what was opened is no assignment. */
export type Broken = 'truncated' | 'damaged' | 'newer' | 'none' | 'file' | 'large';

/** Files of assignments are a few kilobytes; what is far larger is not read at all. */
const LARGEST = 1_000_000;

/** An assignment that somebody has been sent, and what this device knows of it. */
export class Invitation {
  assignment = $state.raw<Assignment | undefined>();
  broken = $state<Broken | undefined>();
  /** Who sits here; undefined until the storage has answered, or where nobody has said so. */
  person = $state.raw<Person | undefined>();
  /** The storage has answered, or has refused to. */
  ready = $state(false);
  /** It could not be stored. */
  unsaved = $state(false);
  /** The newer form was put in place of the one that was taken up. */
  renewed = $state(false);
  /** What was done on this device; undefined until it has been read. */
  work = $state.raw<Work | undefined>();
  #taken = $state.raw<Taken | undefined>();
  readonly #services: Services;
  #store: ClassroomStore | undefined;

  /** The person who sits here, as one who has taken it up. */
  readonly taker: Taker | undefined = $derived(
    this.person && this.#taken ? takerOf(this.#taken.takers, this.person) : undefined,
  );
  /** What differs from the form that was taken up. */
  readonly changes: readonly (keyof Assignment)[] = $derived(
    this.assignment && this.#taken ? changesIn(this.#taken.assignment, this.assignment) : [],
  );

  constructor(services: Services) {
    this.#services = services;
  }

  /** Reads a link, or what is left of one, with whatever stands around it. */
  async openText(text: string): Promise<void> {
    const read = readPasted(text, { route: 'join', read: assignmentFromLink });
    if (read.ok) await this.#open(read.value);
    else this.broken = brokenBy(read.error);
  }

  /** Reads an assignment file. */
  async openFile(file: Blob): Promise<void> {
    if (file.size > LARGEST) {
      this.broken = 'large';
      return;
    }
    const bytes = await file.arrayBuffer().catch(() => undefined);
    const read = bytes && readFile(new Uint8Array(bytes));
    if (read?.ok === true && read.value.kind === 'assignment') await this.#open(read.value.assignment);
    else this.broken = read?.ok === false && read.error.code === 'newer' ? 'newer' : 'file';
  }

  /** Says who sits here, from now on and for every assignment. */
  async sitDown(person: Person): Promise<void> {
    this.person = person;
    await this.#keep((store) => rememberPerson(store, person));
  }

  /** Takes the assignment up for the person who sits here. */
  async take(person: Person): Promise<void> {
    await this.sitDown(person);
    await this.#file(person);
  }

  /** Works by the newer form from now on. */
  async renew(): Promise<void> {
    if (!this.taker) return;
    await this.#file(this.taker);
    this.renewed = !this.unsaved;
  }

  async #file(person: Person): Promise<void> {
    const { assignment } = this;
    if (!assignment) return;
    const taker = { ...person, takenAt: this.#services.now() };
    await this.#keep((store) => takeUp(store, assignment, taker));
    if (!this.#store) {
      this.#taken = { assignment, takers: [taker] };
      return;
    }
    this.#taken = await takenHere(this.#store, assignment.id);
    this.work = await readWork(this.#store);
  }

  async #open(assignment: Assignment): Promise<void> {
    this.broken = undefined;
    this.renewed = false;
    this.assignment = assignment;
    try {
      this.#store = await this.#services.store();
      this.person = await personHere(this.#store);
      this.#taken = await takenHere(this.#store, assignment.id);
      this.work = await readWork(this.#store);
    } catch (error) {
      console.error(error);
      this.unsaved = true;
    }
    this.ready = true;
  }

  async #keep(work: (store: ClassroomStore) => Promise<Result<void, unknown>>): Promise<void> {
    const kept = this.#store && (await work(this.#store));
    this.unsaved = kept?.ok !== true;
  }
}

function brokenBy(fault: string): Broken {
  if (fault === 'truncated' || fault === 'newer') return fault;
  return fault === 'not-a-code' ? 'none' : 'damaged';
}

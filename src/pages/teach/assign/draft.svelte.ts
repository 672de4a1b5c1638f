import {
  cleanTyped,
  idFrom,
  type Assignment,
  type CaseTask,
  type Roster,
  type Task,
} from '../../../core/course';
import { LONGEST } from '../../../core/interop';
import type { ScenarioCard } from '../../../io/content';
import type { HeldAssignment, TeachFault, Teaching } from '../../../io/teaching';
import { standing } from '../standing';

/** What an assignment begins with. */
const BLANK: Assignment = {
  v: 1,
  id: '',
  title: '',
  teacher: '',
  course: '',
  note: '',
  mode: 'assessed',
  hints: false,
  seeds: 'same',
  attempts: 'best',
  due: null,
  locale: null,
  tasks: [],
  key: null,
};
const WEIGHT = 10;
export const MOST_TASKS = 40;

/** An assignment while it is made or changed; saved by itself after every change that makes sense. */
export class Draft {
  readonly #teaching: Teaching;
  readonly #seed: () => number;
  #held: HeldAssignment | undefined;
  assignment = $state.raw<Assignment>(BLANK);
  roster = $state.raw<Roster | undefined>();
  given = $state.raw<Assignment | null>(null);
  fault = $state.raw<TeachFault | undefined>();
  ready = $state(false);

  constructor(teaching: Teaching, seed: () => number) {
    this.#teaching = teaching;
    this.#seed = seed;
  }

  get key(): string | null {
    return this.#teaching.publicKey();
  }

  /** How students' copy stands against this one. */
  get standing(): 'draft' | 'changed' | 'given' {
    return this.#held ? standing({ ...this.#held, assignment: this.assignment, given: this.given }) : 'draft';
  }

  /** Whether it can be given out. */
  get whole(): boolean {
    const { title, teacher, tasks } = this.assignment;
    return cleanTyped(title) !== '' && cleanTyped(teacher) !== '' && tasks.length > 0;
  }

  async load(id: string, classId: string, now: number): Promise<void> {
    const held = id === 'new' ? undefined : await this.#teaching.assignment(id);
    if (held && !held.ok) {
      this.fault = held.error;
      return;
    }
    const roster = await this.#teaching.roster(held?.value.classId ?? classId);
    const profile = await this.#teaching.profile();
    if (!roster.ok || !profile.ok) {
      this.fault = roster.ok ? undefined : roster.error;
      return;
    }
    this.roster = roster.value;
    this.#held = held?.value ?? this.#fresh(roster.value, profile.value.teacher, now);
    this.assignment = this.#held.assignment;
    this.given = this.#held.given;
    this.ready = true;
  }

  /** Changes something and saves. */
  async set(change: Partial<Assignment>): Promise<void> {
    this.assignment = { ...this.assignment, ...change };
    await this.#save();
  }

  toggleCase(card: ScenarioCard): Promise<void> {
    const chosen = this.assignment.tasks.find((task) => task.kind === 'case' && task.scenarioId === card.id);
    if (chosen) return this.drop(chosen);
    return this.#add({
      kind: 'case',
      id: this.#nextId(),
      scenarioId: card.id,
      scenarioHash: card.hash,
      seed: this.#seed(),
      weight: WEIGHT,
    });
  }

  toggleSection(section: string): Promise<void> {
    const chosen = this.assignment.tasks.find((task) => task.kind === 'section' && task.section === section);
    if (chosen) return this.drop(chosen);
    return this.#add({ kind: 'section', id: this.#nextId(), section, weight: WEIGHT });
  }

  drop(task: Task): Promise<void> {
    return this.set({ tasks: this.assignment.tasks.filter((each) => each !== task) });
  }

  weigh(task: Task, weight: number): Promise<void> {
    return this.#put(task, { ...task, weight });
  }

  redraw(task: CaseTask): Promise<void> {
    return this.#put(task, { ...task, seed: this.#seed() });
  }

  /** Remembers that students get it as it is now. */
  async giveOut(now: number): Promise<void> {
    if (!this.#held) return;
    this.given = this.assignment;
    this.#held = { ...this.#held, given: this.assignment, givenAt: now };
    await this.#save();
    await this.#teaching.putProfile({ teacher: this.assignment.teacher });
  }

  async remove(): Promise<boolean> {
    const removed = await this.#teaching.removeAssignment(this.assignment.id);
    this.fault = removed.ok ? undefined : removed.error;
    return removed.ok;
  }

  #fresh(roster: Roster, teacher: string, now: number): HeldAssignment {
    const id = idFrom(crypto.getRandomValues(new Uint8Array(10)));
    const assignment = { ...BLANK, id, teacher, course: roster.name.slice(0, LONGEST.person), key: this.key };
    return { assignment, classId: roster.id, createdAt: now, given: null, givenAt: null };
  }

  #nextId(): string {
    const used = new Set([...this.assignment.tasks, ...(this.given?.tasks ?? [])].map(({ id }) => id));
    for (let n = 1; ; n += 1) if (!used.has(`t${String(n)}`)) return `t${String(n)}`;
  }

  #add(task: Task): Promise<void> {
    if (this.assignment.tasks.length >= MOST_TASKS) return Promise.resolve();
    return this.set({ tasks: [...this.assignment.tasks, task] });
  }

  #put(before: Task, after: Task): Promise<void> {
    return this.set({ tasks: this.assignment.tasks.map((each) => (each === before ? after : each)) });
  }

  async #save(): Promise<void> {
    if (!this.#held) return;
    this.#held = { ...this.#held, assignment: this.assignment };
    // A title or a task is the first thing worth keeping: opening the page alone leaves nothing behind.
    if (this.assignment.title.trim() === '' && this.assignment.tasks.length === 0 && !this.given) return;
    const put = await this.#teaching.putAssignment(this.#held);
    this.fault = put.ok ? undefined : put.error;
  }
}

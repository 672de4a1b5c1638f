import { idFrom, numberKey, type Roster } from '../../../core/course';
import type { HeldAssignment, Notes, TeachFault, Teaching } from '../../../io/teaching';

/** An assignment as the list shows it. */
export interface AssignmentLine {
  readonly held: HeldAssignment;
  readonly roster: Roster | undefined;
  /** Students of the class who handed something in; undefined while it is being counted. */
  readonly handed: number | undefined;
}

/** What the workspace's page shows. */
export class Workspace {
  readonly #teaching: Teaching;
  classes = $state.raw<readonly Roster[]>([]);
  lines = $state.raw<readonly AssignmentLine[]>([]);
  notes = $state.raw<Notes | undefined>();
  fault = $state.raw<TeachFault | undefined>();
  ready = $state(false);

  constructor(teaching: Teaching) {
    this.#teaching = teaching;
  }

  /** Loads, and loads again after every change. Returns the way to stop. */
  follow(): () => void {
    void this.load();
    return this.#teaching.watch(() => void this.load());
  }

  async load(): Promise<void> {
    const [classes, held, notes] = await Promise.all([
      this.#teaching.classes(),
      this.#teaching.assignments(),
      this.#teaching.notes(),
    ]);
    this.fault = [classes, held, notes].find((each) => !each.ok)?.error;
    if (!classes.ok || !held.ok || !notes.ok) return;
    this.notes = notes.value;
    this.classes = classes.value.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const before = new Map(this.lines.map((line) => [line.held.assignment.id, line.handed]));
    this.lines = held.value
      .map((each) => ({
        held: each,
        roster: classes.value.find(({ id }) => id === each.classId),
        handed: before.get(each.assignment.id),
      }))
      .toSorted((a, b) => b.held.createdAt - a.held.createdAt);
    this.ready = true;
    await this.#count();
  }

  /** Assignments made for this class. */
  assignmentsOf(classId: string): number {
    return this.lines.filter(({ held }) => held.classId === classId).length;
  }

  /** Makes an empty class; answers with its id. */
  async addClass(name: string): Promise<string | undefined> {
    const id = idFrom(crypto.getRandomValues(new Uint8Array(10)));
    const made = await this.#teaching.putClass({ id, name, students: [] });
    this.fault = made.ok ? undefined : made.error;
    return made.ok ? id : undefined;
  }

  async setIdle(minutes: number): Promise<void> {
    const put = await this.#teaching.putNotes({ idle: minutes });
    this.fault = put.ok ? undefined : put.error;
    await this.load();
  }

  async #count(): Promise<void> {
    for (const { held, roster } of this.lines) {
      const { id } = held.assignment;
      const handins = await this.#teaching.handins(id);
      if (!handins.ok) return;
      const listed = new Set(roster?.students.map(({ number }) => numberKey(number)));
      const handed = new Set(
        handins.value.map(({ number }) => numberKey(number)).filter((n) => listed.has(n)),
      );
      this.lines = this.lines.map((line) =>
        line.held.assignment.id === id ? { ...line, handed: handed.size } : line,
      );
    }
  }
}

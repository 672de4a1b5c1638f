import {
  cleanTyped,
  numberKey,
  rosterFrom,
  type Roster,
  type RosterReading,
  type Student,
} from '../../../core/course';
import { readTable, rowsOfText, type TableFault, type TableSheet } from '../../../io/files';
import type { TeachFault, Teaching } from '../../../io/teaching';
import { merged, type Merged, type MergeMode } from './merge';

/** One class: who is in it, and a list on its way in. */
export class RosterDesk {
  readonly #teaching: Teaching;
  readonly #id: string;
  roster = $state.raw<Roster | undefined>();
  /** As it was before the last change, for undo. */
  former = $state.raw<Roster | undefined>();
  fault = $state.raw<TeachFault | undefined>();
  /** What was pasted or read, one row a line; the only source of what comes in. */
  text = $state('');
  reading = $state.raw<RosterReading | undefined>();
  rows = $state.raw<readonly (readonly string[])[]>([]);
  sheets = $state.raw<readonly TableSheet[]>([]);
  fileFault = $state<TableFault | undefined>();
  mode = $state<MergeMode>('add');
  /** The instructor wants the sound lines without those that have a problem. */
  without = $state(false);

  constructor(teaching: Teaching, id: string) {
    this.#teaching = teaching;
    this.#id = id;
  }

  /** What saving would do; undefined while there is nothing to save. */
  get outcome(): Merged | undefined {
    if (!this.roster || !this.reading || this.reading.students.length === 0) return undefined;
    return merged(this.roster.students, this.reading.students, this.mode);
  }

  get ready(): boolean {
    return this.outcome !== undefined && (this.reading?.problems.length === 0 || this.without);
  }

  async load(): Promise<void> {
    const found = await this.#teaching.roster(this.#id);
    this.fault = found.ok ? undefined : found.error;
    if (found.ok) this.roster = found.value;
  }

  async setText(text: string): Promise<void> {
    this.text = text;
    const rows = text.trim() === '' ? [] : await rowsOfText(text);
    if (this.text !== text) return;
    this.rows = rows;
    this.reading = rows.length > 0 ? rosterFrom(rows) : undefined;
  }

  async read(file: File): Promise<void> {
    const read = await readTable(new Uint8Array(await file.arrayBuffer()));
    this.fileFault = read.ok ? undefined : read.error;
    this.sheets = read.ok ? read.value : [];
    this.without = false;
    await this.choose(0);
  }

  /** Takes one sheet of the file that was read; its rows can then be corrected as text. */
  async choose(index: number): Promise<void> {
    const cell = (text: string): string => text.replace(/\s+/gu, ' ').trim();
    const rows = this.sheets[index]?.rows ?? [];
    await this.setText(rows.map((row) => row.map(cell).join('\t')).join('\n'));
  }

  /** Saves what came in, and forgets the text. */
  async save(): Promise<void> {
    const { roster, outcome } = this;
    if (!roster || !outcome || !this.ready) return;
    if (await this.#put({ ...roster, students: outcome.students })) await this.clear();
  }

  async clear(): Promise<void> {
    this.sheets = [];
    this.fileFault = undefined;
    this.without = false;
    await this.setText('');
  }

  /** Puts back the list as it was before the last change; undo undoes itself, too. */
  async undo(): Promise<void> {
    if (this.former) await this.#put(this.former);
  }

  async rename(name: string): Promise<void> {
    if (this.roster && cleanTyped(name) !== '') await this.#put({ ...this.roster, name: cleanTyped(name) });
  }

  /** Changes one student, or takes the student away. The number may change where no other has it. */
  async change(before: Student, after: Student | undefined): Promise<'taken' | undefined> {
    if (!this.roster) return undefined;
    const others = this.roster.students.filter((each) => each !== before);
    if (after && others.some(({ number }) => numberKey(number) === numberKey(after.number))) return 'taken';
    const students = this.roster.students.flatMap((each) => (each === before ? (after ?? []) : [each]));
    await this.#put({ ...this.roster, students });
    return undefined;
  }

  /** Takes the class away with all that hangs on it. */
  async remove(): Promise<boolean> {
    const removed = await this.#teaching.removeClass(this.#id);
    this.fault = removed.ok ? undefined : removed.error;
    return removed.ok;
  }

  async #put(next: Roster): Promise<boolean> {
    const put = await this.#teaching.putClass(next);
    this.fault = put.ok ? undefined : put.error;
    if (!put.ok) return false;
    this.former = this.roster;
    this.roster = next;
    return true;
  }
}

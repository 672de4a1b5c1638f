import { ok, type Result } from '../../../core/base';
import { numberKey, type MissingRule, type Override, type Roster } from '../../../core/course';
import type { Feedback, HeldAssignment, TeachFault, Teaching } from '../../../io/teaching';
import { entriesOf } from '../results';
import { bookOf, missingRuleOf, type BookRow, type Sheaf } from './book';

/** What is shown: one assignment, or all of a class. */
export type Scope = { readonly kind: 'assignment' | 'class'; readonly id: string };

/** Something done that can be taken back. */
export interface Done {
  readonly what: 'override' | 'removed' | 'feedback';
  readonly student: string;
  readonly undo: () => Promise<void>;
}

/** A gradebook: what is stored, made into rows, and what an instructor changes in it. */
export class Grades {
  sheaves = $state.raw<readonly Sheaf[] | undefined>();
  roster = $state.raw<Roster | undefined>();
  fault = $state.raw<TeachFault | undefined>();
  done = $state.raw<Done | undefined>();
  readonly #teaching: Teaching;
  readonly #scope: Scope;
  readonly #now: () => number;

  readonly rows: readonly BookRow[] = $derived.by(() =>
    this.sheaves ? bookOf(this.sheaves, this.roster?.students ?? []) : [],
  );
  /** The rule for what is missing; undefined where the assignments shown have different ones. */
  readonly missing: MissingRule | undefined = $derived.by(() => {
    const rules = new Set((this.sheaves ?? []).map(({ held }) => missingRuleOf(held)));
    return rules.size === 1 ? [...rules][0] : undefined;
  });

  constructor(teaching: Teaching, scope: Scope, now: () => number) {
    this.#teaching = teaching;
    this.#scope = scope;
    this.#now = now;
  }

  /** Reads the workspace and follows it. Returns the way to stop. */
  follow(): () => void {
    void this.load();
    return this.#teaching.watch(() => void this.load());
  }

  async load(): Promise<void> {
    const read = await this.#read();
    this.fault = read.ok ? undefined : read.error;
  }

  async #read(): Promise<Result<void, TeachFault>> {
    const held = await this.#assignments();
    if (!held.ok) return held;
    const classId = this.#scope.kind === 'class' ? this.#scope.id : (held.value[0]?.classId ?? '');
    const roster = await this.#teaching.roster(classId);
    if (!roster.ok && roster.error.code !== 'not-found') return roster;
    const students = roster.ok && roster.value.students.length > 0 ? roster.value.students : null;
    const sheaves: Sheaf[] = [];
    for (const one of held.value) {
      const { id } = one.assignment;
      const [stored, overrides, feedback] = await Promise.all([
        this.#teaching.handins(id),
        this.#teaching.overrides(id),
        this.#teaching.feedback(id),
      ]);
      if (!stored.ok) return stored;
      if (!overrides.ok) return overrides;
      if (!feedback.ok) return feedback;
      const entries = entriesOf(stored.value, { assignment: one.assignment, students });
      sheaves.push({ held: one, entries, overrides: overrides.value, feedback: feedback.value });
    }
    this.roster = roster.ok ? roster.value : undefined;
    this.sheaves = sheaves;
    return ok(undefined);
  }

  async #assignments(): Promise<Result<readonly HeldAssignment[], TeachFault>> {
    if (this.#scope.kind === 'assignment') {
      const held = await this.#teaching.assignment(this.#scope.id);
      return held.ok ? ok([held.value]) : held;
    }
    const all = await this.#teaching.assignments();
    if (!all.ok) return all;
    const own = all.value.filter(({ classId }) => classId === this.#scope.id);
    return ok([...own].sort((a, b) => a.createdAt - b.createdAt));
  }

  sheaf(assignment: string): Sheaf | undefined {
    return this.sheaves?.find(({ held }) => held.assignment.id === assignment);
  }

  /** Decides what is missing counts, in every assignment shown; kept with each. */
  async setMissing(missing: MissingRule): Promise<void> {
    for (const { held } of this.sheaves ?? []) {
      if (missingRuleOf(held) === missing) continue;
      if (!(await this.#kept(this.#teaching.putAssignment({ ...held, missing })))) return;
    }
  }

  feedbackOf(assignment: string, row: BookRow): string {
    const found = this.sheaf(assignment)?.feedback.find(({ number }) => numberKey(number) === row.key);
    return found?.text ?? '';
  }

  /** Puts a mark of the instructor's beside the machine's. */
  async override(
    of: { readonly assignment: string; readonly task: string; readonly row: BookRow },
    mark: Pick<Override, 'score' | 'reason'>,
  ): Promise<void> {
    const before = this.#overrideOf(of);
    const next = { number: of.row.student.number, task: of.task, ...mark, at: this.#now() };
    if (await this.#kept(this.#teaching.putOverride(of.assignment, next)))
      this.done = this.#doneWith('override', of, before);
  }

  /** Lets the machine's mark count again. */
  async takeBack(of: {
    readonly assignment: string;
    readonly task: string;
    readonly row: BookRow;
  }): Promise<void> {
    const before = this.#overrideOf(of);
    const place = { number: of.row.student.number, task: of.task };
    if (await this.#kept(this.#teaching.removeOverride(of.assignment, place)))
      this.done = this.#doneWith('removed', of, before);
  }

  /** What is said to one student about an assignment. */
  async say(assignment: string, row: BookRow, text: string): Promise<void> {
    const before = this.feedbackOf(assignment, row);
    if (text === before) return;
    const put = (words: string): Promise<boolean> =>
      this.#kept(this.#teaching.putFeedback(assignment, this.#feedback(row, words)));
    if (!(await put(text))) return;
    const undo = async (): Promise<void> => {
      await put(before);
      this.done = undefined;
    };
    this.done = { what: 'feedback', student: row.student.name, undo };
  }

  #feedback(row: BookRow, text: string): Feedback {
    return { number: row.student.number, text, at: this.#now() };
  }

  #overrideOf(of: { readonly assignment: string; readonly task: string; readonly row: BookRow }) {
    return of.row.cells.get(`${of.assignment}/${of.task}`)?.override;
  }

  #doneWith(
    what: Done['what'],
    of: { readonly assignment: string; readonly task: string; readonly row: BookRow },
    before: Override | undefined,
  ): Done {
    const { number, name } = of.row.student;
    const undo = async (): Promise<void> => {
      await this.#kept(
        before
          ? this.#teaching.putOverride(of.assignment, before)
          : this.#teaching.removeOverride(of.assignment, { number, task: of.task }),
      );
      this.done = undefined;
    };
    return { what, student: name, undo };
  }

  async #kept(answer: Promise<Result<unknown, TeachFault>>): Promise<boolean> {
    const result = await answer;
    if (!result.ok) this.fault = result.error;
    else await this.load();
    return result.ok;
  }
}

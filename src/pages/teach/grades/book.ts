import {
  gradebookOf,
  numberKey,
  totalOf,
  type GradeCell,
  type MissingRule,
  type Override,
  type Student,
} from '../../../core/course';
import type { Feedback, HeldAssignment } from '../../../io/teaching';
import { sketchesOf, type Entry } from '../results';

/** Everything at hand about one assignment. */
export interface Sheaf {
  readonly held: HeldAssignment;
  readonly entries: readonly Entry[];
  readonly overrides: readonly Override[];
  readonly feedback: readonly Feedback[];
}

/** One student in a gradebook of one or more assignments. */
export interface BookRow {
  /** `numberKey` of the number. */
  readonly key: string;
  readonly student: Student;
  readonly listed: boolean;
  /** By {@link cellKey}. */
  readonly cells: ReadonlyMap<string, GradeCell>;
  /** Of each assignment, in basis points; undefined where nothing counts. */
  readonly totals: ReadonlyMap<string, number | undefined>;
  /** Of one assignment its total, of several the mean of their totals. */
  readonly total: number | undefined;
  readonly flagged: boolean;
}

/**
 * What a task that was not handed in counts in the total of an assignment.
 * @example missingRuleOf(sheaf.held) // 'zero'
 */
export function missingRuleOf({ missing }: HeldAssignment): MissingRule {
  return missing ?? 'zero';
}

/** Names a task of an assignment. */
export const cellKey = (assignment: string, task: string): string => `${assignment}/${task}`;

/**
 * Students × tasks over all assignments given, each under its own rule for what is missing. Of several assignments each
 * counts the same in the mean; one that leaves out what is missing, and of which nothing came, is left out.
 * @example bookOf([sheaf], roster.students)[0]?.total
 */
export function bookOf(sheaves: readonly Sheaf[], students: readonly Student[]): readonly BookRow[] {
  const drafts = new Map<string, Draft>();
  for (const { held, entries, overrides } of sheaves) {
    const { assignment } = held;
    const missing = missingRuleOf(held);
    const book = gradebookOf({ students, missing, assignment, overrides, results: sketchesOf(entries) });
    for (const { student, listed, cells, total } of book.rows) {
      const draft = draftOf(drafts, student, listed);
      draft.totals.set(assignment.id, total);
      for (const cell of cells) draft.cells.set(cellKey(assignment.id, cell.task), cell);
    }
  }
  const flagged = flaggedNumbers(sheaves);
  const weighted = (draft: Draft): number | undefined => {
    const own = sheaves.map(({ held }) => ({ held, score: draft.totals.get(held.assignment.id) }));
    if (own.every(({ score }) => score === undefined)) return undefined;
    const rule = (held: HeldAssignment) => (missingRuleOf(held) === 'zero' ? 0 : undefined);
    return totalOf(
      own.map(({ held, score }) => ({ weight: 1, score: score ?? rule(held) })),
      'skip',
    );
  };
  const rows = [...drafts].map(([key, draft]) => ({
    ...draft,
    key,
    total: weighted(draft),
    flagged: flagged.has(key),
  }));
  return [...rows.filter(({ listed }) => listed), ...rows.filter(({ listed }) => !listed)];
}

interface Draft {
  readonly student: Student;
  readonly listed: boolean;
  readonly cells: Map<string, GradeCell>;
  readonly totals: Map<string, number | undefined>;
}

function draftOf(drafts: Map<string, Draft>, student: Student, listed: boolean): Draft {
  const key = numberKey(student.number);
  const found = drafts.get(key);
  if (found) return found;
  const made: Draft = { student, listed, cells: new Map(), totals: new Map() };
  drafts.set(key, made);
  return made;
}

/** Lateness and missing names have marks of their own; what is left is worth a look. */
function flaggedNumbers(sheaves: readonly Sheaf[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { entries } of sheaves)
    for (const { flags, stored } of entries)
      if (flags.some(({ code }) => code !== 'late' && code !== 'not-on-roster'))
        found.add(numberKey(stored.number));
  return found;
}

export const STATES = ['all', 'missing', 'late', 'override', 'flagged', 'strangers'] as const;
export type RowState = (typeof STATES)[number];

/** What a gradebook is narrowed to; an empty group means all. */
export interface Narrowing {
  readonly text: string;
  readonly group: string;
  readonly state: RowState;
}

/**
 * The rows that fit.
 * @example narrowed(rows, { text: '张', group: '', state: 'late' })
 */
export function narrowed(rows: readonly BookRow[], by: Narrowing): readonly BookRow[] {
  const text = numberKey(by.text);
  return rows.filter(
    (row) =>
      (by.group === '' || row.student.group === by.group) &&
      (text === '' || says(row.student, text)) &&
      isIn(row, by.state),
  );
}

function says({ name, number, group }: Student, text: string): boolean {
  return [name, number, group].some((part) => numberKey(part).includes(text));
}

function isIn(row: BookRow, state: RowState): boolean {
  const some = (test: (cell: GradeCell) => boolean): boolean => [...row.cells.values()].some(test);
  switch (state) {
    case 'all':
      return true;
    case 'missing':
      return some(({ score }) => score === undefined);
    case 'late':
      return some(({ late }) => late > 0);
    case 'override':
      return some(({ override }) => override !== undefined);
    case 'flagged':
      return row.flagged;
    case 'strangers':
      return !row.listed;
  }
}

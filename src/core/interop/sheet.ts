import type { Gradebook, GradeRow, Task } from '../course';

/** One cell with its type, so that a number stays a number and a text is never a formula. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly decimals: number }
  /** Milliseconds since 1970. */
  | { readonly kind: 'date'; readonly at: number }
  | { readonly kind: 'empty' };

/** A table for a spreadsheet. */
export interface Sheet {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Headings, in the language of whoever exports. */
export interface SheetWords {
  /** Names of the two sheets. */
  readonly grades: string;
  readonly details: string;
  readonly number: string;
  readonly name: string;
  readonly group: string;
  readonly total: string;
  readonly task: string;
  readonly machine: string;
  readonly override: string;
  readonly reason: string;
  readonly attempts: string;
  /** Minutes late. */
  readonly late: string;
  /** What a task is called. */
  readonly named: (task: Task, index: number) => string;
}

const text = (words: string): Cell => (words === '' ? EMPTY : { kind: 'text', text: words });
const EMPTY: Cell = { kind: 'empty' };
const mark = (basis: number | undefined): Cell =>
  basis === undefined ? EMPTY : { kind: 'number', value: basis / 100, decimals: 2 };
const count = (value: number): Cell => ({ kind: 'number', value, decimals: 0 });
const MINUTE = 60_000;

/**
 * A gradebook as two tables: students × tasks with totals, and below each mark what it is made of: the machine's, the
 * instructor's with its reason, attempts, lateness. Marks are points of 100.
 * @example sheetsOf(gradebook, words)[0]?.rows.length
 */
export function sheetsOf(book: Gradebook, words: SheetWords): readonly Sheet[] {
  const names = book.assignment.tasks.map((task, index) => words.named(task, index));
  const grades: Sheet = {
    name: words.grades,
    head: [words.number, words.name, words.group, ...names, words.total],
    rows: book.rows.map((row) => [
      ...personOf(row),
      ...row.cells.map(({ score }) => mark(score)),
      mark(row.total),
    ]),
  };
  const { number, name, group, task, machine, override, reason, attempts, late } = words;
  const details: Sheet = {
    name: words.details,
    head: [number, name, group, task, machine, override, reason, attempts, late],
    rows: book.rows.flatMap((row) => detailsOf(row, names)),
  };
  return [grades, details];
}

function personOf({ student }: GradeRow): readonly Cell[] {
  return [text(student.number), text(student.name), text(student.group)];
}

function detailsOf(row: GradeRow, names: readonly string[]): readonly (readonly Cell[])[] {
  return row.cells.flatMap((cell, index) => {
    if (cell.attempts === 0 && cell.override === undefined) return [];
    const late = cell.late > 0 ? count(Math.ceil(cell.late / MINUTE)) : EMPTY;
    const { grade, override } = cell;
    const marks = [mark(grade?.score), mark(override?.score), text(override?.reason ?? '')];
    return [[...personOf(row), text(names[index] ?? ''), ...marks, count(cell.attempts), late]];
  });
}

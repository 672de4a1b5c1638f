import { cleanTyped, numberKey } from './ids';
import type { Student } from './model';
import { columnsOf, isNumberHeading, type RosterColumns } from './roster-columns';

/** What can be wrong with a row of a class list. */
export const ROSTER_PROBLEMS = [
  /** No row of headings, and the columns do not speak for themselves. Alone, on line 1. */
  'no-columns',
  /** More rows than a class list may have. Alone, on the first line too many. */
  'too-many',
  'missing-number',
  'missing-name',
  /** The number stood on line `first` already. */
  'duplicate',
  'too-long',
  /** A spreadsheet has turned the number into 2.02401E+11: its last digits are gone. */
  'spoiled-number',
  /** A number with spaces or marks that none has, or a name without a letter. */
  'odd-number',
  'odd-name',
  /** The headings once more, as printed lists carry them on every page. */
  'heading-again',
] as const;
export type RosterProblemCode = (typeof ROSTER_PROBLEMS)[number];

export interface RosterProblem {
  /** Row of the list, from 1. */
  readonly line: number;
  readonly code: RosterProblemCode;
  /** The cell that is meant; empty where there is none. */
  readonly text: string;
  /** Of a duplicate, the line of the first. */
  readonly first?: number;
}

/** What a list of names gives. */
export interface RosterReading {
  /** Students of the rows without a problem, in their order. */
  readonly students: readonly Student[];
  /** The earliest first. To import the others is the instructor's decision. */
  readonly problems: readonly RosterProblem[];
  /** Which columns were taken for what, from 0; undefined where none were found. */
  readonly columns: RosterColumns | undefined;
}

/** Most rows of a list. */
export const LONGEST_ROSTER = 20_000;
export const LONGEST_NUMBER = 40;
export const LONGEST_NAME = 60;
export const LONGEST_GROUP = 60;

/**
 * Reads a class list out of the rows of a table: pasted, CSV or a spreadsheet. Finds the headings 学号/姓名/班级 and
 * their kin among other columns, or does without where the rows are plain. Empty rows count as lines but are no
 * problem. Numbers and names come out as they are to be shown; numbers compare by {@link numberKey}.
 * @example rosterFrom([['学号', '姓名'], ['０１', ' 张三 ']]).students // [{ number: '01', name: '张三', group: '' }]
 */
export function rosterFrom(rows: readonly (readonly string[])[]): RosterReading {
  if (rows.length > LONGEST_ROSTER) return refused('too-many', LONGEST_ROSTER + 1);
  const found = columnsOf(rows);
  if (!found) return refused('no-columns', 1);
  const { columns, from } = found;
  const students: Student[] = [];
  const problems: RosterProblem[] = [];
  const lines = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    if (index < from || row.every((cell) => cleanTyped(cell) === '')) continue;
    const line = index + 1;
    const student = studentOf(row, columns);
    const first = lines.get(numberKey(student.number));
    const problem = problemOf(row, columns, student);
    if (problem) problems.push({ line, ...problem });
    else if (first !== undefined) problems.push({ line, code: 'duplicate', text: student.number, first });
    else {
      lines.set(numberKey(student.number), line);
      students.push(student);
    }
  }
  return { students, problems, columns };
}

function refused(code: RosterProblemCode, line: number): RosterReading {
  return { students: [], problems: [{ line, code, text: '' }], columns: undefined };
}

function studentOf(row: readonly string[], columns: RosterColumns): Student {
  const cell = (column: number | undefined): string =>
    column === undefined ? '' : cleanTyped(row[column] ?? '');
  return {
    number: plainNumber(cell(columns.number)),
    name: cell(columns.name).normalize('NFKC'),
    group: cell(columns.group),
  };
}

/** Full-width digits become plain ones, and the `.0` goes that a spreadsheet puts behind a whole number. */
function plainNumber(text: string): string {
  const plain = text.normalize('NFKC').replace(/^'/u, '').replace(/\s+/gu, '');
  return /^\d+\.0+$/.test(plain) ? plain.replace(/\.0+$/, '') : plain;
}

const SPOILED = /^[+-]?\d(?:[.,]\d+)?e\+?\d{1,3}$/i;
const NUMBER = /^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u;

function problemOf(
  row: readonly string[],
  columns: RosterColumns,
  student: Student,
): Omit<RosterProblem, 'line'> | undefined {
  const { number, name, group } = student;
  if (isNumberHeading(row[columns.number] ?? '')) return { code: 'heading-again', text: number };
  if (number === '') return { code: 'missing-number', text: name };
  if (SPOILED.test(number)) return { code: 'spoiled-number', text: number };
  if (name === '') return { code: 'missing-name', text: number };
  if (number.length > LONGEST_NUMBER) return { code: 'too-long', text: number };
  if (name.length > LONGEST_NAME) return { code: 'too-long', text: name };
  if (group.length > LONGEST_GROUP) return { code: 'too-long', text: group };
  if (!NUMBER.test(number)) return { code: 'odd-number', text: number };
  return /\p{L}/u.test(name) ? undefined : { code: 'odd-name', text: name };
}

import { gradeOf, totalOf, type Grade, type MissingRule } from './grade';
import { numberKey } from './ids';
import type { Assignment, Override, Student } from './model';

/** What the gradebook needs of a verified result; a `VerifiedHandin` is one. */
export interface GradedResult {
  readonly id: string;
  /** `numberKey` of the number typed. */
  readonly number: string;
  readonly student: { readonly number: string; readonly name: string };
  readonly task: string;
  readonly score: number;
  readonly startedAt: number;
  readonly finishedAt: number;
  readonly late: number;
}

/** One student at one task. */
export interface GradeCell {
  readonly task: string;
  /** The machine's, by the policy; undefined where nothing was handed in. */
  readonly grade: Grade | undefined;
  /** Results handed in. */
  readonly attempts: number;
  /** Milliseconds after the due date, of the latest result that makes the grade; 0 in time. */
  readonly late: number;
  /** The instructor's, which stands beside the machine's. */
  readonly override: Override | undefined;
  /** What counts: the override, else the grade. */
  readonly score: number | undefined;
}

export interface GradeRow {
  readonly student: Student;
  /** Whether the student is on the class list; the others come after it, by number. */
  readonly listed: boolean;
  /** One a task, in the order of the assignment. */
  readonly cells: readonly GradeCell[];
  /** Basis points; undefined where nothing counts. */
  readonly total: number | undefined;
}

export interface Gradebook {
  readonly assignment: Assignment;
  readonly rows: readonly GradeRow[];
}

/** What a gradebook is made of. */
export interface GradebookParts {
  readonly students: readonly Student[];
  readonly assignment: Assignment;
  readonly results: readonly GradedResult[];
  /** Of one student and task the latest counts. */
  readonly overrides: readonly Override[];
  readonly missing: MissingRule;
}

/**
 * Students × tasks: the policy applied, late ones told, overrides beside the machine's marks, totals by weight.
 * Results of numbers that are not on the list stand below it, so that none is lost.
 * @example gradebookOf({ students, assignment, results, overrides: [], missing: 'zero' }).rows[0]?.total
 */
export function gradebookOf(parts: GradebookParts): Gradebook {
  const { assignment, students } = parts;
  const results = groupBy(parts.results, ({ number, task }) => keyOf(number, task));
  const overrides = groupBy(parts.overrides, ({ number, task }) => keyOf(numberKey(number), task));
  const listed = new Set(students.map(({ number }) => numberKey(number)));
  const row = (student: Student): GradeRow => {
    const key = numberKey(student.number);
    const cells = assignment.tasks.map(({ id }) =>
      cellOf(id, assignment, {
        results: results.get(keyOf(key, id)) ?? [],
        overrides: overrides.get(keyOf(key, id)) ?? [],
      }),
    );
    const weighted = assignment.tasks.map(({ weight }, index) => ({ weight, score: cells[index]?.score }));
    return { student, listed: listed.has(key), cells, total: totalOf(weighted, parts.missing) };
  };
  return { assignment, rows: [...students, ...strangersOf(parts.results, listed)].map(row) };
}

const keyOf = (number: string, task: string): string => JSON.stringify([number, task]);

function groupBy<T>(list: readonly T[], key: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}

function strangersOf(results: readonly GradedResult[], listed: ReadonlySet<string>): readonly Student[] {
  const found = new Map<string, Student>();
  for (const { number, student } of results)
    if (!listed.has(number)) found.set(number, { number: student.number, name: student.name, group: '' });
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, student]) => student);
}

function cellOf(
  task: string,
  { attempts: policy }: Assignment,
  own: { readonly results: readonly GradedResult[]; readonly overrides: readonly Override[] },
): GradeCell {
  const grade = gradeOf(own.results, policy);
  const counted = own.results.filter(({ id }) => grade?.from.includes(id));
  const late = counted.reduce((most, result) => Math.max(most, result.late), 0);
  const override = own.overrides.reduce<Override | undefined>(
    (latest, one) => (latest && latest.at > one.at ? latest : one),
    undefined,
  );
  const score = override?.score ?? grade?.score;
  return { task, grade, attempts: own.results.length, late, override, score };
}

import { numberKey, type Assignment, type Student, type Task } from '../../../core/course';
import { isCounted, type Entry } from '../results';

export const FILTERS = ['all', 'accepted', 'refused', 'flagged'] as const;
export type Filter = (typeof FILTERS)[number];

/**
 * The entries that fit a filter and a text: part of a name, a number or a file's name.
 * @example listed(entries, { filter: 'refused', text: '张' })
 */
export function listed(
  entries: readonly Entry[],
  by: { readonly filter: Filter; readonly text: string },
): readonly Entry[] {
  const text = numberKey(by.text);
  return entries.filter((entry) => fits(entry, by.filter) && (text === '' || says(entry, text)));
}

function fits(entry: Entry, filter: Filter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'accepted':
      return isCounted(entry);
    case 'refused':
      return !isCounted(entry);
    case 'flagged':
      return entry.flags.length > 0;
  }
}

function says({ stored: { name, number, source } }: Entry, text: string): boolean {
  return [name, number, source].some((part) => numberKey(part).includes(text));
}

/** A student with tasks still to come. */
export interface Missing {
  readonly student: Student;
  readonly tasks: readonly Task[];
}

/**
 * Who on the class list has not handed in what. A result that was refused is not handed in.
 * @example missingOf(entries, { assignment, students }).length
 */
export function missingOf(
  entries: readonly Entry[],
  of: { readonly assignment: Assignment; readonly students: readonly Student[] },
): readonly Missing[] {
  const there = new Set(
    entries.filter(isCounted).map(({ verdict: { sketch } }) => JSON.stringify([sketch.number, sketch.task])),
  );
  return of.students.flatMap((student) => {
    const number = numberKey(student.number);
    const tasks = of.assignment.tasks.filter(({ id }) => !there.has(JSON.stringify([number, id])));
    return tasks.length === 0 ? [] : [{ student, tasks }];
  });
}

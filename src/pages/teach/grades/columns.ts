import type { Locale } from '../../../core/base';
import type { Assignment, GradeCell, Task } from '../../../core/course';
import { taskNames, type TaskLabel, type TaskName } from '../../../ui/classroom/labels';
import type { GridColumn } from '../../../ui/components/grid/grid';
import { formatScore } from '../../../ui/format';
import type { GradesWords } from '../../../ui/messages/teach-grades';
import { cellKey, type BookRow } from './book';

/** What columns are named and written with. */
export interface ColumnTerms {
  readonly words: GradesWords;
  readonly locale: Locale;
  readonly label: (task: Task) => TaskLabel;
}

/**
 * The columns of a gradebook: who, total, then the tasks of each assignment, with its total where there are several.
 * @example columnsOf([assignment], terms).map(({ id }) => id)
 */
export function columnsOf(
  assignments: readonly Assignment[],
  terms: ColumnTerms,
): readonly GridColumn<BookRow>[] {
  const { words, locale } = terms;
  const several = assignments.length > 1;
  const collator = new Intl.Collator(locale === 'en' ? 'en' : 'zh-Hans-CN', { numeric: true });
  const by = (read: (row: BookRow) => string) => (a: BookRow, b: BookRow) =>
    collator.compare(read(a), read(b));
  const person = [
    ['name', 7, (row: BookRow) => row.student.name],
    ['number', 8, (row: BookRow) => row.student.number],
    ['group', 6, (row: BookRow) => row.student.group],
  ] as const;
  return [
    ...person.map(([id, width, text]) => ({ id, label: words[id], width, text, compare: by(text) })),
    scoreColumn({ id: 'total', label: several ? words.mean : words.total }, terms, ({ total }) => total),
    ...assignments.flatMap((assignment) => [
      ...taskColumns(assignment, terms),
      ...(several ? [totalColumn(assignment, terms)] : []),
    ]),
  ];
}

function scoreColumn(
  named: Pick<GridColumn<BookRow>, 'id' | 'label' | 'title'>,
  { words, locale }: ColumnTerms,
  read: (row: BookRow) => number | undefined,
): GridColumn<BookRow> {
  return {
    ...named,
    width: 6,
    align: 'end',
    text: (row) => {
      const score = read(row);
      return score === undefined ? words.none : formatScore(score, locale);
    },
    compare: (a, b) => (read(a) ?? -1) - (read(b) ?? -1),
  };
}

function totalColumn({ id, title }: Assignment, terms: ColumnTerms): GridColumn<BookRow> {
  const named = { id: `${id}/`, label: terms.words.total, title: terms.words.totalOf(title) };
  return scoreColumn(named, terms, ({ totals }) => totals.get(id));
}

function taskColumns(assignment: Assignment, terms: ColumnTerms): readonly GridColumn<BookRow>[] {
  const names = taskNames(assignment, terms.label);
  return assignment.tasks.flatMap((task) => {
    const name = names.get(task.id);
    return name ? [taskColumn(cellKey(assignment.id, task.id), name, terms)] : [];
  });
}

function taskColumn(key: string, { short, long }: TaskName, terms: ColumnTerms): GridColumn<BookRow> {
  const named = { id: key, label: short, title: long };
  const column = scoreColumn(named, terms, ({ cells }) => cells.get(key)?.score);
  return { ...column, width: 7.5, drawn: ({ cells }) => isMarked(cells.get(key)) };
}

/** Cells that say more than their mark. */
function isMarked(cell: GradeCell | undefined): boolean {
  return cell !== undefined && (cell.late > 0 || cell.override !== undefined || cell.attempts > 1);
}

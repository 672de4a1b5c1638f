import { gradebookOf, numberKey, type Assignment, type Task } from '../../../core/course';
import { sheetsOf, type Cell, type Sheet } from '../../../core/interop';
import type { GridColumn } from '../../../ui/components/grid/grid';
import { sketchesOf } from '../results';
import { cellKey, missingRuleOf, type BookRow } from './book';
import { taskNames } from '../../../ui/classroom/labels';
import type { ColumnTerms } from './columns';
import type { Grades } from './grades.svelte';

const EMPTY: Cell = { kind: 'empty' };
const text = (words: string): Cell => (words === '' ? EMPTY : { kind: 'text', text: words });
const mark = (basis: number | undefined): Cell =>
  basis === undefined ? EMPTY : { kind: 'number', value: basis / 100, decimals: 2 };

/**
 * A gradebook as tables: first what the screen shows (all students, not only those filtered), then what there
 * is to say about single marks, then the feedback where there is any.
 * @example sheetsOfBook(grades, columns, terms)[0]?.head
 */
export function sheetsOfBook(
  grades: Pick<Grades, 'rows' | 'sheaves' | 'roster'>,
  columns: readonly GridColumn<BookRow>[],
  terms: ColumnTerms,
): readonly Sheet[] {
  const { words } = terms;
  const assignments = (grades.sheaves ?? []).map(({ held }) => held.assignment);
  // The number leads: it is what other systems match by.
  const order = ['number', 'name', 'group'];
  const rest = columns.filter(({ id }) => !order.includes(id));
  const sorted = [...order.flatMap((id) => columns.filter((column) => column.id === id)), ...rest];
  const overview: Sheet = {
    name: words.sheets.grades,
    head: sorted.map(({ label, title }) => title ?? label),
    rows: grades.rows.map((row) => sorted.map(({ id }) => cellOf(row, id, assignments))),
  };
  return [
    overview,
    ...detailSheets(grades, terms),
    ...feedbackSheet(grades, terms),
    rulesSheet(assignments, grades, terms),
  ];
}

function cellOf(row: BookRow, id: string, assignments: readonly Assignment[]): Cell {
  if (id === 'number' || id === 'name' || id === 'group') return text(row.student[id]);
  if (id === 'total') return mark(row.total);
  const sum = assignments.find((assignment) => id === cellKey(assignment.id, ''));
  return mark(sum ? row.totals.get(sum.id) : row.cells.get(id)?.score);
}

function detailSheets(
  { sheaves = [], roster }: Pick<Grades, 'sheaves' | 'roster'>,
  { words, label }: ColumnTerms,
): readonly Sheet[] {
  return sheaves.flatMap(({ held, entries, overrides }) => {
    const { assignment } = held;
    const missing = missingRuleOf(held);
    const results = sketchesOf(entries);
    const students = roster?.students ?? [];
    const book = gradebookOf({ students, assignment, results, overrides, missing });
    const name = sheaves.length > 1 ? assignment.title : words.sheets.details;
    const names = taskNames(assignment, label);
    const named = (task: Task): string => names.get(task.id)?.long ?? '';
    const { number, name: who, group, total, task } = words;
    const heads = { number, name: who, group, total, task, ...words.columns };
    const [, details] = sheetsOf(book, { ...heads, grades: words.sheets.grades, details: name, named });
    const rows = details?.rows.filter(saysMore) ?? [];
    return details && rows.length > 0 ? [{ ...details, rows }] : [];
  });
}

/** Marks that are not simply the machine's, of one attempt and in time: the others stand in the first table. */
function saysMore(row: readonly Cell[]): boolean {
  const [, , , , , override, , attempts, late] = row;
  const several = attempts?.kind === 'number' && attempts.value > 1;
  return several || override?.kind === 'number' || late?.kind === 'number';
}

function feedbackSheet(
  { sheaves = [], rows }: Pick<Grades, 'sheaves' | 'rows'>,
  { words }: ColumnTerms,
): readonly Sheet[] {
  const people = new Map(rows.map(({ key, student }) => [key, student]));
  const lines = sheaves.flatMap(({ held, feedback }) =>
    feedback.map(({ number, text: said }) => [
      text(number),
      text(people.get(numberKey(number))?.name ?? ''),
      text(held.assignment.title),
      text(said),
    ]),
  );
  const head = [words.number, words.name, words.shortTitle, words.feedback];
  return lines.length === 0 ? [] : [{ name: words.sheets.feedback, head, rows: lines }];
}

/** How the totals came about: they mean nothing to whoever opens the file without it. */
function rulesSheet(
  assignments: readonly Assignment[],
  { sheaves = [] }: Pick<Grades, 'sheaves'>,
  { words }: ColumnTerms,
): Sheet {
  const lines = assignments.map((assignment, index) => {
    const held = sheaves[index]?.held;
    const rule = held ? words.missingNow[missingRuleOf(held)] : '';
    return [text(assignment.title), text(words.policies[assignment.attempts]), text(rule)];
  });
  return { name: words.sheets.rules, head: [words.shortTitle, words.attempts, words.missing], rows: lines };
}

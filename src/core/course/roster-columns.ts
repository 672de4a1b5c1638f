/** Which column holds what, from 0. */
export interface RosterColumns {
  readonly number: number;
  readonly name: number;
  readonly group: number | undefined;
}

/** Columns and the first row below them. */
export interface FoundColumns {
  readonly columns: RosterColumns;
  readonly from: number;
}

/** Rows in which headings are looked for: lists carry a title, a term and a teacher above. */
const TOP = 15;

const HEADINGS = {
  number: [
    '学号',
    '学籍号',
    '学生号',
    '学生编号',
    '考号',
    '准考证号',
    '工号',
    '编号',
    'studentnumber',
    'studentno',
    'studentid',
    'studentcode',
    'number',
    'id',
    'sid',
    'no',
  ],
  name: ['姓名', '学生姓名', '名字', '姓名全称', 'name', 'fullname', 'studentname', '中文姓名'],
  group: [
    '班级',
    '行政班',
    '行政班级',
    '教学班',
    '小组',
    '组别',
    '分组',
    '组',
    '班',
    'group',
    'team',
    'class',
    'section',
  ],
} as const;

/** A heading as it compares: no spaces, marks or remarks in brackets. */
function headingKey(cell: string): string {
  const plain = cell.normalize('NFKC').toLowerCase();
  return plain.replace(/[([【〔].*$/u, '').replace(/[\s.:_*#/\\-]/gu, '');
}

/**
 * Whether a cell is a heading of a column of numbers.
 * @example isNumberHeading(' 学 号（必填）') // true
 */
export function isNumberHeading(cell: string): boolean {
  const key = headingKey(cell);
  return HEADINGS.number.some((known) => known === key);
}

function columnOf(row: readonly string[], kind: keyof typeof HEADINGS): number | undefined {
  const keys = row.map(headingKey);
  // The earlier word is the surer one: beside 学号, a column 编号 is something else.
  for (const known of HEADINGS[kind]) {
    const found = keys.indexOf(known);
    if (found >= 0) return found;
  }
  return undefined;
}

/**
 * Finds the columns of a class list: by a row of headings near the top, else by what plain rows of two or three
 * columns look like. Undefined where neither says which column is what.
 * @example columnsOf([['序号', '学号', '姓名'], ['1', '01', '张三']])?.columns.number // 1
 */
export function columnsOf(rows: readonly (readonly string[])[]): FoundColumns | undefined {
  for (const [index, row] of rows.slice(0, TOP).entries()) {
    const [number, name] = [columnOf(row, 'number'), columnOf(row, 'name')];
    if (number !== undefined && name !== undefined)
      return { columns: { number, name, group: columnOf(row, 'group') }, from: index + 1 };
  }
  return plainColumns(rows);
}

const NUMBER = /^[\p{L}\p{N}._/-]*\p{N}[\p{L}\p{N}._/-]*$/u;

/** Rows without headings: one column of numbers, one of names, perhaps a group after them. */
function plainColumns(rows: readonly (readonly string[])[]): FoundColumns | undefined {
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  const width = Math.max(0, ...filled.map((row) => row.findLastIndex((cell) => cell.trim() !== '') + 1));
  if (filled.length === 0 || width < 2 || width > 3) return undefined;
  const isNumbers = (column: number): boolean => {
    const fits = filled.filter((row) => NUMBER.test((row[column] ?? '').normalize('NFKC').trim()));
    return fits.length * 2 > filled.length;
  };
  const group = width === 3 ? 2 : undefined;
  if (isNumbers(0) && !isNumbers(1)) return { columns: { number: 0, name: 1, group }, from: 0 };
  if (isNumbers(1) && !isNumbers(0)) return { columns: { number: 1, name: 0, group }, from: 0 };
  return undefined;
}

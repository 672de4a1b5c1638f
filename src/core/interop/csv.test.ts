import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradebookOf, type Assignment } from '../course';
import { safeText, toCsv } from './csv';
import { sheetsOf } from './sheet';

describe('text for a spreadsheet', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '＝1+1',
    '＋1',
    '－1',
    '＠A',
    '−1',
    ' =1',
    '\t=1',
    '\u200b=1',
    '\u3000＝1',
    '\ufeff=1',
  ])('does not begin a formula: %j', (text) => {
    expect(safeText(text)).toBe(`'${text}`);
  });

  it.each(['\t1', '\r1', '\n1'])('does not begin with a control character: %j', (text) => {
    expect(safeText(text)).toBe(`'${text}`);
  });

  it('has no NUL', () => {
    expect(safeText('\0=1')).toBe("'=1");
    expect(safeText('a\0b')).toBe('ab');
  });

  it.each(['202401010101', '0012', '2024E01', '3-1', '2026/3/4', '1.2'])('stays text: %s', (text) => {
    expect(safeText(text)).toBe(`${text}\t`);
  });

  it.each(['张三', '20240101', 'A-01', 'a=b', '', '2401班', '1=1'])('is left as it is: %j', (text) => {
    expect(safeText(text)).toBe(text);
  });

  it('never begins with what begins a formula, whatever it was (seed 91)', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '=',
        '＝',
        '+',
        '＋',
        '-',
        '－',
        '@',
        '＠',
        '\t',
        '\r',
        '\n',
        '\0',
        ' ',
        '\u3000',
        '\u200b',
        "'",
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const text = safeText(pieces.join(''));
        expect(text).not.toMatch(/^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u);
        expect(text).not.toMatch(/^[\t\r\n\0]/);
      }),
      { seed: 91, numRuns: 3000 },
    );
  });
});

describe('a table as CSV', () => {
  it('has a byte order mark, quotes everywhere, CRLF, and numbers that are numbers', () => {
    const sheet = {
      name: '成绩',
      head: ['姓名', '分数'],
      rows: [
        [
          { kind: 'text', text: '张"三"\n=1' },
          { kind: 'number', value: -3.5, decimals: 2 },
        ],
        [{ kind: 'date', at: 0 }, { kind: 'empty' }],
      ],
    } as const;
    expect(toCsv(sheet, (at) => new Date(at).toISOString().slice(0, 10))).toBe(
      '\uFEFF"姓名","分数"\r\n"张""三""\n=1","-3.50"\r\n"1970-01-01",""\r\n',
    );
  });
});

describe('a gradebook as tables', () => {
  const assignment: Assignment = {
    v: 1,
    id: '0123456789',
    title: '',
    teacher: '',
    course: '',
    note: '',
    mode: 'practice',
    hints: true,
    seeds: 'same',
    attempts: 'best',
    due: null,
    locale: null,
    tasks: [{ kind: 'section', id: 't1', section: 'u05/s3', weight: 1 }],
    key: null,
  };
  const who = { number: '01', name: '张三', group: '甲' };
  const result = {
    id: 'x',
    number: '01',
    student: who,
    task: 't1',
    score: 6150,
    startedAt: 0,
    finishedAt: 0,
    late: 90_000,
  };
  const words = {
    grades: '成绩',
    details: '明细',
    number: '学号',
    name: '姓名',
    group: '班级',
    total: '总分',
    task: '任务',
    machine: '系统评分',
    override: '人工改分',
    reason: '理由',
    attempts: '次数',
    late: '迟交（分钟）',
    named: () => '缺货',
  };
  const override = { number: '01', task: 't1', score: 7000, reason: '补充', at: 1 };
  const missing = { number: '02', name: '李四', group: '' };
  const parts = { assignment, results: [result], overrides: [override], missing: 'zero' } as const;
  const [grades, details] = sheetsOf(gradebookOf({ ...parts, students: [who, missing] }), words);
  const plain = (rows: typeof grades): unknown =>
    rows?.rows.map((row) => row.map((cell) => ('value' in cell ? cell.value : 'text' in cell && cell.text)));

  it('shows marks and totals of everyone', () => {
    expect(grades?.head).toEqual(['学号', '姓名', '班级', '缺货', '总分']);
    expect(plain(grades)).toEqual([
      ['01', '张三', '甲', 70, 70],
      ['02', '李四', false, false, false],
    ]);
  });

  it('shows what each mark is made of', () => {
    expect(plain(details)).toEqual([['01', '张三', '甲', '缺货', 61.5, 70, '补充', 1, 2]]);
  });
});

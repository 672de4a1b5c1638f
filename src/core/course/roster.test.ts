import { describe, expect, it } from 'vitest';
import { rosterFrom } from './roster';

/** Rows as a spreadsheet copies them: cells between tabs. */
const rows = (text: string): readonly (readonly string[])[] =>
  text.split('\n').map((line) => line.split('\t'));
const numbersOf = (text: string): readonly string[] =>
  rosterFrom(rows(text)).students.map(({ number }) => number);

describe('a class list', () => {
  it('is read by its Chinese headings among other columns, below a title', () => {
    const list = rosterFrom(
      rows(
        '物流管理2401班 学生名单\n2025—2026学年第一学期\n序号\t学 号\t姓名\t性别\t专业\t行政班级\n1\t202401010101\t张三\t男\t物流\t2401\n2\t202401010102\t阿依古丽·买买提\t女\t物流\t2401',
      ),
    );
    expect(list.problems).toEqual([]);
    expect(list.columns).toEqual({ number: 1, name: 2, group: 5 });
    expect(list.students).toEqual([
      { number: '202401010101', name: '张三', group: '2401' },
      { number: '202401010102', name: '阿依古丽·买买提', group: '2401' },
    ]);
  });

  it.each([
    [
      'English headings',
      'No.\tStudent ID\tFull name\tClass\n1\tA01\tLi Wei\tB',
      { number: 1, name: 2, group: 3 },
    ],
    ['a remark in brackets', '学号（必填）\t姓名 *\n01\t张三', { number: 0, name: 1, group: undefined }],
    ['the name first', '姓名\t编号\n张三\t01', { number: 1, name: 0, group: undefined }],
    ['学号 beside 编号', '编号\t学号\t姓名\n9\t01\t张三', { number: 1, name: 2, group: undefined }],
    ['two plain columns', '01\t张三\n02\t李四', { number: 0, name: 1, group: undefined }],
    ['two plain columns the other way round', '张三\t01\n李四\t02', { number: 1, name: 0, group: undefined }],
    ['three plain columns', '01\t张三\t甲组\n02\t李四\t乙组', { number: 0, name: 1, group: 2 }],
  ])('has its columns found: %s', (_, text, columns) => {
    const list = rosterFrom(rows(text));
    expect(list.columns).toEqual(columns);
    expect(list.problems).toEqual([]);
  });

  it('is refused whole where the columns do not speak for themselves', () => {
    for (const text of ['张三\t李四\n王五\t赵六', '张三\n李四', '1\t2\t3\t4\n5\t6\t7\t8', ''])
      expect(rosterFrom(rows(text))).toEqual({
        students: [],
        problems: [{ line: 1, code: 'no-columns', text: '' }],
        columns: undefined,
      });
  });

  it('keeps leading zeros and makes full-width digits plain', () => {
    expect(numbersOf('学号\t姓名\n００１２\t张三\n0013\t李四\n 0014 \t王五\n20240101.0\t赵六')).toEqual([
      '0012',
      '0013',
      '0014',
      '20240101',
    ]);
  });

  it('keeps names of more than one word and trims them', () => {
    const { students } = rosterFrom(rows('学号\t姓名\n1\t  Anna  Maria Lee \n2\t欧阳　娜娜'));
    expect(students.map(({ name }) => name)).toEqual(['Anna Maria Lee', '欧阳 娜娜']);
  });

  it('reports every bad row by its line and takes the others', () => {
    const { students, problems } = rosterFrom(
      rows(
        [
          '学号\t姓名',
          '01\t张三',
          '',
          '\t李四',
          '02\t',
          '０１\t王五',
          '2.02401E+11\t赵六',
          `03\t${'长'.repeat(61)}`,
          '学号\t姓名',
          '03 04\t钱七',
          '合计:\t2人',
          '05\t123',
        ].join('\n'),
      ),
    );
    expect(students.map(({ name }) => name)).toEqual(['张三', '钱七']);
    expect(problems).toEqual([
      { line: 4, code: 'missing-number', text: '李四' },
      { line: 5, code: 'missing-name', text: '02' },
      { line: 6, code: 'duplicate', text: '01', first: 2 },
      { line: 7, code: 'spoiled-number', text: '2.02401E+11' },
      { line: 8, code: 'too-long', text: '长'.repeat(61) },
      { line: 9, code: 'heading-again', text: '学号' },
      { line: 11, code: 'odd-number', text: '合计:' },
      { line: 12, code: 'odd-name', text: '123' },
    ]);
  });

  it('knows the number of somebody again however it is typed', () => {
    const { problems } = rosterFrom(rows('学号\t姓名\nab01\t张三\nＡＢ０１\t李四'));
    expect(problems).toEqual([{ line: 3, code: 'duplicate', text: 'AB01', first: 2 }]);
  });

  it('has at most as many rows as a school has students', () => {
    const long = Array.from({ length: 20_001 }, (_, index) => [String(index), '张三']);
    expect(rosterFrom(long).problems).toEqual([{ line: 20_001, code: 'too-many', text: '' }]);
  });
});

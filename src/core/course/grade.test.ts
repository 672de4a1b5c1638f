import { describe, expect, it } from 'vitest';
import { gradeOf, lateBy, totalOf } from './grade';
import { gradebookOf } from './gradebook';
import type { Assignment } from './model';

const attempt = (id: string, score: number, startedAt: number) => ({
  id,
  score,
  startedAt,
  finishedAt: startedAt,
});

describe('the mark out of several attempts', () => {
  const three = [attempt('c', 5000, 30), attempt('a', 6001, 10), attempt('b', 8000, 20)];

  it.each([
    ['first', 6001, ['a']],
    ['best', 8000, ['b']],
    ['last', 5000, ['c']],
    ['last-two', 6500, ['b', 'c']],
  ] as const)('follows the policy: %s', (policy, score, from) => {
    expect(gradeOf(three, policy)).toEqual({ score, from });
  });

  it('of the last two is rounded half up', () => {
    expect(gradeOf([attempt('a', 6001, 1), attempt('b', 6002, 2)], 'last-two')?.score).toBe(6002);
    expect(gradeOf([attempt('a', 6000, 1), attempt('b', 6001, 2)], 'last-two')?.score).toBe(6001);
  });

  it('of the last two is that of the only one', () => {
    expect(gradeOf([attempt('a', 6001, 1)], 'last-two')).toEqual({ score: 6001, from: ['a'] });
  });

  it('names the earliest of equally good ones', () => {
    expect(gradeOf([attempt('b', 7000, 2), attempt('a', 7000, 1)], 'best')?.from).toEqual(['a']);
  });

  it('is missing where nothing was handed in', () => {
    for (const policy of ['first', 'best', 'last', 'last-two'] as const)
      expect(gradeOf([], policy)).toBeUndefined();
  });
});

describe('the total', () => {
  const parts = [
    { weight: 2, score: 9000 },
    { weight: 1, score: undefined },
  ];

  it('weighs the tasks', () => {
    expect(
      totalOf(
        [
          { weight: 2, score: 9000 },
          { weight: 1, score: 6000 },
        ],
        'zero',
      ),
    ).toBe(8000);
  });

  it('counts what is missing as nothing, or leaves it out', () => {
    expect(totalOf(parts, 'zero')).toBe(6000);
    expect(totalOf(parts, 'skip')).toBe(9000);
  });

  it('is rounded half up', () => {
    expect(
      totalOf(
        [
          { weight: 1, score: 1 },
          { weight: 1, score: 2 },
        ],
        'zero',
      ),
    ).toBe(2);
    expect(
      totalOf(
        [
          { weight: 2, score: 1 },
          { weight: 1, score: 2 },
        ],
        'zero',
      ),
    ).toBe(1);
  });

  it('is missing where nothing was handed in', () => {
    expect(totalOf([{ weight: 1, score: undefined }], 'zero')).toBeUndefined();
  });
});

describe('lateness', () => {
  it('counts from the due date, and there is none without one', () => {
    expect(lateBy(100, 60)).toBe(40);
    expect(lateBy(60, 60)).toBe(0);
    expect(lateBy(100, null)).toBe(0);
  });
});

describe('the gradebook', () => {
  const task = (id: string, weight: number) => ({ kind: 'section' as const, id, section: 'u05/s3', weight });
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
    attempts: 'last-two',
    due: 1000,
    locale: null,
    tasks: [task('t1', 3), task('t2', 1)],
    key: null,
  };
  const result = (number: string, of: string, given: { readonly score: number; readonly at: number }) => ({
    id: `${number} ${of} ${String(given.at)}`,
    number,
    student: { number: number.toLowerCase(), name: `name of ${number}` },
    task: of,
    score: given.score,
    startedAt: given.at,
    finishedAt: given.at,
    late: lateBy(given.at, 1000),
  });
  const students = [
    { number: 'a1', name: '张三', group: '' },
    { number: 'a2', name: '李四', group: '' },
  ];
  const results = [
    result('A1', 't1', { score: 5000, at: 900 }),
    result('A1', 't1', { score: 9000, at: 800 }),
    result('A1', 't1', { score: 7000, at: 1300 }),
    result('A1', 't2', { score: 4000, at: 100 }),
    result('B9', 't2', { score: 4000, at: 100 }),
  ];
  const override = (score: number, at: number) => ({
    number: 'A1',
    task: 't2',
    score,
    reason: '口头补充',
    at,
  });
  const overrides = [override(6000, 5), override(10_000, 9), override(0, 7)];
  const book = gradebookOf({ students, assignment, results, overrides, missing: 'zero' });

  it('applies the policy and tells who was late with what counts', () => {
    const [first] = book.rows[0]?.cells ?? [];
    expect(first).toMatchObject({ grade: { score: 6000 }, attempts: 3, late: 300, score: 6000 });
  });

  it('lets the latest override count and keeps the mark of the machine beside it', () => {
    expect(book.rows[0]?.cells[1]).toMatchObject({
      grade: { score: 4000 },
      override: { score: 10_000 },
      score: 10_000,
    });
    expect(book.rows[0]?.total).toBe(7000);
  });

  it('has a row for everyone on the list and for results of others below', () => {
    expect(book.rows.map(({ student, listed }) => [student.number, listed])).toEqual([
      ['a1', true],
      ['a2', true],
      ['b9', false],
    ]);
    expect(book.rows[1]).toMatchObject({ total: undefined });
    expect(book.rows[2]).toMatchObject({ total: 1000 });
  });
});

import { describe, expect, it } from 'vitest';
import type { Assignment, AttemptPolicy } from '../../core/course';
import { standingsOf, type Kept, type SaidRemarks, type TriedAttempt } from './standing';
import { formatUntil } from './when';

const person = { number: '2023001', name: '王一' };
const asked: Assignment = {
  v: 1,
  id: 'k7m2p4x9ab',
  title: '第3周',
  teacher: '李老师',
  course: '物流2301',
  note: '',
  mode: 'assessed',
  hints: false,
  seeds: 'same',
  attempts: 'best',
  due: 1000,
  locale: null,
  tasks: [{ kind: 'case', id: 't1', scenarioId: 'stockout', scenarioHash: 'h', seed: 7, weight: 1 }],
  key: null,
};
const section = { kind: 'section', id: 't1', section: 'u05/s3', weight: 1 } as const;

function attempt(id: string, more: Partial<TriedAttempt> = {}, handedInAt?: number): TriedAttempt {
  return {
    id,
    finished: true,
    startedAt: 1,
    score: undefined,
    tie: {
      assignment: asked.id,
      task: 't1',
      student: person,
      handedIn:
        handedInAt === undefined ? undefined : { id: `h-${id}`, at: handedInAt, late: handedInAt > 1000 },
    },
    ...more,
  };
}

function kept(attempts: readonly TriedAttempt[], more: Partial<Assignment> = {}): Kept {
  const assignment = { ...asked, ...more };
  return {
    person,
    taken: [{ assignment, takers: [{ ...person, takenAt: 500 }] }],
    attempts,
    sections: new Map(),
    answers: [],
    remarks: new Map(),
  };
}

const first = (all: Kept, now = 0, checks?: number) => standingsOf(all, now, () => checks)[0]?.tasks[0];

describe('a case task', () => {
  it('is new without attempts, open with an unfinished one, finished until it is handed in', () => {
    expect(first(kept([]))?.state).toBe('new');
    expect(first(kept([attempt('a', { finished: false })]))).toMatchObject({
      state: 'open',
      unfinished: 'a',
    });
    expect(first(kept([attempt('a')]))).toMatchObject({ state: 'finished', ready: 'a' });
    expect(first(kept([attempt('a', {}, 9)]))).toMatchObject({ state: 'handed-in', handedInAt: 9 });
  });

  it.each<[AttemptPolicy, string[]]>([
    ['first', ['a']],
    ['best', ['b']],
    ['last', ['c']],
    ['last-two', ['b', 'c']],
  ])('with policy %s counts %j of three attempts', (attempts, counting) => {
    const three = [
      attempt('a', { score: 5000 }),
      attempt('b', { score: 7000 }),
      attempt('c', { score: 7000 }),
    ];
    expect(first(kept(three, { attempts }))?.counting).toEqual(counting);
  });

  it('asks for a better attempt to be handed in although a worse one was', () => {
    const two = [attempt('a', { score: 5000 }, 9), attempt('b', { score: 7000 })];
    expect(first(kept(two))).toMatchObject({ state: 'finished', ready: 'b' });
    expect(first(kept(two, { attempts: 'first' }))).toMatchObject({ state: 'handed-in', ready: undefined });
  });

  it('is late when the work that counts was finished after the date', () => {
    expect(first(kept([attempt('a', {}, 1001)]))?.late).toBe(true);
    expect(first(kept([attempt('a', {}, 1000)]))?.late).toBe(false);
  });

  it('does not count the attempt of another student at the same computer', () => {
    const other = { ...attempt('a').tie, student: { number: '2023002', name: '赵二' } };
    expect(first(kept([attempt('a', { tie: other })]))?.state).toBe('new');
  });

  it('knows its student by number however it is typed', () => {
    const wide = { ...attempt('a').tie, student: { number: '２０２３ 001', name: '王一' } };
    expect(first(kept([attempt('a', { tie: wide })]))?.state).toBe('finished');
  });
});

describe('a section task', () => {
  const given = [
    { section: 'u05/s3', check: 'atp', at: 100 },
    { section: 'u05/s3', check: 'fill', at: 600 },
    { section: 'u05/s3', check: 'fill', at: 700 },
    { section: 'u06/s1', check: 'late', at: 800 },
  ];

  it('counts answers from the moment it was taken up where it is assessed', () => {
    const all = { ...kept([], { tasks: [section] }), answers: given };
    expect(first(all, 0, 2)).toMatchObject({ state: 'open', answered: ['fill'] });
  });

  it('counts earlier answers in practice, but not where two students share the computer', () => {
    const practice = { ...kept([], { tasks: [section], mode: 'practice' }), answers: given };
    expect(first(practice, 0, 2)).toMatchObject({ state: 'finished', answered: ['atp', 'fill'] });
    const shared = practice.taken.map((taken) => ({
      ...taken,
      takers: [{ number: '9', name: '', takenAt: 1 }, ...taken.takers],
    }));
    expect(first({ ...practice, taken: shared }, 0, 2)?.answered).toEqual(['fill']);
  });
});

describe('remarks', () => {
  const said = (isNew: boolean): SaidRemarks => ({
    isNew,
    remarks: {
      v: 1,
      assignment: asked.id,
      task: 't1',
      handin: 'h-a',
      number: person.number,
      teacher: '李老师',
      overall: '很好',
      pins: [],
      at: 5,
    },
  });

  it('stand with the attempts that they speak of; those not opened yet are unread', () => {
    const all = {
      ...kept([attempt('a', {}, 9), attempt('b', {}, 9)]),
      remarks: new Map([
        ['a', said(false)],
        ['b', said(true)],
        ['c', said(true)],
      ]),
    };
    expect([...(first(all)?.remarks.keys() ?? [])]).toEqual(['a', 'b']);
    expect(standingsOf(all, 0, () => undefined)[0]?.unread).toEqual(['b']);
  });

  it('stand with the section that was handed in, and not with the section of another student', () => {
    const { tie } = attempt('a', {}, 9);
    const other = { ...tie, student: { number: '2023002', name: '赵二' } };
    const all = {
      ...kept([], { tasks: [section] }),
      sections: new Map([
        ['section-other', other],
        ['section-own', tie],
      ]),
      remarks: new Map([
        ['section-other', said(true)],
        ['section-own', said(true)],
      ]),
    };
    expect([...(first(all)?.remarks.keys() ?? [])]).toEqual(['section-own']);
    expect(standingsOf(all, 0, () => undefined)[0]?.unread).toEqual(['section-own']);
  });
});

describe('the list', () => {
  const due = (id: string, at: number | null): Kept['taken'][number] => ({
    assignment: { ...asked, id, due: at },
    takers: [{ ...person, takenAt: 0 }],
  });

  it('has the next date first, then those without a date, then what is handed in', () => {
    const all: Kept = {
      ...kept([{ ...attempt('a', {}, 5), tie: { ...attempt('a', {}, 5).tie, assignment: 'done' } }]),
      taken: [due('none', null), due('done', 1), due('later', 30), due('next', 20)],
    };
    expect(standingsOf(all, 0, () => undefined).map(({ assignment }) => assignment.id)).toEqual([
      'next',
      'later',
      'none',
      'done',
    ]);
  });

  it('is empty until somebody says who sits here, and leaves out what others took up', () => {
    expect(standingsOf({ ...kept([]), person: undefined }, 0, () => undefined)).toEqual([]);
    expect(standingsOf({ ...kept([]), person: { number: '9', name: '' } }, 0, () => undefined)).toEqual([]);
  });

  it('is overdue after the date as long as something is to be handed in', () => {
    expect(standingsOf(kept([]), 1001, () => undefined)[0]?.overdue).toBe(true);
    expect(standingsOf(kept([attempt('a', {}, 9)]), 1001, () => undefined)[0]?.overdue).toBe(false);
    expect(standingsOf(kept([]), 1000, () => undefined)[0]?.overdue).toBe(false);
  });
});

it.each([
  [3 * 86_400_000, 'in 3 days', '3天后'],
  [47 * 3_600_000, 'in 47 hours', '47小时后'],
  [90 * 60_000, 'in 90 minutes', '90分钟后'],
  [-2 * 86_400_000, '2 days ago', '2天前'],
])('says how far %d ms are', (to, en, zh) => {
  expect(formatUntil({ from: 0, to }, 'en')).toBe(en);
  expect(formatUntil({ from: 0, to }, 'zh-CN')).toBe(zh);
});

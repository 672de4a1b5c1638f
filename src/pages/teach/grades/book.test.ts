import { expect, it } from 'vitest';
import { assignmentOf, scenarioOf } from '../../../../tests/classroom/handins';
import type { Override, Task } from '../../../core/course';
import type { HeldAssignment } from '../../../io/teaching';
import { teachGrades } from '../../../ui/messages/teach-grades';
import { bookOf, type Sheaf } from './book';
import { taskNames } from '../../../ui/classroom/labels';
import { columnsOf } from './columns';
import { sheetsOfBook } from './export';

const scenario = scenarioOf('stockout-key-account');
const students = [{ number: '001', name: '王一', group: '' }];
const label = (task: Task) => ({
  code: task.kind === 'case' ? 'S07' : '',
  title: task.kind === 'case' ? '缺货' : task.section,
  minutes: undefined,
  misfit: undefined,
  checks: undefined,
});
const terms = { words: teachGrades['zh-CN'], locale: 'zh-CN', label } as const;

/** An assignment of the same case twice, of which the first task has a mark of 80 given by hand. */
function sheafOf(id: string, rule: Pick<HeldAssignment, 'missing'>): Sheaf {
  const one = assignmentOf(scenario);
  const [task] = one.tasks;
  if (!task) throw new Error('a task is assigned');
  const assignment = { ...one, id, tasks: [task, { ...task, id: 't2', seed: 9 }] };
  const override: Override = { number: '001', task: 't1', score: 8000, reason: '口试', at: 1 };
  const held = { assignment, classId: 'c', createdAt: 0, given: null, givenAt: null, ...rule };
  return { held, entries: [], overrides: [override], feedback: [] };
}

it('counts what is missing as 0, or leaves it out, as each assignment says; the mean follows', () => {
  const [zero, skip] = [sheafOf('a', {}), sheafOf('b', { missing: 'skip' })];
  expect(bookOf([zero], students)[0]?.total).toBe(4000);
  expect(bookOf([skip], students)[0]?.total).toBe(8000);
  expect(bookOf([zero, skip], students)[0]?.total).toBe(6000);
});

it('leaves an assignment out of the mean that leaves out what is missing and of which nothing came', () => {
  const none = { ...sheafOf('b', { missing: 'skip' }), overrides: [] };
  expect(bookOf([sheafOf('a', {}), none], students)[0]?.total).toBe(4000);
  expect(
    bookOf([sheafOf('a', {}), { ...none, held: { ...none.held, missing: 'zero' } }], students)[0]?.total,
  ).toBe(2000);
});

it('tells tasks on the same case apart in headings and exports, which say the rules', () => {
  const sheaf = sheafOf('a', { missing: 'skip' });
  const { assignment } = sheaf.held;
  expect([...taskNames(assignment, label).values()].map(({ short }) => short)).toEqual([
    'S07 (1)',
    'S07 (2)',
  ]);
  const columns = columnsOf([assignment], terms);
  const rows = bookOf([sheaf], students);
  const sheets = sheetsOfBook({ rows, sheaves: [sheaf], roster: undefined }, columns, terms);
  expect(sheets[0]?.head).toEqual(['学号', '姓名', '组', '总评', 'S07 缺货 (1)', 'S07 缺货 (2)']);
  expect(sheets.at(-1)?.rows.flat()).toContainEqual({ kind: 'text', text: terms.words.missingNow.skip });
});

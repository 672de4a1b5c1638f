import { expect, it } from 'vitest';
import type { Assignment } from '../../../core/course';
import { changesFor } from './changes';

const task = { kind: 'case', id: 't1', scenarioId: 's', scenarioHash: 'h', seed: 7, weight: 10 } as const;
const given: Assignment = {
  v: 1,
  id: 'a',
  title: 'T',
  teacher: 'Li',
  course: 'C',
  note: '',
  mode: 'assessed',
  hints: false,
  seeds: 'same',
  attempts: 'best',
  due: null,
  locale: null,
  tasks: [task],
  key: null,
};

it('says what a change means for students who have the older version', () => {
  expect(changesFor(null, given)).toEqual([]);
  expect(changesFor(given, given)).toEqual([]);
  expect(changesFor(given, { ...given, mode: 'practice' })).toEqual(['refused']);
  expect(changesFor(given, { ...given, seeds: 'own' })).toEqual(['refused']);
  expect(changesFor(given, { ...given, tasks: [{ ...task, seed: 8 }] })).toEqual(['refused']);
  expect(changesFor(given, { ...given, tasks: [{ ...task, weight: 20 }] })).toEqual(['marks']);
  expect(changesFor(given, { ...given, tasks: [task, { ...task, id: 't2' }] })).toEqual(['tasks', 'marks']);
  expect(changesFor(given, { ...given, due: 5, title: 'U', key: 'k' })).toEqual([
    'marks',
    'sealing',
    'words',
  ]);
  expect(changesFor({ ...given, hints: true, mode: 'practice' }, { ...given, mode: 'practice' })).toEqual([
    'refused',
  ]);
});

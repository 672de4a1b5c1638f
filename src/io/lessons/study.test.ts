import { describe, expect, it } from 'vitest';
import type { Assignment } from '../../core/course';
import type { Tie, Work } from '../classroom';
import { assignedCases } from './study';

const NOW = 1_000_000;
const person = { number: '1', name: '王一' };
const assignment: Assignment = {
  v: 1,
  id: 'abc',
  title: 'x',
  teacher: 'x',
  course: 'x',
  note: '',
  mode: 'assessed',
  hints: false,
  seeds: 'same',
  attempts: 'first',
  due: null,
  locale: null,
  tasks: [
    { kind: 'case', id: 't1', scenarioId: 'tea', scenarioHash: 'h', seed: 1, weight: 1 },
    { kind: 'section', id: 't2', section: 'u05/s3', weight: 1 },
  ],
  key: null,
};
const taken = (more: Partial<Assignment>): Work['taken'] => [
  { assignment: { ...assignment, ...more }, takers: [] },
];
const worked = (handedIn: Tie['handedIn']): Work['attempts'] => [
  {
    id: 'a1',
    tie: { assignment: 'abc', task: 't1', student: person, handedIn },
    finished: true,
    startedAt: 0,
    score: undefined,
  },
];

describe('cases that are assigned for a mark', () => {
  it('are closed to review from the day they are taken up until they are handed in', () => {
    expect(assignedCases({ taken: taken({}), attempts: [] }, NOW)).toEqual(['tea']);
    expect(assignedCases({ taken: taken({}), attempts: worked(undefined) }, NOW)).toEqual(['tea']);
    const handedIn = { id: 'h1', at: 5, late: false };
    expect(assignedCases({ taken: taken({}), attempts: worked(handedIn) }, NOW)).toEqual([]);
  });

  it('are open again when their day has passed, and were never closed for practice', () => {
    expect(assignedCases({ taken: taken({ due: NOW + 1 }), attempts: [] }, NOW)).toEqual(['tea']);
    expect(assignedCases({ taken: taken({ due: NOW - 1 }), attempts: [] }, NOW)).toEqual([]);
    expect(assignedCases({ taken: taken({ mode: 'practice' }), attempts: [] }, NOW)).toEqual([]);
  });
});

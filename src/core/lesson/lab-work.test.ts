import { describe, expect, it } from 'vitest';
import { isLike, labLine, labWorkIn, type LabTry } from './lab-work';
import { progressOf, type SectionOutline } from './progress';

const tried = (more: Partial<LabTry>): LabTry => ({
  task: 'p90',
  right: false,
  typed: 48,
  state: { a: 1 },
  ...more,
});
const line = (more: Partial<LabTry>, at: number) => labLine('L5.1', tried(more), { at, key: String(at) });

describe('what a learner did with a lab', () => {
  it('is nothing before the first look at a task', () => {
    expect(labWorkIn([], 'L5.1')).toEqual({ state: undefined, tries: {}, solved: new Set() });
  });

  it('stands where the last look left it, whatever order the answers come in', () => {
    const lines = [line({ typed: 49.5, right: true, state: { a: 2 } }, 5), line({}, 1)];
    const work = labWorkIn(lines, 'L5.1');
    expect(work.state).toEqual({ a: 2 });
    expect(work.tries['p90']).toEqual({ task: 'p90', right: true, typed: 49.5 });
  });

  it('keeps a solved task solved after a later miss', () => {
    const work = labWorkIn([line({ right: true }, 1), line({}, 2)], 'L5.1');
    expect(work.solved).toEqual(new Set(['p90']));
    expect(work.tries['p90']?.right).toBe(false);
  });

  it('does not take answers of another lab, nor what cannot be read', () => {
    const other = { ...line({ right: true }, 1), section: 'lab/L5.2' };
    const odd = { ...line({}, 2), answer: 'x' };
    expect(labWorkIn([other, odd], 'L5.1').state).toBeUndefined();
  });

  it('counts in the section: a lab is solved when all its tasks have been', () => {
    const outline: SectionOutline = {
      place: 'u05/s3',
      minutes: 45,
      checks: [],
      objectives: [],
      labs: [{ id: 'L5.1', tasks: ['p90', 'one'] }],
    };
    const answers = (...tasks: readonly string[]) =>
      tasks.map((task) => ({
        section: 'lab/L5.1',
        check: task,
        at: 1,
        right: true,
        confidence: 'unsure' as const,
      }));
    expect(progressOf(outline, answers('p90'), [])).toMatchObject({ labs: 1, labsSolved: 0, state: 'begun' });
    expect(progressOf(outline, answers('p90', 'one'), [])).toMatchObject({ labsSolved: 1 });
    expect(progressOf(outline, [], []).state).toBe('untouched');
  });
});

describe('the shape of a stored state', () => {
  it('is the same with the same members of the same kinds', () => {
    expect(isLike({ mode: 'b', n: { x: 2 } }, { mode: 'a', n: { x: 1 } })).toBe(true);
    expect(isLike({ rows: [{ q: 5 }, { q: 6 }] }, { rows: [{ q: 1 }] })).toBe(true);
    expect(isLike({ rated: { 'R1.a': 'x' } }, { rated: {} })).toBe(true);
  });

  it.each([
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: 1, b: 2 }, { a: 1 }],
    [{ a: '1' }, { a: 1 }],
    [{ a: Number.NaN }, { a: 1 }],
    [{ a: null }, { a: {} }],
    [{ rows: [{ q: 'x' }] }, { rows: [{ q: 1 }] }],
    [{ rows: {} }, { rows: [] }],
    [undefined, { a: 1 }],
  ])('is another: %j is not like %j', (value, model) => {
    expect(isLike(value, model)).toBe(false);
  });
});

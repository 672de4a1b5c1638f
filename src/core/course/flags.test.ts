import { describe, expect, it } from 'vitest';
import { flagsOfSketches, type Flag } from './flags';
import type { Sketch } from './sketch';

const result = (id: string, given: Partial<Sketch> = {}): Sketch => ({
  id,
  kind: 'case',
  number: id.toUpperCase(),
  student: { number: id, name: `name of ${id}` },
  task: 't1',
  score: 6150,
  log: `log of ${id}`,
  rhythm: `rhythm of ${id}`,
  moves: 20,
  pace: 15,
  seconds: 300,
  startedAt: 0,
  finishedAt: 300_000,
  late: 0,
  ...given,
});
const flags = (...results: readonly Sketch[]): readonly Flag[] =>
  flagsOfSketches(results, { students: null });

describe('a flag', () => {
  it('is not raised on ordinary work', () => {
    expect(flags(result('a'), result('b'))).toEqual([]);
  });

  it('names the others with the very same decisions, and tells whether the pauses are the same too', () => {
    const found = flags(
      result('a', { log: 'x' }),
      result('b', { log: 'x' }),
      result('c', { log: 'x', rhythm: 'rhythm of a' }),
    );
    expect(found).toEqual([
      { id: 'a', code: 'same-log', others: ['b', 'c'], seconds: true },
      { id: 'b', code: 'same-log', others: ['a', 'c'], seconds: false },
      { id: 'c', code: 'same-log', others: ['a', 'b'], seconds: true },
    ]);
  });

  it('is not raised on two attempts of one student that are the same', () => {
    expect(flags(result('a', { log: 'x' }), result('b', { log: 'x', number: 'A' }))).toEqual([]);
  });

  it('is raised on decisions that nobody can have read, if there are enough of them', () => {
    expect(flags(result('a', { pace: 1.5 }))).toEqual([{ id: 'a', code: 'too-fast', seconds: 1.5 }]);
    expect(flags(result('a', { pace: 2 }))).toEqual([]);
    expect(flags(result('a', { pace: 0, moves: 7 }))).toEqual([]);
    expect(flags(result('a', { kind: 'section', log: '', pace: 2.9, moves: 4 }))).toMatchObject([
      { code: 'too-fast' },
    ]);
  });

  it('is raised on what came late, and on clocks that do not fit', () => {
    expect(flags(result('a', { late: 60_000 }))).toEqual([{ id: 'a', code: 'late', by: 60_000 }]);
    expect(flags(result('a', { finishedAt: -1 }))).toEqual([{ id: 'a', code: 'odd-clock' }]);
    expect(flags(result('a', { seconds: 361 }))).toEqual([{ id: 'a', code: 'odd-clock' }]);
    expect(flags(result('a', { seconds: 360 }))).toEqual([]);
  });

  it('is raised on a number that is not on the list, and on another name for one that is', () => {
    const students = [{ number: 'a', name: 'Name  of a', group: '' }];
    const other = { number: 'a', name: '李四' };
    const on = (one: Sketch): readonly Flag[] => flagsOfSketches([one], { students });
    expect(on(result('a'))).toEqual([]);
    expect(on(result('b'))).toEqual([{ id: 'b', code: 'not-on-roster' }]);
    expect(on(result('a', { student: other }))).toEqual([
      { id: 'a', code: 'other-name', roster: 'Name  of a' },
    ]);
  });
});

import { expect, it } from 'vitest';
import { minutes } from '../../core/base';
import type { AttemptEvent, Undone } from '../../core/attempt';
import { takenBack } from './taken-back';

const event = (act: string, at: number): AttemptEvent => ({
  v: 1,
  at: minutes(at),
  input: { kind: 'act', act, with: {} },
});
const back = (before: number, act: string, at: number): Undone => ({ before, event: event(act, at) });
const shown = (undone: readonly Undone[]): unknown =>
  [...takenBack(undone)]
    .sort(([a], [b]) => a - b)
    .map(([place, events]) => [
      place,
      events.map(({ input }) => (input.kind === 'act' ? input.act : input.kind)),
    ]);

it('shows nothing where nothing was taken back', () => {
  expect(shown([])).toEqual([]);
});

it('shows an input before the one that was given instead', () => {
  expect(shown([back(2, 'b', 12)])).toEqual([[2, ['b']]]);
});

it('shows what was taken back one after the other in the order it was done', () => {
  expect(shown([back(1, 'b', 11), back(0, 'a', 10)])).toEqual([[0, ['a', 'b']]]);
});

it('moves what followed an input along with it, however often it was changed', () => {
  const undone = [back(1, 'b', 11), back(2, 'd', 13), back(1, 'c', 11), back(0, 'a', 10)];
  expect(shown(undone)).toEqual([[0, ['a', 'b', 'c', 'd']]]);
});

it('keeps places apart where inputs that count stand between them', () => {
  expect(shown([back(1, 'b', 11), back(3, 'c', 13)])).toEqual([
    [1, ['b']],
    [3, ['c']],
  ]);
});

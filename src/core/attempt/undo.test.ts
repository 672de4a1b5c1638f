import { describe, expect, it } from 'vitest';
import { minutes } from '../base';
import { eventToJson, type AttemptEvent } from './event';
import { readLog, undoToJson } from './undo';

const wait = (at: number, span: number): AttemptEvent => ({
  v: 1,
  at,
  input: { kind: 'wait', minutes: span },
});
const lines = (...events: readonly AttemptEvent[]) => events.map(eventToJson);
const practice = { undo: true };

describe('reading a stored log', () => {
  it('reads a log without undo as it always has', () => {
    const log = [wait(910, 5), wait(915, 5)];
    expect(readLog(lines(...log), practice)).toEqual({ ok: true, value: { log, undone: [] } });
  });

  it('lets an undo take back the last input that counts, and keeps that it was', () => {
    const [first, second, third] = [wait(910, 5), wait(915, 5), wait(910, 15)];
    const raws = [
      ...lines(first, second),
      undoToJson(minutes(920)),
      undoToJson(minutes(915)),
      ...lines(third),
    ];
    expect(readLog(raws, practice)).toEqual({
      ok: true,
      value: {
        log: [third],
        undone: [
          { before: 1, event: second },
          { before: 0, event: first },
        ],
      },
    });
  });

  it('refuses an undo with nothing to take back, with its index', () => {
    const raws = [...lines(wait(910, 5)), undoToJson(minutes(915)), undoToJson(minutes(910))];
    expect(readLog(raws, practice)).toEqual({ ok: false, error: 2 });
  });

  it('refuses an undo where the attempt is assessed', () => {
    const raws = [...lines(wait(910, 5)), undoToJson(minutes(915))];
    expect(readLog(raws, { undo: false })).toEqual({ ok: false, error: 1 });
  });

  it('refuses an undo that claims to be older than what it takes back', () => {
    const raws = [...lines(wait(910, 5)), undoToJson(minutes(909))];
    expect(readLog(raws, practice)).toEqual({ ok: false, error: 1 });
  });

  it('refuses what is no line at all, with its index', () => {
    const readable = lines(wait(910, 5));
    for (const raw of ['?', null, { v: 1, at: 915, undo: false }, { v: 2, at: 915, undo: true }])
      expect(readLog([...readable, raw], practice)).toEqual({ ok: false, error: 1 });
  });
});

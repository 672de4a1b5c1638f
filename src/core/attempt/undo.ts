import * as v from 'valibot';
import { err, minutes, ok, type Json, type Minutes, type Result } from '../base';
import { parseEvent, type AttemptEvent } from './event';

/** An input that was taken back. */
export interface Undone {
  /** How many inputs that count stood before it. */
  readonly before: number;
  readonly event: AttemptEvent;
}

/** A stored log as it is to be played: taken-back inputs have left it, and are kept beside it. */
export interface ReadLog {
  readonly log: readonly AttemptEvent[];
  readonly undone: readonly Undone[];
}

const undoSchema = v.strictObject({
  v: v.literal(1),
  at: v.pipe(v.number(), v.integer()),
  undo: v.literal(true),
});

/**
 * The line that takes back the last input that still counts, as plain data for storage.
 * @param at the simulated minute at which it is taken back
 * @example undoToJson(minutes(913)) // { v: 1, at: 913, undo: true }
 */
export function undoToJson(at: Minutes): Json {
  return { v: 1, at, undo: true };
}

/**
 * Reads the stored lines of an attempt. A line of practice may take back the input before it; nothing is ever
 * removed from storage. The error is the index of the first line that makes no sense: not readable, an undo where
 * there is nothing to take back, an undo before the input it takes back, or an undo where none is allowed.
 * @param rules `undo`: whether inputs may be taken back, as in practice and never when assessed
 * @example readLog(events.map((event) => event.input), { undo: header.mode === 'practice' })
 */
export function readLog(
  raws: readonly unknown[],
  rules: { readonly undo: boolean },
): Result<ReadLog, number> {
  const log: AttemptEvent[] = [];
  const undone: Undone[] = [];
  for (const [index, raw] of raws.entries()) {
    const event = parseEvent(raw);
    if (event.ok) {
      log.push(event.value);
      continue;
    }
    const at = undoAt(raw);
    const last = log.at(-1);
    if (!rules.undo || at === undefined || last === undefined || at < last.at) return err(index);
    log.pop();
    undone.push({ before: log.length, event: last });
  }
  return ok({ log, undone });
}

function undoAt(raw: unknown): Minutes | undefined {
  const result = v.safeParse(undoSchema, raw);
  return result.success ? minutes(result.output.at) : undefined;
}

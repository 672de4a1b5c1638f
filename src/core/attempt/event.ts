import * as v from 'valibot';
import { err, ok, upcast, type Json, type Result } from '../base';
import type { Input } from './input';
import { lines } from './versions';

/**
 * Version of the rules that read inputs. It rises when the same log could play differently; an attempt keeps the
 * version it was made under.
 */
export const ENGINE = 1;

/**
 * One stored line of an attempt: an input and the simulated minute at which it was given. Consequences are
 * never stored; they are replayed.
 */
export interface AttemptEvent {
  readonly v: 1;
  readonly at: number;
  readonly input: Input;
}

const word = v.pipe(v.string(), v.maxLength(80));
const inputSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('act'),
    act: word,
    with: v.pipe(
      v.record(word, v.number()),
      v.check((typed) => Object.keys(typed).length <= 8),
    ),
  }),
  v.strictObject({ kind: v.literal('look'), record: word }),
  v.strictObject({ kind: v.literal('wait'), minutes: v.number() }),
]);

const eventSchema = v.strictObject({
  v: v.literal(1),
  at: v.pipe(v.number(), v.integer()),
  input: inputSchema,
});

/**
 * Reads a stored line of any known version; anything else is `unreadable`.
 * @example parseEvent({ v: 1, at: 910, input: { kind: 'wait', minutes: 5 } })
 */
export function parseEvent(raw: unknown): Result<AttemptEvent, 'unreadable'> {
  const result = v.safeParse(eventSchema, upcast(raw, lines));
  return result.success ? ok(result.output) : err('unreadable');
}

/** The line as plain data for storage. */
export function eventToJson(event: AttemptEvent): Json {
  const { input } = event;
  switch (input.kind) {
    case 'act':
      return { v: 1, at: event.at, input: { kind: 'act', act: input.act, with: input.with } };
    case 'look':
      return { v: 1, at: event.at, input: { kind: 'look', record: input.record } };
    case 'wait':
      return { v: 1, at: event.at, input: { kind: 'wait', minutes: input.minutes } };
  }
}

import { canonical, hashText, type Json } from '../../core/base';
import type { AttemptHeader, NewAttempt, StoredEvent } from './model';

/**
 * The hash that the first event names as its predecessor: it binds the log to its scenario, seed and mode.
 * @example originOf(header) === firstEvent.prev // true
 */
export function originOf(attempt: NewAttempt): string {
  const { id, scenarioId, scenarioHash, seed, mode, engine, startedAt, locale } = attempt;
  return hashText(canonical({ id, scenarioId, scenarioHash, seed, mode, engine, startedAt, locale }));
}

/**
 * Makes the event that follows `log`.
 * @param header of the attempt; its `lastSeq` is not looked at
 * @param log all events so far, in order
 * @param input what the learner did, at which real time (milliseconds since 1970)
 * @example seal(header, [], { wall: 0, input: 'own' }).seq // 1
 */
export function seal(
  header: NewAttempt,
  log: readonly StoredEvent[],
  { wall, input }: { readonly wall: number; readonly input: Json },
): StoredEvent {
  const body = {
    attempt: header.id,
    seq: log.length + 1,
    v: 1,
    wall,
    input,
    prev: tipOf(header, log),
  } as const;
  return { ...body, hash: hashText(canonical(body)) };
}

/**
 * The hash that the next event must name as its predecessor.
 * @example tipOf(header, []) === originOf(header) // true
 */
export function tipOf(header: NewAttempt, log: readonly StoredEvent[]): string {
  return log.at(-1)?.hash ?? originOf(header);
}

/**
 * Tells whether an event still says what its hash says.
 * @example isSealed({ ...event, wall: event.wall + 1 }) // false
 */
export function isSealed(event: StoredEvent): boolean {
  const { attempt, seq, v, wall, input, prev, hash } = event;
  return hashText(canonical({ attempt, seq, v, wall, input, prev })) === hash;
}

/**
 * Tells whether events are one unbroken log of this attempt: numbered from 1, each sealed and chained to the one
 * before. This is what an importer asks of a log it did not write.
 * @example isChain(header, []) // true
 */
export function isChain(header: NewAttempt, events: readonly StoredEvent[]): boolean {
  let prev = originOf(header);
  return events.every((event, index) => {
    const follows = event.attempt === header.id && event.seq === index + 1 && event.prev === prev;
    prev = event.hash;
    return follows && isSealed(event);
  });
}

/**
 * A header as it stands when the log has these events.
 * @example headerWith(header, log).lastSeq === log.length // true
 */
export function headerWith(header: AttemptHeader, log: readonly StoredEvent[]): AttemptHeader {
  return { ...header, lastSeq: log.length };
}

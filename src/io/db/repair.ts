import { err, ok, type Result } from '../../core/base';
import { isSealed, originOf } from './chain';
import type { JournalContent } from './journal-codec';
import type { AttemptHeader, StoredEvent } from './model';

/** What one of the two stores knows of an attempt; the events may be in any order, incomplete or damaged. */
export type Copy = {
  readonly header?: AttemptHeader | undefined;
  readonly events: readonly StoredEvent[];
};

/** What is true of an attempt when both copies are read together. */
export type Recovered = {
  readonly header: AttemptHeader;
  /** The log: numbered from 1, unbroken. */
  readonly events: readonly StoredEvent[];
  /** Acknowledged events that neither copy has any more. 0 unless both were damaged. */
  readonly lost: number;
};

/** The copies an attempt is recovered from. */
export type Evidence = {
  readonly archive: Copy;
  readonly journal: Copy;
  /** Number of the last acknowledged event, as the third witness remembers it; 0 when it knows nothing. */
  readonly witness: number;
};

const NOTHING: Copy = { events: [] };

/**
 * Finds the longest unbroken log that the two copies hold together: each may have events which the other lost.
 * Where they disagree and both continue equally far, the archive (the database) is believed.
 * Fails with 'not-found' when neither copy has a header, with 'broken-chain' when the archive holds events beyond
 * the end of that log: continuing would overwrite them.
 * @example recover({ archive: { header, events }, journal: { events: [] }, witness: 3 })
 */
export function recover(evidence: Evidence): Result<Recovered, 'not-found' | 'broken-chain'> {
  const { archive, journal } = evidence;
  const candidates = [archive.header, journal.header].filter((header) => header !== undefined);
  let best: { readonly header: AttemptHeader; readonly events: readonly StoredEvent[] } | undefined;
  for (const header of candidates) {
    if (best && originOf(best.header) === originOf(header)) continue;
    const events = longestChain(header, [...archive.events, ...journal.events]);
    if (!best || events.length > best.events.length) best = { header, events };
  }
  if (!best) return err('not-found');
  const { header, events } = best;
  if (highest(archive.events) > events.length) return err('broken-chain');
  const acknowledged = Math.max(evidence.witness, ...candidates.map((candidate) => candidate.lastSeq));
  const finished = candidates.some((candidate) => candidate.status === 'finished');
  return ok({
    header: { ...header, status: finished ? 'finished' : 'open', lastSeq: events.length },
    events,
    lost: Math.max(0, acknowledged - events.length),
  });
}

/**
 * What a journal knows of an attempt. A record of the end is kept apart from the header in the file, because the
 * header was written first.
 * @example journalCopy(decodeJournal(bytes)).events
 */
export function journalCopy({ records }: Pick<JournalContent, 'records'>): Copy {
  let header: AttemptHeader | undefined;
  let finishedAt: number | undefined;
  const events: StoredEvent[] = [];
  for (const record of records) {
    if (record.kind === 'head') header ??= record.head;
    if (record.kind === 'event') events.push(record.event);
    if (record.kind === 'finish') finishedAt = record.seq;
  }
  if (!header) return events.length === 0 ? NOTHING : { events };
  if (finishedAt === undefined) return { header, events };
  return { header: { ...header, status: 'finished', lastSeq: finishedAt }, events };
}

/** The place after an event (or after the header): what the next event must name. */
type Place = string;
const placeAfter = (seq: number, hash: string): Place => `${seq} ${hash}`;

function longestChain(header: AttemptHeader, events: readonly StoredEvent[]): readonly StoredEvent[] {
  const followers = followersByPlace(header, events);
  const reach = reachByPlace(followers);
  const chain: StoredEvent[] = [];
  let place = placeAfter(0, originOf(header));
  for (;;) {
    let next: StoredEvent | undefined;
    for (const event of followers.get(place) ?? []) {
      if (!next || farther(reach, event, next)) next = event;
    }
    if (!next) return chain;
    chain.push(next);
    place = placeAfter(next.seq, next.hash);
  }
}

function farther(reach: ReadonlyMap<Place, number>, a: StoredEvent, b: StoredEvent): boolean {
  return (reach.get(placeAfter(a.seq, a.hash)) ?? 0) > (reach.get(placeAfter(b.seq, b.hash)) ?? 0);
}

/** Sound events only, each once, the archive's before the journal's. */
function followersByPlace(
  header: AttemptHeader,
  events: readonly StoredEvent[],
): ReadonlyMap<Place, readonly StoredEvent[]> {
  const distinct = new Map<string, StoredEvent>();
  for (const event of events) {
    if (event.attempt !== header.id || !isSealed(event)) continue;
    const place = placeAfter(event.seq, event.hash);
    if (!distinct.has(place)) distinct.set(place, event);
  }
  const followers = new Map<Place, StoredEvent[]>();
  for (const event of distinct.values()) {
    const place = placeAfter(event.seq - 1, event.prev);
    const rivals = followers.get(place);
    if (rivals) rivals.push(event);
    else followers.set(place, [event]);
  }
  return followers;
}

/** How many events can follow each place. Numbers only rise along a chain, so one pass from the last is enough. */
function reachByPlace(followers: ReadonlyMap<Place, readonly StoredEvent[]>): ReadonlyMap<Place, number> {
  const reach = new Map<Place, number>();
  const descending = [...followers.values()].flat().sort((a, b) => b.seq - a.seq);
  for (const event of descending) {
    const before = placeAfter(event.seq - 1, event.prev);
    const after = reach.get(placeAfter(event.seq, event.hash)) ?? 0;
    reach.set(before, Math.max(reach.get(before) ?? 0, 1 + after));
  }
  return reach;
}

function highest(events: readonly StoredEvent[]): number {
  return events.reduce((top, event) => Math.max(top, event.seq), 0);
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isChain, isSealed, originOf, seal } from './chain';
import type { AttemptHeader, StoredEvent } from './model';
import { journalCopy, recover, type Evidence } from './repair';

const header: AttemptHeader = {
  id: 'a1',
  scenarioId: 'stockout',
  scenarioHash: 'h',
  seed: 7,
  mode: 'assessed',
  engine: 1,
  startedAt: 0,
  locale: 'en',
  status: 'open',
  lastSeq: 0,
  v: 1,
};

function logOf(length: number): readonly StoredEvent[] {
  const log: StoredEvent[] = [];
  while (log.length < length) log.push(seal(header, log, { wall: log.length, input: `input ${log.length}` }));
  return log;
}

/** Logs that share beginnings: each twig continues a random earlier one. */
const tree = fc
  .array(fc.record({ from: fc.nat(), input: fc.nat({ max: 2 }) }), { maxLength: 7 })
  .map((twigs) => {
    const logs: (readonly StoredEvent[])[] = [[]];
    for (const { from, input } of twigs) {
      const log = logs[from % logs.length] ?? [];
      logs.push([...log, seal(header, log, { wall: 0, input })]);
    }
    return logs.flatMap((log) => log.slice(-1));
  });

/** A part of the events: the archive with one row per number, the journal with any, some rows edited. */
const evidence: fc.Arbitrary<Evidence> = tree.chain((events) =>
  fc
    .record({
      archive: fc.shuffledSubarray([...events]),
      journal: fc.shuffledSubarray([...events]),
      edited: fc.option(fc.nat(), { freq: 2, nil: undefined }),
      witness: fc.nat({ max: 8 }),
      archiveHead: fc.boolean(),
    })
    .map(({ archive, journal, edited, witness, archiveHead }) => {
      const rows = new Map(archive.map((event) => [event.seq, event]));
      const victim = edited === undefined ? undefined : [...rows.values()][edited % (rows.size || 1)];
      if (victim) rows.set(victim.seq, { ...victim, wall: victim.wall + 1 });
      return {
        archive: { header: archiveHead ? header : undefined, events: [...rows.values()] },
        journal: { header, events: journal },
        witness,
      };
    }),
);

/** Every chain there is, by trying each event at each place. */
function allChains(
  events: readonly StoredEvent[],
  soFar: readonly StoredEvent[] = [],
): (readonly StoredEvent[])[] {
  const prev = soFar.at(-1)?.hash ?? originOf(header);
  const next = events.filter((e) => e.seq === soFar.length + 1 && e.prev === prev && isSealed(e));
  return [soFar, ...next.flatMap((event) => allChains(events, [...soFar, event]))];
}

describe('recovery from two copies', () => {
  it('finds a longest unbroken chain, as trying every chain does', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        const all = allChains([...given.archive.events, ...given.journal.events]);
        const longest = Math.max(...all.map((chain) => chain.length));
        const found = recover(given);
        const beyond = given.archive.events.some((event) => event.seq > longest);
        expect(found.ok).toBe(!beyond);
        if (!found.ok) return;
        expect(found.value.events).toHaveLength(longest);
        expect(found.value.header.lastSeq).toBe(longest);
        expect(isChain(header, found.value.events)).toBe(true);
        expect(found.value.lost).toBe(Math.max(0, given.witness - longest));
      }),
      { numRuns: 1000 },
    );
  });

  it('believes the archive where two chains are equally long', () => {
    fc.assert(
      fc.property(evidence, (given) => {
        const found = recover(given);
        if (!found.ok) return;
        const mine = found.value.events;
        const rivals = allChains([...given.archive.events, ...given.journal.events]);
        for (const rival of rivals.filter((chain) => chain.length === mine.length)) {
          const parting = mine.findIndex((event, index) => event.hash !== rival[index]?.hash);
          const [ours, theirs] = [mine[parting], rival[parting]];
          const archived = (event: StoredEvent | undefined): boolean =>
            given.archive.events.some((row) => row.hash === event?.hash && isSealed(row));
          expect(archived(theirs) && !archived(ours)).toBe(false);
        }
      }),
    );
  });

  it('joins what each copy alone has kept', () => {
    const log = logOf(9);
    const found = recover({
      archive: { header, events: log.slice(0, 5) },
      journal: { header, events: [...log.slice(0, 2), ...log.slice(4)] },
      witness: 9,
    });
    expect(found).toMatchObject({ ok: true, value: { events: log, lost: 0 } });
  });

  it('rebuilds an attempt, finished or not, from the journal alone', () => {
    const log = logOf(3);
    const lines = [
      { kind: 'head', head: header } as const,
      ...log.map((event) => ({ kind: 'event', event }) as const),
    ];
    const open = recover({ archive: { events: [] }, journal: journalCopy({ records: lines }), witness: 3 });
    expect(open).toMatchObject({ ok: true, value: { header: { status: 'open', lastSeq: 3 }, events: log } });
    const ended = journalCopy({ records: [...lines, { kind: 'finish', attempt: 'a1', seq: 3 }] });
    const finished = recover({ archive: { events: [] }, journal: ended, witness: 0 });
    expect(finished).toMatchObject({ ok: true, value: { header: { status: 'finished' }, lost: 0 } });
  });

  it('takes an attempt for finished when either copy says so', () => {
    const log = logOf(2);
    const ended: AttemptHeader = { ...header, status: 'finished', lastSeq: 2 };
    const open = { header: { ...header, lastSeq: 2 }, events: log };
    for (const [archive, journal] of [
      [open, { header: ended, events: log }],
      [{ header: ended, events: log }, open],
    ] as const) {
      const found = recover({ archive, journal, witness: 2 });
      expect(found).toMatchObject({ ok: true, value: { header: { status: 'finished' } } });
    }
  });

  it('counts what the witness saw and neither copy has', () => {
    const log = logOf(4);
    const found = recover({ archive: { events: [] }, journal: { header, events: log }, witness: 6 });
    expect(found).toMatchObject({ ok: true, value: { events: log, lost: 2 } });
  });

  it('mends an edited row of the archive from the journal', () => {
    const log = logOf(3);
    const edited = log.map((event) => (event.seq === 2 ? { ...event, input: 'better' } : event));
    const found = recover({
      archive: { header, events: edited },
      journal: { header, events: log },
      witness: 3,
    });
    expect(found).toMatchObject({ ok: true, value: { events: log } });
  });

  it('refuses a log whose hash chain is broken', () => {
    const [first, second, third] = logOf(3);
    if (!first || !second || !third) throw new Error('three events');
    const broken = { header, events: [first, { ...second, wall: 99 }, third] };
    const found = recover({ archive: broken, journal: { events: [] }, witness: 0 });
    expect(found).toEqual({ ok: false, error: 'broken-chain' });
  });

  it('refuses a log moved under another seed', () => {
    const moved = { header: { ...header, seed: 8, lastSeq: 2 }, events: logOf(2) };
    const found = recover({ archive: moved, journal: { events: [] }, witness: 0 });
    expect(found).toEqual({ ok: false, error: 'broken-chain' });
  });

  it('says that there is no attempt when neither copy has a header', () => {
    const found = recover({ archive: { events: [] }, journal: { events: logOf(2) }, witness: 2 });
    expect(found).toEqual({ ok: false, error: 'not-found' });
  });
});

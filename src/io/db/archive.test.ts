import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { valuesOf, type Archive } from './archive';
import { headerWith, seal } from './chain';
import { openDexieArchive } from './dexie-archive';
import { MemoryArchive } from './memory-archive';
import type { AttemptHeader, StoredEvent } from './model';

const header: AttemptHeader = {
  id: 'a1',
  scenarioId: 'stockout',
  scenarioHash: 'h',
  seed: 7,
  mode: 'practice',
  engine: 1,
  startedAt: 5,
  locale: 'en',
  status: 'open',
  lastSeq: 0,
  v: 1,
};

function logOf(length: number, input = 'same'): readonly StoredEvent[] {
  const log: StoredEvent[] = [];
  while (log.length < length) log.push(seal(header, log, { wall: 0, input }));
  return log;
}

const moved = { fault: { code: 'head-moved' } };
let databases = 0;
const freshName = (): string => `archive-${(databases += 1)}`;
const dexie = (): Promise<Archive> => openDexieArchive(freshName(), () => undefined);
const memory = (): Promise<Archive> => Promise.resolve(new MemoryArchive());

describe.each([
  ['Dexie', dexie],
  ['memory', memory],
])('the archive in %s', (_name, open) => {
  const hold = (archive: Archive, log: readonly StoredEvent[]): Promise<void> =>
    archive.hold(headerWith(header, log), log);

  it('keeps events in order and the header beside them', async () => {
    const archive = await open();
    const log = logOf(12);
    await hold(archive, log.slice(0, 1));
    await hold(archive, log);
    expect(await archive.load('a1')).toEqual({ header: { ...header, lastSeq: 12 }, events: log });
    expect(await archive.load('a2')).toEqual({ header: undefined, events: [] });
  });

  it('takes the same event twice as once', async () => {
    const archive = await open();
    await hold(archive, logOf(2));
    await hold(archive, logOf(2));
    expect((await archive.load('a1')).events).toHaveLength(2);
  });

  it('refuses an event of a writer who has not seen the last one, and keeps what is there', async () => {
    const archive = await open();
    await hold(archive, logOf(3));
    await expect(hold(archive, logOf(2))).rejects.toMatchObject(moved);
    await expect(hold(archive, logOf(3, 'other'))).rejects.toMatchObject(moved);
    await expect(hold(archive, [...logOf(2), ...logOf(4, 'other').slice(2)])).rejects.toMatchObject(moved);
    expect((await archive.load('a1')).events).toEqual(logOf(3));
  });

  it('lets exactly one of two writers win every place', async () => {
    const archive = await open();
    const race = await Promise.allSettled([hold(archive, logOf(1)), hold(archive, logOf(1, 'other'))]);
    expect(race.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('takes back the last event, and only the last', async () => {
    const archive = await open();
    const log = logOf(3);
    await hold(archive, log);
    for (const event of [...log].reverse().slice(0, 2)) await archive.undo(event);
    for (const event of log.slice(1)) await archive.undo(event);
    expect(await archive.load('a1')).toEqual({ header: { ...header, lastSeq: 1 }, events: log.slice(0, 1) });
    await hold(archive, log);
    expect((await archive.load('a1')).events).toEqual(log);
  });

  it('stores that an attempt is finished', async () => {
    const archive = await open();
    await hold(archive, logOf(1));
    await archive.hold({ ...header, lastSeq: 1, status: 'finished' }, logOf(1));
    expect(await archive.heads()).toEqual([{ ...header, lastSeq: 1, status: 'finished' }]);
  });

  it('puts a sound log in the place of a damaged one', async () => {
    const archive = await open();
    await hold(archive, logOf(3, 'damaged'));
    await archive.replace(headerWith(header, logOf(2)), logOf(2));
    expect((await archive.load('a1')).events).toEqual(logOf(2));
    await hold(archive, logOf(3));
  });

  it('removes an attempt with what was written about it, and nothing else', async () => {
    const archive = await open();
    await hold(archive, logOf(2));
    await archive.hold({ ...header, id: 'a10' }, []);
    const values = [
      ...valuesOf('a1').map((key) => ({ ...key, value: 'goes' })),
      { kind: 'setting', id: 'locale', value: 'en' },
      { kind: 'notes', id: 'a10', value: 'stays' },
    ] as const;
    for (const value of values) await archive.putValue(value);
    await archive.remove('a1');
    expect((await archive.load('a1')).events).toEqual([]);
    expect((await archive.heads()).map(({ id }) => id)).toEqual(['a10']);
    for (const key of valuesOf('a1')) expect(await archive.value(key)).toBeUndefined();
    expect(await archive.value({ kind: 'notes', id: 'a10' })).toMatchObject({ value: 'stays' });
    expect(await archive.valueKeys()).toHaveLength(2);
  });

  it('tells a watcher of every change, the newest attempt first, until it is stopped', async () => {
    const archive = await open();
    const seen: (readonly string[])[] = [];
    let told = (): void => undefined;
    const next = (): Promise<void> => new Promise((resolve) => (told = resolve));
    const first = next();
    const stop = archive.watch(
      (heads) => {
        seen.push(heads.map(({ id }) => id));
        told();
      },
      () => undefined,
    );
    await first;
    for (const [id, startedAt] of [
      ['old', 1],
      ['new', 2],
    ] as const) {
      const change = next();
      await archive.hold({ ...header, id, startedAt }, []);
      await change;
    }
    stop();
    await archive.hold({ ...header, id: 'unseen' }, []);
    expect(seen).toEqual([[], ['old'], ['new', 'old']]);
  });

  it('keeps answers, the oldest first, and the same answer once', async () => {
    const archive = await open();
    const answer = { id: 'x', section: 'u05/s3', check: 'atp', at: 9, answer: 150, right: true };
    const late = { ...answer, confidence: 'sure' };
    const early = { ...answer, id: 'y', at: 3, confidence: 'guess' };
    for (const each of [late, early, late]) await archive.addAnswer(each);
    expect(await archive.answers()).toEqual([early, late]);
  });

  it('keeps where the reading of a section stands, the last one written', async () => {
    const archive = await open();
    const reading = { section: 'u05/s3', position: '', done: false, at: 1 };
    await archive.putReading(reading);
    await archive.putReading({ ...reading, position: 'atp', done: true, at: 2 });
    expect(await archive.readings()).toEqual([{ ...reading, position: 'atp', done: true, at: 2 }]);
  });

  it('is empty after a wipe', async () => {
    const archive = await open();
    await hold(archive, logOf(2));
    await archive.putReading({ section: 'u05/s3', position: '', done: false, at: 1 });
    await archive.wipe();
    const after = archive.durable ? await open() : archive;
    expect(await after.heads()).toEqual([]);
    expect(await after.readings()).toEqual([]);
  });
});

describe('the database', () => {
  it('is not opened, let alone changed, by code that is older than it', async () => {
    const name = freshName();
    const newer = new Dexie(name);
    newer.version(90).stores({ heads: 'id', somethingNew: 'id' });
    await newer.open();
    newer.close();
    const opening = openDexieArchive(name, () => undefined);
    await expect(opening).rejects.toMatchObject({ fault: { code: 'newer-version' } });
    await newer.open();
    expect(newer.backendDB().version).toBe(900);
    expect([...newer.backendDB().objectStoreNames]).toEqual(['heads', 'somethingNew']);
    newer.close();
  });

  it('lets newer code in at once, says so, and never opens itself again', async () => {
    const name = freshName();
    let outdated = 0;
    const old = await openDexieArchive(name, () => (outdated += 1));
    await old.hold(header, []);
    const newer = new Dexie(name);
    newer
      .version(90)
      .stores({ heads: 'id, startedAt', events: '[attempt+seq]', values: '[kind+id]', more: 'id' });
    await newer.open();
    expect(outdated).toBe(1);
    await expect(old.hold(headerWith(header, logOf(1)), logOf(1))).rejects.toMatchObject({
      name: 'DatabaseClosedError',
    });
    expect(await newer.table('events').count()).toBe(0);
    newer.close();
  });
});

import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import {
  bytesOnDisk,
  freshName,
  handin,
  held,
  must,
  open,
  refused,
  roster,
  worldOf,
  type World,
} from '../../../tests/teaching-world';
import { openBackup, readBackup, type OpenBackup } from './restore';
import type { Change, Shelf } from './shelf';
import type { Teaching } from './teaching';

/** A browser that is gone after so many steps: what was asked of the disk before is there, nothing afterwards. */
function killedAfter(name: string, steps: number): World {
  const world = worldOf(name);
  let left = steps;
  const shelf = async (outdated: () => void): Promise<Shelf> => {
    const inner = await worldOf(name).ports.shelf(outdated);
    const write = inner.change.bind(inner);
    const change = (what: Change): Promise<void> => {
      left -= 1;
      return left < 0 ? Promise.reject(new DOMException('the page is gone', 'AbortError')) : write(what);
    };
    return Object.assign(inner, { change });
  };
  return { ...world, ports: { ...world.ports, shelf } };
}

const COUNT = 260;
const number = (index: number): string => `20238${String(index).padStart(4, '0')}`;

async function filled(name: string): Promise<void> {
  const teaching = await open(name);
  await must(teaching.putClass(roster));
  await must(teaching.putAssignment(held));
  const indices = Array.from({ length: COUNT }, (_, index) => index);
  await must(
    teaching.addHandins(
      indices.map((index) => handin(`h${String(index)}`, { number: number(index), receivedAt: index })),
    ),
  );
  for (const index of indices.slice(0, 30))
    await must(teaching.putFeedback('a1', { number: number(index), text: `words ${String(index)}`, at: 1 }));
  teaching.close();
}

/** Everything is there, once. */
async function expectAll(teaching: Teaching): Promise<void> {
  expect(await must(teaching.classes())).toEqual([roster]);
  const handins = await must(teaching.handins('a1'));
  expect(handins.map((each) => each.number)).toEqual(Array.from({ length: COUNT }, (_, i) => number(i)));
  const ids = handins.map(({ id }) => id);
  expect((await must(teaching.originals('a1', ids))).size).toBe(COUNT);
  const words = (await must(teaching.feedback('a1'))).map(({ text }) => text);
  expect(new Set(words).size).toBe(30);
  expect(words).toHaveLength(30);
}

async function inTheClear(name: string): Promise<boolean> {
  return (await bytesOnDisk(name)).includes('20238');
}

describe('a page that is killed', () => {
  it('while a first passphrase is set leaves everything readable, after whichever step; the next visit goes on', async () => {
    for (let steps = 0; ; steps += 1) {
      const name = freshName();
      await filled(name);
      const dying = await open(name, killedAfter(name, steps));
      const set = await dying.setPassphrase('a long passphrase');
      const complete = set.ok && !dying.unfinished;
      dying.close();
      const next = await open(name);
      // Either nothing has happened, or the passphrase stands and opens everything.
      expect(next.state, `after ${String(steps)} steps`).toBe(steps === 0 ? 'open' : 'locked');
      if (steps > 0) await must(next.unlock({ passphrase: 'a long passphrase' }));
      await expectAll(next);
      expect(await inTheClear(name)).toBe(steps === 0);
      expect((await must(next.notes())).codeKept).toBe(steps === 0);
      expect(next.unfinished).toBe(false);
      next.close();
      if (complete) {
        expect(steps).toBeGreaterThan(3);
        return;
      }
    }
  });

  it('while a backup is restored leaves all of it or nothing', async () => {
    const source = freshName();
    await filled(source);
    const backup = await backupOf(await open(source));
    for (let steps = 0; ; steps += 1) {
      const name = freshName();
      const dying = await open(name, killedAfter(name, steps));
      const done = await dying.backups.restore(backup);
      dying.close();
      const next = await open(name);
      if (done.ok) {
        expect(steps).toBe(1);
        await expectAll(next);
        return;
      }
      expect(await must(next.classes())).toEqual([]);
      expect(await must(next.handins('a1'))).toEqual([]);
    }
  });

  it('while a backup brings its passphrase leaves what was there readable, after whichever step', async () => {
    const source = freshName();
    await filled(source);
    const theirs = await open(source);
    await must(theirs.setPassphrase('theirs, a long one'));
    const backup = await backupOf(theirs, 'theirs, a long one');
    for (let steps = 0; steps < 4; steps += 1) {
      const name = freshName();
      const here = await open(name);
      await must(here.putClass({ ...roster, id: 'c9', name: 'here before' }));
      await must(here.putFeedback('a1', { number: number(3), text: 'older', at: 0 }));
      here.close();
      const dying = await open(name, killedAfter(name, steps));
      await dying.backups.restore(backup);
      dying.close();
      const next = await open(name);
      expect(next.state).toBe(steps === 0 ? 'open' : 'locked');
      if (steps > 0) await must(next.unlock({ passphrase: 'theirs, a long one' }));
      expect((await must(next.classes())).map(({ id }) => id)).toEqual(steps === 0 ? ['c9'] : ['c1', 'c9']);
      expect(await must(next.feedback('a1'))).toHaveLength(steps === 0 ? 1 : 30);
      expect(await inTheClear(name)).toBe(steps === 0);
    }
  });
});

describe('long work', () => {
  it('tells how far it is, up to the end', async () => {
    const name = freshName();
    await filled(name);
    const teaching = await open(name);
    const seen: (readonly [number, number])[] = [];
    const going = { step: (done: number, of: number) => seen.push([done, of]) };
    await must(teaching.setPassphrase('a long passphrase', going));
    expectToTheEnd(seen);
    seen.length = 0;
    await must(teaching.backups.make(going));
    expectToTheEnd(seen);
    const backup = await backupOf(teaching, 'a long passphrase');
    const there = await open();
    seen.length = 0;
    await must(there.backups.restore(backup, going));
    expect(seen.length).toBeGreaterThan(2);
    for (const [done, of] of seen) expect(done).toBeLessThanOrEqual(of);
  });

  it('that is called off has changed nothing: a backup, and restoring up to its last moment', async () => {
    const name = freshName();
    await filled(name);
    const teaching = await open(name);
    const off = AbortSignal.abort();
    expect(await teaching.backups.make({ signal: off })).toMatchObject(refused('cancelled'));
    expect((await must(teaching.notes())).backup).toBe(0);
    const backup = await backupOf(teaching);
    for (const at of [0, 0.6, 0.9]) {
      const there = await open();
      const stop = new AbortController();
      const step = (done: number, of: number): void => {
        if (done >= of * at) stop.abort();
      };
      expect(await there.backups.restore(backup, { step, signal: stop.signal })).toMatchObject(
        refused('cancelled'),
      );
      expect(await must(there.classes())).toEqual([]);
      expect(await must(there.handins('a1'))).toEqual([]);
      await must(there.backups.restore(backup));
      await expectAll(there);
    }
  });

  it('where the disk is full sets the passphrase all the same, and goes on later', async () => {
    const name = freshName();
    await filled(name);
    const teaching = await open(name, killedAfter(name, 2));
    const code = await must(teaching.setPassphrase('a long passphrase'));
    expect(code).toMatch(/^\w{4}-/);
    expect(teaching.unfinished).toBe(true);
    await expectAll(teaching);
    expect(await teaching.backups.make()).toMatchObject({ ok: false });
    teaching.close();
    const next = await open(name);
    await must(next.unlock({ passphrase: 'a long passphrase' }));
    expect(next.unfinished).toBe(false);
    await must(next.backups.make());
  });
});

function expectToTheEnd(seen: readonly (readonly [number, number])[]): void {
  expect(seen.length).toBeGreaterThan(1);
  const [done, of] = seen.at(-1) ?? [0, 1];
  expect(done).toBe(of);
  expect(seen.map(([each]) => each)).toEqual(seen.map(([each]) => each).toSorted((a, b) => a - b));
}

async function backupOf(teaching: Teaching, passphrase?: string): Promise<OpenBackup> {
  const read = await readBackup(await must(teaching.backups.make()));
  if (!read.ok) throw new Error(read.error.code);
  const backup = await openBackup(read.value, passphrase === undefined ? undefined : { passphrase });
  if (!backup.ok) throw new Error(backup.error.code);
  return backup.value;
}

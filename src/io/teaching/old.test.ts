import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { Dexie } from 'dexie';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { bytesOnDisk, freshName, must, open, refused } from '../../../tests/teaching-world';
import type { Opening } from './lock';
import { openBackup, readBackup } from './restore';
import type { Teaching } from './teaching';

// What version 1 of the workspace wrote, frozen: the database without a passphrase and with one, and its backups. It must
// load for ever.
const locked = v.pipe(
  v.object({ base64: v.string() }),
  v.transform(({ base64 }) => new Uint8Array(Buffer.from(base64, 'base64'))),
);
const state = v.object({
  rows: v.array(v.looseObject({ content: v.union([v.string(), locked]) })),
  kept: v.array(v.looseObject({ id: v.string() })),
  backup: v.string(),
});
const old = v.parse(
  v.object({ passphrase: v.string(), recovery: v.string(), sealed: v.string(), open: state, locked: state }),
  JSON.parse(readFileSync('tests/old/teaching/v1.json', 'utf8')),
);

/** A database as version 1 left it. */
async function asItWas(from: typeof old.open): Promise<string> {
  const name = freshName();
  const database = new Dexie(name);
  database.version(1).stores({ rows: '[kind+id], [kind+parent], parent', kept: 'id' });
  await database.open();
  await database.table('rows').bulkPut(from.rows);
  await database.table('kept').bulkPut(from.kept);
  database.close();
  return name;
}

/** All that version 1 was given to keep. */
async function expectAll(teaching: Teaching): Promise<void> {
  expect(await must(teaching.profile())).toEqual({ teacher: '司马老师' });
  expect((await must(teaching.roster('c1'))).students.map(({ name }) => name)).toHaveLength(6);
  expect((await must(teaching.assignments())).map((each) => each.assignment.id)).toEqual(['a1', 'a2']);
  const handins = await must(teaching.handins('a1'));
  expect(handins.map(({ id }) => id)).toEqual(['h0', 'h1', 'h2', 'h3', 'h4', 'h5', 'h9']);
  expect(handins[5]).toMatchObject({ name: '欧阳己', number: '2023885', verdict: { ok: true, score: 7005 } });
  expect(await must(teaching.original('a1', 'h9'))).toEqual(Uint8Array.of(9, 0, 255));
  const overrides = await must(teaching.overrides('a1'));
  expect(overrides.map(({ number }) => number).toSorted()).toEqual(['2023880', '2023881', '2023882']);
  expect(await must(teaching.feedback('a1'))).toEqual([{ number: '2023884', text: '进步很大', at: 8 }]);
  expect((await must(teaching.remarks('a1'))).map(({ overall }) => overall)).toEqual(['好']);
}

const TELLING = ['2023880', '2023881', '2023882', '2023884', '欧阳', '司马'];

async function told(name: string): Promise<readonly string[]> {
  const disk = await bytesOnDisk(name);
  return TELLING.filter((secret) => disk.includes(secret));
}

async function restored(text: string, opening?: Opening): Promise<Teaching> {
  const read = await readBackup(new TextEncoder().encode(text));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const backup = await openBackup(read.value, opening);
  if (!backup.ok) throw new Error(JSON.stringify(backup.error));
  const teaching = await open();
  await must(teaching.backups.restore(backup.value));
  expect((await must(teaching.backups.restore(backup.value))).put).toEqual([]);
  return teaching;
}

describe('a workspace that version 1 wrote', () => {
  it('without a passphrase opens as it is, and hides everything once one is set', async () => {
    const name = await asItWas(old.open);
    const teaching = await open(name);
    await expectAll(teaching);
    expect((await must(teaching.notes())).idle).toBe(60);
    await must(teaching.setPassphrase('a long one'));
    expect(await told(name)).toEqual([]);
    await expectAll(teaching);
    expect(await must(teaching.analysis('play/2/h0'))).toEqual({ n: 1 });
  });

  it.each([{ passphrase: old.passphrase }, { recovery: old.recovery }])(
    'with a passphrase stays as it is while locked, and hides numbers at the first unlocking (%o)',
    async (opening) => {
      const name = await asItWas(old.locked);
      const first = await open(name);
      expect(first.state).toBe('locked');
      expect(await first.overrides('a1')).toMatchObject(refused('locked'));
      expect(await told(name)).not.toEqual([]);
      await must(first.unlock(opening));
      await expectAll(first);
      expect(await told(name)).toEqual([]);
      expect(first.unfinished).toBe(false);
      const sealed = new Uint8Array(Buffer.from(old.sealed, 'base64'));
      expect(await must(first.openSealed(sealed))).toEqual(Uint8Array.of(4, 5, 6));
      first.close();
      const second = await open(name);
      await must(second.unlock(opening));
      await expectAll(second);
      expect(await must(second.analysis('play/2/h0'))).toEqual({ n: 1 });
    },
  );

  it('takes a new passphrase straight away, by the old recovery code', async () => {
    const name = await asItWas(old.locked);
    const teaching = await open(name);
    await must(teaching.renewPassphrase({ recovery: old.recovery }, 'a new passphrase'));
    await expectAll(teaching);
    expect(await told(name)).toEqual([]);
  });

  it('left backups that can be restored, open and locked, twice without doubling anything', async () => {
    await expectAll(await restored(old.open.backup));
    const teaching = await restored(old.locked.backup, { passphrase: old.passphrase });
    await expectAll(teaching);
    teaching.lock();
    await must(teaching.unlock({ recovery: old.recovery }));
    await expectAll(teaching);
  });
});

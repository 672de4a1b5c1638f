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
} from '../../../tests/teaching-world';
import type { Ports } from './ports';
import { openBackup, readBackup, type OpenBackup } from './restore';
import { Teaching } from './teaching';

const heardLock = (teaching: Teaching): Promise<string> =>
  new Promise((resolve) => {
    const stop = teaching.watchLock((state) => {
      stop();
      resolve(state);
    });
  });

const heardChange = (teaching: Teaching): Promise<readonly string[]> =>
  new Promise((resolve) => {
    const stop = teaching.watch((kinds) => {
      stop();
      resolve([...kinds]);
    });
  });

/** A tab that hears nothing of the others, as one that was asleep. */
const deafTab = (name: string, ports: Partial<Ports> = {}): Promise<Teaching> => {
  const deaf = { ...worldOf(name).ports, ...ports, hear: () => () => undefined };
  return must(Teaching.open(deaf, () => undefined));
};

async function backupOf(teaching: Teaching, passphrase: string): Promise<OpenBackup> {
  const read = await readBackup(await must(teaching.backups.make()));
  if (!read.ok) throw new Error(read.error.code);
  const backup = await openBackup(read.value, { passphrase });
  if (!backup.ok) throw new Error(backup.error.code);
  return backup.value;
}

describe('two tabs', () => {
  it('one restores a backup with a passphrase: the other is locked, and shows it once unlocked', async () => {
    const source = await open();
    await must(source.putClass(roster));
    await must(source.setPassphrase('a long one'));
    const backup = await backupOf(source, 'a long one');
    const name = freshName();
    const [one, two] = [await open(name), await open(name)];
    await must(two.putClass({ ...roster, id: 'c2' }));
    const heard = heardLock(two);
    await must(one.backups.restore(backup));
    expect(await heard).toBe('locked');
    expect(await two.classes()).toMatchObject(refused('locked'));
    await must(two.unlock({ passphrase: 'a long one' }));
    expect((await must(two.classes())).map(({ id }) => id)).toEqual(['c1', 'c2']);
  });

  it('one restores: the other hears which kinds came, and its lists are never out of date', async () => {
    const source = await open();
    await must(source.putAssignment(held));
    await must(source.addHandins([handin('h1'), handin('h2')]));
    const read = await readBackup(await must(source.backups.make()));
    const backup = read.ok ? await openBackup(read.value, undefined) : read;
    if (!backup.ok) throw new Error(backup.error.code);
    const name = freshName();
    const [one, two] = [await open(name), await open(name)];
    await must(one.addHandins([handin('h0')]));
    expect(await must(two.handins('a1'))).toHaveLength(1);
    const heard = heardChange(two);
    await must(one.backups.restore(backup.value));
    expect(await heard).toContain('handins');
    expect(await must(two.handins('a1'))).toHaveLength(3);
    await must(one.setVerdicts('a1', new Map([['h1', 'judged anew']])));
    await must(one.removeHandins('a1', ['h0']));
    const now = (await must(two.handins('a1'))).map(({ id, verdict }) => [id, verdict]);
    expect(now).toEqual([
      ['h1', 'judged anew'],
      ['h2', { ok: true, score: 8260 }],
    ]);
  });

  it('a tab that was asleep while a passphrase was set learns of it from its next step, reading or writing', async () => {
    for (const step of ['read', 'write'] as const) {
      const name = freshName();
      const asleep = await deafTab(name);
      const awake = await open(name);
      await must(awake.putClass(roster));
      await must(awake.setPassphrase('a long one'));
      const heard = heardLock(asleep);
      const answer =
        step === 'read' ? await asleep.classes() : await asleep.putClass({ ...roster, id: 'c2' });
      expect(answer).toMatchObject(refused('locked'));
      expect(await heard).toBe('locked');
      expect(asleep.state).toBe('locked');
      expect((await bytesOnDisk(name)).includes('2023001')).toBe(false);
    }
  });

  it('a passphrase that is set between working out and writing stops the writing, also without a lock manager', async () => {
    const name = freshName();
    const slow = await deafTab(name, { alone: (work) => work() });
    const other = await deafTab(name, { alone: (work) => work() });
    const setting = other.setPassphrase('a long one');
    const writes = Array.from({ length: 40 }, (_, index) =>
      slow.putFeedback('a1', { number: `2023${String(index)}`, text: 'clear words', at: 1 }),
    );
    await must(setting);
    const late = await slow.putFeedback('a1', { number: '2023999', text: 'clear words', at: 1 });
    expect(late).toMatchObject(refused('locked'));
    const written = (await Promise.all(writes)).filter(({ ok }) => ok).length;
    const again = await open(name);
    await must(again.unlock({ passphrase: 'a long one' }));
    expect(await must(again.feedback('a1'))).toHaveLength(written);
    expect((await bytesOnDisk(name)).includes('clear words')).toBe(false);
  });

  it('a tab that works keeps the others from locking it for idleness', async () => {
    const name = freshName();
    const [front, back] = [worldOf(name), worldOf(name)];
    const [working, resting] = [await open(name, front), await open(name, back)];
    await must(working.setPassphrase('a long one'));
    await must(resting.unlock({ passphrase: 'a long one' }));
    const told = new Promise<void>((resolve) => {
      const stop = worldOf(name).ports.hear(({ kind }) => {
        if (kind !== 'here') return;
        stop();
        resolve();
      });
    });
    front.now += 29 * 60_000;
    back.now += 29 * 60_000;
    working.touch();
    await told;
    front.now += 2 * 60_000;
    back.now += 2 * 60_000;
    back.tick();
    expect(resting.state).toBe('unlocked');
    expect(working.state).toBe('unlocked');
    back.now += 30 * 60_000;
    back.tick();
    expect(resting.state).toBe('locked');
  });
});

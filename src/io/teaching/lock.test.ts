import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import {
  freshName,
  handin,
  must,
  onDisk,
  open,
  refused,
  roster,
  worldOf,
} from '../../../tests/teaching-world';
import { sealTo } from '../secrets';
import { Teaching } from './teaching';

describe('with a passphrase', () => {
  it('locks what was there before, and keeps nothing in the clear but kinds, ids and times', async () => {
    const name = freshName();
    const teaching = await open(name);
    await must(teaching.putClass(roster));
    await must(teaching.addHandins([handin('h1')]));
    expect(await onDisk(name)).toContain('2023001');
    expect(teaching.publicKey()).toBeNull();
    await must(teaching.setPassphrase('a long one'));
    await must(teaching.addHandins([handin('h2')]));
    const disk = await onDisk(name);
    for (const secret of ['2023001', '王一', '物流', '7R1-', '8260', 'a long one'])
      expect(disk, secret).not.toContain(secret);
    expect(teaching.state).toBe('unlocked');
    expect(await must(teaching.classes())).toEqual([roster]);
    expect(teaching.publicKey()).toMatch(/^[\w-]{87}$/);
  });

  it('answers nothing while it is locked, also after a reload, until the passphrase is given', async () => {
    const name = freshName();
    const first = await open(name);
    await must(first.putClass(roster));
    await must(first.setPassphrase('a long one'));
    const states: string[] = [];
    first.watchLock((state) => states.push(state));
    first.lock();
    expect(await first.classes()).toMatchObject(refused('locked'));
    expect(await first.putClass(roster)).toMatchObject(refused('locked'));
    expect(first.pairs()).toEqual([]);
    first.close();
    const second = await open(name);
    expect(second.state).toBe('locked');
    expect(await second.unlock({ passphrase: 'a wrong one' })).toMatchObject(refused('wrong-passphrase'));
    expect(second.state).toBe('locked');
    await must(second.unlock({ passphrase: 'a long one' }));
    expect(await must(second.classes())).toEqual([roster]);
    expect(states).toEqual(['locked']);
  });

  it('opens by the recovery code, which then gives a new passphrase; the old ones are worth nothing', async () => {
    const name = freshName();
    const first = await open(name);
    const code = await must(first.setPassphrase('forgotten'));
    await must(first.putClass(roster));
    const key = first.publicKey();
    first.close();
    const second = await open(name);
    const wrong = await second.unlock({ recovery: code.replace(/^./, code.startsWith('0') ? '1' : '0') });
    expect(wrong).toMatchObject(refused('wrong-recovery'));
    expect(await second.unlock({ recovery: 'nonsense' })).toMatchObject(refused('wrong-recovery'));
    const next = await must(second.renewPassphrase({ recovery: code.toLowerCase() }, 'remembered'));
    expect(await must(second.classes())).toEqual([roster]);
    expect(second.publicKey()).toBe(key);
    second.lock();
    expect(await second.unlock({ passphrase: 'forgotten' })).toMatchObject(refused('wrong-passphrase'));
    expect(await second.unlock({ recovery: code })).toMatchObject(refused('wrong-recovery'));
    await must(second.unlock({ recovery: next }));
    second.lock();
    await must(second.unlock({ passphrase: 'remembered' }));
  });

  it('opens what was sealed to it, and says why it cannot open other things', async () => {
    const teaching = await open();
    expect(await teaching.openSealed(Uint8Array.of(1))).toMatchObject(refused('no-key'));
    await must(teaching.setPassphrase('a long one'));
    const sealed = await sealTo(teaching.publicKey() ?? '', Uint8Array.of(1, 2, 3));
    if (!sealed.ok) throw new Error(sealed.error.code);
    expect(await must(teaching.openSealed(sealed.value))).toEqual(Uint8Array.of(1, 2, 3));
    const altered = Uint8Array.from(sealed.value);
    altered[40] = (altered[40] ?? 0) ^ 1;
    expect(await teaching.openSealed(altered)).toMatchObject(refused('wrong-key'));
    expect(await teaching.openSealed(Uint8Array.of(9))).toMatchObject(refused('not-sealed'));
    teaching.lock();
    expect(await teaching.openSealed(sealed.value)).toMatchObject(refused('locked'));
  });

  it('locks itself after the idle minutes, not before, and not where that is switched off', async () => {
    const name = freshName();
    const world = worldOf(name);
    const teaching = await open(name, world);
    await must(teaching.setPassphrase('a long one'));
    await must(teaching.putNotes({ idle: 5 }));
    world.now += 4 * 60_000;
    world.tick();
    teaching.touch();
    world.now += 4 * 60_000;
    world.tick();
    expect(teaching.state).toBe('unlocked');
    world.now += 60_000;
    world.tick();
    expect(teaching.state).toBe('locked');
    await must(teaching.unlock({ passphrase: 'a long one' }));
    await must(teaching.putNotes({ idle: 0 }));
    world.now += 1e9;
    world.tick();
    expect(teaching.state).toBe('unlocked');
  });

  it('is locked in every tab as soon as one locks it, and asks every tab that did not know of it', async () => {
    const name = freshName();
    const [one, two] = [await open(name), await open(name)];
    const heard = (teaching: Teaching): Promise<string> =>
      new Promise((resolve) => teaching.watchLock(resolve));
    const second = heard(two);
    await must(one.setPassphrase('a long one'));
    expect(await second).toBe('locked');
    await must(two.unlock({ passphrase: 'a long one' }));
    const first = heard(one);
    two.lock();
    expect(await first).toBe('locked');
    one.close();
    two.close();
  });

  it('never writes in the clear from a tab that has not heard of the passphrase', async () => {
    const name = freshName();
    const deaf = { ...worldOf(name).ports, hear: () => () => undefined };
    const old = await must(Teaching.open(deaf, () => undefined));
    const one = await open(name);
    await must(one.setPassphrase('a long one'));
    expect(await old.putClass(roster)).toMatchObject(refused('locked'));
    expect(await onDisk(name)).not.toContain('2023001');
  });

  it('goes on locking rows where a closed browser stopped', async () => {
    const name = freshName();
    const first = await open(name);
    await must(first.setPassphrase('a long one'));
    first.close();
    const database = await new Dexie(name).open();
    const text = JSON.stringify(roster);
    await database.table('rows').put({ kind: 'class', id: 'c1', parent: '', at: 1, content: text });
    const kept: unknown = await database.table('kept').get('vault');
    if (typeof kept !== 'object' || kept === null || !('vault' in kept)) throw new Error('no vault');
    await database
      .table('kept')
      .put({ id: 'vault', vault: Object.assign({}, kept.vault, { sweeping: true }) });
    database.close();
    const second = await open(name);
    await must(second.unlock({ passphrase: 'a long one' }));
    expect(await onDisk(name)).not.toContain('2023001');
    expect(await must(second.classes())).toEqual([roster]);
  });
});

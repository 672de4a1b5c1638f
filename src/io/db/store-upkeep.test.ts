import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import {
  appendAll,
  ATTEMPT,
  ATTEMPT_FILE,
  code,
  failDead,
  FakeMachine,
  value,
} from '../../../tests/e2e/storage-fakes';
import { canonical, hashText } from '../../core/base';
import { valuesOf } from './archive';
import { isChain, seal } from './chain';

let machines = 0;
const newMachine = (): FakeMachine => new FakeMachine(`upkeep-${(machines += 1)}`);

async function editSecondEvent(machine: FakeMachine): Promise<void> {
  const editor = await new Dexie(machine.database).open();
  await editor.table('events').update(['a1', 2], { input: 'better' });
  editor.close();
}

describe('an attempt', () => {
  it('can be created again before its first event, and not as another attempt of the same name', async () => {
    const store = await newMachine().start();
    value(await store.create(ATTEMPT));
    expect(code(await store.create(ATTEMPT))).toBe('ok');
    expect(code(await store.create({ ...ATTEMPT, seed: 8 }))).toBe('head-moved');
    expect(await store.attempts()).toEqual([{ ...ATTEMPT, status: 'open', lastSeq: 0, v: 1 }]);
  });

  it('must have a name that every file system takes', async () => {
    const store = await newMachine().start();
    expect(() => store.create({ ...ATTEMPT, id: '../a1' })).toThrow('name');
  });

  it('takes nothing more once it is finished, also after a restart', async () => {
    const machine = newMachine();
    const store = await machine.start();
    value(await store.create(ATTEMPT));
    const open = value(await store.open('a1'));
    await appendAll(open, ['one']);
    expect(value(await open.session.finish())).toMatchObject({ status: 'finished', lastSeq: 1 });
    expect(code(await open.session.finish())).toBe('ok');
    expect(code(await open.session.append('two'))).toBe('unknown');
    machine.kill();
    await machine.emptyDatabase();
    const again = value(await (await machine.start()).open('a1'));
    expect(again.header).toMatchObject({ status: 'finished', lastSeq: 1 });
    expect(code(await again.session.append('two'))).toBe('unknown');
  });

  it('is gone for good once removed, with its notes and its journal', async () => {
    const machine = newMachine();
    const store = await machine.start();
    value(await store.create(ATTEMPT));
    const open = value(await store.open('a1'));
    await appendAll(open, ['one']);
    for (const key of valuesOf('a1')) value(await store.putValue(key, 'goes'));
    await open.session.close();
    expect(code(await store.remove('a1'))).toBe('ok');
    machine.kill();
    const after = await machine.start();
    expect(await after.attempts()).toEqual([]);
    expect(await after.value({ kind: 'notes', id: 'a1' })).toBeUndefined();
    expect(machine.disk.files.size).toBe(0);
    expect(after.health().lostAttempts).toEqual([]);
    expect(code(await after.open('a1'))).toBe('not-found');
  });

  it('whose row was damaged in the database is mended there from the journal', async () => {
    const machine = newMachine();
    const store = await machine.start();
    value(await store.create(ATTEMPT));
    const events = await appendAll(value(await store.open('a1')), ['one', 'two', 'three']);
    machine.kill();
    await editSecondEvent(machine);
    expect(value(await (await machine.start()).open('a1')).events).toEqual(events);
    machine.kill();
    machine.disk.files.clear();
    expect(value(await (await machine.start()).open('a1'))).toMatchObject({ events, lost: 0 });
  });

  it('whose rows were edited cannot be opened or read', async () => {
    const machine = newMachine();
    const store = await machine.start();
    value(await store.create(ATTEMPT));
    await appendAll(value(await store.open('a1')), ['one', 'two', 'three']);
    machine.kill();
    machine.disk.files.clear();
    await editSecondEvent(machine);
    const after = await machine.start();
    expect(code(await after.open('a1'))).toBe('broken-chain');
    expect(code(await after.read('a1'))).toBe('broken-chain');
    expect(code(await after.open('a1'))).toBe('broken-chain');
  });
});

describe('a backup', () => {
  it('comes back on another machine as it was', async () => {
    const [from, to] = [await newMachine().start(), await newMachine().start()];
    value(await from.create(ATTEMPT));
    await appendAll(value(await from.open('a1')), ['one', 'two']);
    const { header, events } = value(await from.read('a1'));
    expect(isChain(header, events)).toBe(true);
    expect(code(await to.restore(header, events))).toBe('ok');
    expect(code(await to.restore(header, events))).toBe('ok');
    expect(value(await to.read('a1'))).toEqual({ header, events, lost: 0 });
  });

  it('is refused when it was edited or contradicts what is stored', async () => {
    const machine = newMachine();
    const store = await machine.start();
    value(await store.create(ATTEMPT));
    const open = value(await store.open('a1'));
    await appendAll(open, ['one', 'two']);
    await open.session.close();
    const { header, events } = value(await store.read('a1'));
    const edited = events.map((event) => ({ ...event, input: 'better' }));
    expect(code(await store.restore(header, edited))).toBe('broken-chain');
    expect(code(await store.restore(header, events.slice(1)))).toBe('broken-chain');
    const journal = machine.disk.files.get(ATTEMPT_FILE);
    const other = [seal(header, [], { wall: 0, input: 'another play' })];
    for (const log of [events.slice(0, 1), other]) {
      expect(code(await store.restore(header, log))).toBe('head-moved');
    }
    expect(machine.disk.files.get(ATTEMPT_FILE)).toEqual(journal);
    expect(value(await store.read('a1')).events).toEqual(events);
  });
});

describe('a value', () => {
  it('is the last one put, also after the database was emptied', async () => {
    const machine = newMachine();
    const store = await machine.start();
    expect(await store.value({ kind: 'setting', id: 'locale' })).toBeUndefined();
    value(await store.putValue({ kind: 'setting', id: 'locale' }, 'en'));
    value(await store.putValue({ kind: 'setting', id: 'locale' }, 'zh-CN'));
    value(await store.putValue({ kind: 'reflection', id: 'a1' }, { learnt: ['ask first'] }));
    machine.kill();
    await machine.emptyDatabase();
    const after = await machine.start();
    expect(await after.value({ kind: 'setting', id: 'locale' })).toBe('zh-CN');
    expect(await after.value({ kind: 'reflection', id: 'a1' })).toEqual({ learnt: ['ask first'] });
  });

  it('is found by its kind', async () => {
    const store = await newMachine().start();
    value(await store.putValue({ kind: 'assignment', id: 'k7m2' }, 1));
    value(await store.putValue({ kind: 'assignment', id: 'p4x9' }, 2));
    value(await store.putValue({ kind: 'task', id: 'a1' }, 3));
    expect(new Set(await store.names('assignment'))).toEqual(new Set(['k7m2', 'p4x9']));
    expect(await store.names('remark')).toEqual([]);
  });

  it('that is put very often does not fill the disk', async () => {
    const machine = newMachine();
    const store = await machine.start();
    const note = 'x'.repeat(8_000);
    for (let i = 0; i < 40; i++) value(await store.putValue({ kind: 'notes', id: 'a1' }, `${note}${i}`));
    const size = machine.disk.files.get('value-notes-a1.log')?.length ?? 0;
    expect(size).toBeGreaterThan(8_000);
    expect(size).toBeLessThan(80_000);
    machine.kill();
    await machine.emptyDatabase();
    expect(await (await machine.start()).value({ kind: 'notes', id: 'a1' })).toBe(`${note}39`);
  });

  it('is kept by one copy when the other fails, and refused when both do', async () => {
    const machine = newMachine();
    const store = await machine.start();
    const notes = { kind: 'notes', id: 'a1' } as const;
    machine.disk.broken = true;
    expect(code(await store.putValue(notes, 'one'))).toBe('ok');
    expect(store.health().journal).toBe('lost');
    machine.beforeWrite = failDead;
    expect(code(await store.putValue(notes, 'two'))).toBe('no-storage');
  });

  it('is refused when the disk is full', async () => {
    const machine = newMachine();
    const store = await machine.start();
    machine.disk.room = 5;
    expect(code(await store.putValue({ kind: 'notes', id: 'a1' }, 'x'))).toBe('full');
  });
});

describe('another version of the program', () => {
  it('that is newer makes this one refuse every write at once', async () => {
    const machine = newMachine();
    let told = 0;
    const store = await machine.start(() => (told += 1));
    value(await store.create(ATTEMPT));
    const open = value(await store.open('a1'));
    const newer = new Dexie(machine.database);
    newer
      .version(90)
      .stores({ heads: 'id, startedAt', events: '[attempt+seq]', values: '[kind+id]', more: 'id' });
    await newer.open();
    expect(told).toBe(1);
    const journal = machine.disk.files.get(ATTEMPT_FILE);
    expect(code(await open.session.append('one'))).toBe('outdated');
    expect(code(await store.putValue({ kind: 'notes', id: 'a1' }, 'x'))).toBe('outdated');
    expect(store.health().refused).toBe('outdated');
    expect(machine.disk.files.get(ATTEMPT_FILE)).toEqual(journal);
    newer.close();
    machine.kill();
    const stale = await machine.start();
    expect(code(await stale.open('a1'))).toBe('newer-version');
    expect(stale.health()).toMatchObject({ dexie: 'none', refused: 'newer-version' });
  });

  it('that comes while an input is being stored is not taken for a broken database', async () => {
    const machine = newMachine();
    const store = await machine.start();
    value(await store.create(ATTEMPT));
    const open = value(await store.open('a1'));
    machine.beforeWrite = () => {
      machine.announceNewer();
      failDead();
    };
    expect(code(await open.session.append('one'))).toBe('outdated');
    expect(store.health()).toMatchObject({ dexie: 'ok', refused: 'outdated' });
  });

  it('that is newer and wrote to the journal is not written over', async () => {
    const machine = newMachine();
    value(await (await machine.start()).create(ATTEMPT));
    machine.kill();
    const text = canonical({ kind: 'pause', minutes: 3 });
    const line = new TextEncoder().encode(`${hashText(text)} ${text}\n`);
    const bytes = new Uint8Array([...(machine.disk.files.get(ATTEMPT_FILE) ?? []), ...line]);
    machine.disk.files.set(ATTEMPT_FILE, bytes);
    expect(code(await (await machine.start()).open('a1'))).toBe('newer-version');
    machine.kill();
    await machine.emptyDatabase();
    expect(await (await machine.start()).attempts()).toEqual([]);
    expect(machine.disk.files.get(ATTEMPT_FILE)).toEqual(bytes);
  });
});

describe('erasing everything', () => {
  it('leaves no file, no row and no trace of an attempt', async () => {
    const machine = newMachine();
    const store = await machine.start();
    value(await store.create(ATTEMPT));
    await appendAll(value(await store.open('a1')), ['one']);
    value(await store.putValue({ kind: 'setting', id: 'locale' }, 'en'));
    expect(code(await store.erase())).toBe('ok');
    expect(machine.disk.files.size).toBe(0);
    expect(machine.witness.attempts()).toEqual([]);
    expect(await Dexie.exists(machine.database)).toBe(false);
    expect(code(await store.create(ATTEMPT))).toBe('unknown');
    const after = await machine.start();
    expect(await after.attempts()).toEqual([]);
  });
});

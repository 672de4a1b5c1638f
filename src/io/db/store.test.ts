import { describe, expect, it } from 'vitest';
import {
  appendAll,
  ATTEMPT,
  ATTEMPT_FILE,
  code,
  failDead,
  failFull,
  FakeMachine,
  value,
} from '../../../tests/e2e/storage-fakes';
import type { StoredEvent } from './model';
import type { OpenAttempt, Store } from './store';

let machines = 0;
const newMachine = (): FakeMachine => new FakeMachine(`machine-${(machines += 1)}`);

/** A machine on which three inputs were acknowledged and the browser was killed. */
async function afterThree(): Promise<{ machine: FakeMachine; events: readonly StoredEvent[] }> {
  const machine = newMachine();
  const store = await machine.start();
  value(await store.create(ATTEMPT));
  const events = await appendAll(value(await store.open('a1')), ['one', 'two', 'three']);
  machine.kill();
  return { machine, events };
}

async function reopened(machine: FakeMachine): Promise<{ store: Store; open: OpenAttempt }> {
  const store = await machine.start();
  return { store, open: value(await store.open('a1')) };
}

describe('an acknowledged input', () => {
  it('is there after the browser was killed', async () => {
    const { machine, events } = await afterThree();
    const { store, open } = await reopened(machine);
    expect(open).toMatchObject({ events, lost: 0, header: { lastSeq: 3, status: 'open' } });
    expect(store.health()).toMatchObject({ dexie: 'ok', journal: 'ok', restored: 0, lostAttempts: [] });
  });

  it('is there after the browser emptied the database', async () => {
    const { machine, events } = await afterThree();
    await machine.emptyDatabase();
    const { store, open } = await reopened(machine);
    expect(open).toMatchObject({ events, lost: 0 });
    expect(store.health().restored).toBe(1);
    expect(await store.attempts()).toMatchObject([{ id: 'a1', lastSeq: 3 }]);
    await appendAll(open, ['four']);
    machine.kill();
    machine.disk.files.clear();
    expect((await reopened(machine)).open.events).toHaveLength(4);
  });

  it('is there after the journal was deleted or torn', async () => {
    const { machine, events } = await afterThree();
    machine.disk.files.delete(ATTEMPT_FILE);
    expect((await reopened(machine)).open).toMatchObject({ events, lost: 0 });
    machine.kill();
    const bytes = machine.disk.files.get(ATTEMPT_FILE) ?? new Uint8Array();
    machine.disk.files.set(ATTEMPT_FILE, bytes.slice(0, bytes.length - 5));
    expect((await reopened(machine)).open).toMatchObject({ events, lost: 0 });
    machine.kill();
    await machine.emptyDatabase();
    expect((await reopened(machine)).open).toMatchObject({ events, lost: 0 });
  });

  it('is flushed to the journal before it is acknowledged', async () => {
    const { machine } = await afterThree();
    const { open } = await reopened(machine);
    const before = machine.disk.flushes;
    await appendAll(open, ['four', 'five']);
    expect(machine.disk.flushes).toBe(before + 2);
  });

  it('that both copies lost is counted, so that the learner can be told', async () => {
    const { machine } = await afterThree();
    await machine.emptyDatabase();
    const bytes = machine.disk.files.get(ATTEMPT_FILE) ?? new Uint8Array();
    machine.disk.files.set(ATTEMPT_FILE, bytes.slice(0, bytes.length - 5));
    const { open } = await reopened(machine);
    expect(open).toMatchObject({ lost: 1, header: { lastSeq: 2 } });
    await appendAll(open, ['three again']);
    machine.kill();
    expect((await reopened(machine)).open).toMatchObject({ lost: 0, header: { lastSeq: 3 } });
  });

  it('of an attempt that is gone altogether is reported', async () => {
    const { machine } = await afterThree();
    await machine.emptyDatabase();
    machine.disk.files.clear();
    const store = await machine.start();
    expect(store.health().lostAttempts).toEqual([{ attempt: 'a1', events: 3 }]);
    expect(code(await store.open('a1'))).toBe('not-found');
  });
});

describe('one attempt, several writers', () => {
  it('is refused to a second tab and a second page, and free again when closed', async () => {
    const { machine } = await afterThree();
    const { store, open } = await reopened(machine);
    const other = await machine.start();
    expect(code(await other.open('a1'))).toBe('locked-elsewhere');
    expect(code(await other.remove('a1'))).toBe('locked-elsewhere');
    expect(code(await store.open('a1'))).toBe('locked-elsewhere');
    void open.session.close();
    expect(code(await store.open('a1'))).toBe('ok');
  });

  it('can be read while it is being written', async () => {
    const { machine, events } = await afterThree();
    const { open } = await reopened(machine);
    const other = await machine.start();
    const [four] = await appendAll(open, ['four']);
    expect(value(await other.read('a1')).events).toEqual([...events, four]);
  });

  it('serves inputs in the order of the calls, and none after closing', async () => {
    const { machine } = await afterThree();
    const { open } = await reopened(machine);
    const calls = [4, 5, 6].map((input) => open.session.append(input));
    const closing = open.session.close();
    expect(code(await open.session.append('late'))).toBe('unknown');
    expect((await Promise.all(calls)).map(value)).toMatchObject([{ seq: 4 }, { seq: 5 }, { seq: 6 }]);
    await closing;
  });
});

describe('a browser without locks', () => {
  it('refuses a second page of the same tab, and a second tab as long as the first is there', async () => {
    const { machine } = await afterThree();
    machine.without = { locks: true };
    const { store } = await reopened(machine);
    expect(code(await store.open('a1'))).toBe('locked-elsewhere');
    const other = await machine.start();
    expect(code(await other.open('a1'))).toBe('locked-elsewhere');
  });

  it('lets no second tab without a journal put its events among those of the first', async () => {
    const { machine, events } = await afterThree();
    machine.without = { locks: true, journal: true };
    const [one, other] = [await reopened(machine), await reopened(machine)];
    const [four] = await appendAll(one.open, ['four']);
    expect(code(await other.open.session.append('mine'))).toBe('head-moved');
    expect(code(await other.open.session.append('mine'))).toBe('head-moved');
    expect(value(await one.store.read('a1')).events).toEqual([...events, four]);
  });
});

describe('a full disk', () => {
  it.each(['database', 'journal'])(
    'refuses the input when the %s has no room, and keeps the rest',
    async (where) => {
      const { machine, events } = await afterThree();
      const { store, open } = await reopened(machine);
      const fill = (): void => {
        if (where === 'database') machine.beforeWrite = failFull;
        else machine.disk.room = 40;
      };
      fill();
      expect(code(await open.session.append('four'))).toBe('full');
      machine.beforeWrite = () => undefined;
      machine.disk.room = Number.POSITIVE_INFINITY;
      const [other] = await appendAll(open, ['another four']);
      expect(value(await store.read('a1')).events).toEqual([...events, other]);
      fill();
      expect(code(await open.session.append('five'))).toBe('full');
      machine.kill();
      machine.beforeWrite = () => undefined;
      machine.disk.room = Number.POSITIVE_INFINITY;
      await machine.emptyDatabase();
      expect((await reopened(machine)).open).toMatchObject({ events: [...events, other], lost: 0 });
    },
  );

  it('still lets a stored attempt be opened and read', async () => {
    const { machine, events } = await afterThree();
    machine.disk.files.delete(ATTEMPT_FILE);
    machine.disk.room = 10;
    const { open, store } = await reopened(machine);
    expect(open).toMatchObject({ events, lost: 0 });
    expect(code(await open.session.append('four'))).toBe('full');
    expect(value(await store.read('a1')).events).toEqual(events);
  });
});

describe('a storage that fails while the program runs', () => {
  it('loses the database: the journal carries on, and health says so', async () => {
    const { machine, events } = await afterThree();
    const { store, open } = await reopened(machine);
    machine.beforeWrite = failDead;
    const [four] = await appendAll(open, ['four']);
    expect(store.health()).toMatchObject({ dexie: 'lost', journal: 'ok', lostAttempts: [] });
    expect(await store.attempts()).toMatchObject([{ id: 'a1', lastSeq: 4 }]);
    machine.kill();
    machine.beforeWrite = () => undefined;
    expect((await reopened(machine)).open).toMatchObject({ events: [...events, four], lost: 0 });
  });

  it('opens the database again when the browser has closed it', async () => {
    const { machine, events } = await afterThree();
    const { store, open } = await reopened(machine);
    let failures = 1;
    machine.beforeWrite = () => {
      if (failures-- > 0) failDead();
    };
    await appendAll(open, ['four']);
    expect(store.health()).toMatchObject({ dexie: 'ok', journal: 'ok' });
    machine.disk.files.clear();
    expect(value(await store.read('a1')).events).toHaveLength(events.length + 1);
  });

  it('opens the database again once, however many wait for it', async () => {
    const machine = newMachine();
    machine.without = { journal: true };
    const store = await machine.start();
    for (const id of ['a1', 'a2', 'a3']) value(await store.create({ ...ATTEMPT, id }));
    const opened = await Promise.all(['a1', 'a2', 'a3'].map((id) => store.open(id)));
    let failures = 3;
    machine.beforeWrite = () => {
      if (failures-- > 0) failDead();
    };
    const stored = await Promise.all(opened.map((open) => value(open).session.append('one')));
    expect(stored.map(code)).toEqual(['ok', 'ok', 'ok']);
    expect(store.health().dexie).toBe('ok');
  });

  it('loses the journal for a while: what it missed is added later', async () => {
    const { machine } = await afterThree();
    const { store, open } = await reopened(machine);
    machine.disk.broken = true;
    await appendAll(open, ['four']);
    expect(store.health()).toMatchObject({ dexie: 'ok', journal: 'lost' });
    machine.disk.broken = false;
    await appendAll(open, ['five']);
    expect(store.health()).toMatchObject({ dexie: 'ok', journal: 'ok' });
    machine.kill();
    await machine.emptyDatabase();
    expect((await reopened(machine)).open).toMatchObject({ lost: 0, header: { lastSeq: 5 } });
  });

  it('loses both: nothing more is acknowledged', async () => {
    const { machine, events } = await afterThree();
    const { open } = await reopened(machine);
    machine.beforeWrite = failDead;
    machine.disk.broken = true;
    expect(code(await open.session.append('four'))).toBe('no-storage');
    machine.kill();
    machine.beforeWrite = () => undefined;
    machine.disk.broken = false;
    expect((await reopened(machine)).open).toMatchObject({ events, lost: 0 });
  });
});

describe('a browser with less', () => {
  it('works from memory without any storage, and says so', async () => {
    const machine = newMachine();
    machine.without = { archive: true, journal: true };
    const store = await machine.start();
    value(await store.create(ATTEMPT));
    const open = value(await store.open('a1'));
    const events = await appendAll(open, ['one', 'two']);
    value(await open.session.finish());
    expect(store.health()).toMatchObject({ dexie: 'none', journal: 'none' });
    expect(value(await store.read('a1'))).toMatchObject({ events, header: { status: 'finished' } });
  });

  it('keeps one copy where there is no private file system', async () => {
    const machine = newMachine();
    machine.without = { journal: true };
    const store = await machine.start();
    value(await store.create(ATTEMPT));
    const events = await appendAll(value(await store.open('a1')), ['one']);
    expect(store.health()).toMatchObject({ dexie: 'ok', journal: 'none' });
    machine.kill();
    expect((await reopened(machine)).open).toMatchObject({ events, lost: 0 });
  });

  it('keeps one copy where there is no database', async () => {
    const machine = newMachine();
    machine.without = { archive: true };
    const store = await machine.start();
    value(await store.create(ATTEMPT));
    const events = await appendAll(value(await store.open('a1')), ['one']);
    machine.kill();
    const again = await machine.start();
    expect(await again.attempts()).toMatchObject([{ id: 'a1', lastSeq: 1 }]);
    expect(value(await again.open('a1')).events).toEqual(events);
  });
});

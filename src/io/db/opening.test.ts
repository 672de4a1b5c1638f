import { describe, expect, it } from 'vitest';
import { appendAll, ATTEMPT, code, FakeMachine, value } from '../../../tests/e2e/storage-fakes';
import { StoreTrouble } from './fault';

let machines = 0;

/** A machine whose database does not open until it is told to, or fails to. */
function stuckMachine(): { machine: FakeMachine; open: () => void; fail: (error: Error) => void } {
  const machine = new FakeMachine(`opening-${(machines += 1)}`);
  let open = (): void => undefined;
  let fail = (_error: Error): void => undefined;
  machine.opening = new Promise((resolve, reject) => {
    open = resolve;
    fail = reject;
  });
  return { machine, open: () => open(), fail: (error) => fail(error) };
}

/** Lets everything happen that waits for nothing but its turn. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('a database that does not open', () => {
  it('is waited for as long as nobody’s patience has ended', async () => {
    const { machine, open } = stuckMachine();
    const starting = machine.start();
    open();
    const store = await starting;
    machine.ring();
    expect(store.health()).toMatchObject({ dexie: 'ok', journal: 'ok' });
  });

  it('is done without when patience has ended, as where there is none', async () => {
    const { machine } = stuckMachine();
    const starting = machine.start();
    await settled();
    machine.ring();
    const store = await starting;
    expect(store.health()).toMatchObject({ dexie: 'none', journal: 'ok', refused: undefined });
    value(await store.create(ATTEMPT));
    const open = value(await store.open('a1'));
    await appendAll(open, ['one', 'two']);
    expect(value(await store.read('a1')).events).toHaveLength(2);
  });

  it('has what was done meanwhile when it opens at the next start', async () => {
    const { machine } = stuckMachine();
    const starting = machine.start();
    await settled();
    machine.ring();
    const store = await starting;
    value(await store.create(ATTEMPT));
    await appendAll(value(await store.open('a1')), ['one', 'two']);
    machine.kill();
    machine.opening = Promise.resolve();
    const after = await machine.start();
    expect(after.health()).toMatchObject({ dexie: 'ok', restored: 1 });
    expect(value(await after.open('a1')).events.map(({ input }) => input)).toEqual(['one', 'two']);
  });

  it('promises memory only where there is no journal either', async () => {
    const { machine } = stuckMachine();
    machine.without = { journal: true };
    const starting = machine.start();
    await settled();
    machine.ring();
    const store = await starting;
    expect(store.health()).toMatchObject({ dexie: 'none', journal: 'none' });
    value(await store.create(ATTEMPT));
    await appendAll(value(await store.open('a1')), ['one']);
  });

  it('and opens late is let go, so that it stands in nobody’s way', async () => {
    const { machine, open } = stuckMachine();
    const starting = machine.start();
    await settled();
    machine.ring();
    const store = await starting;
    const closed = new Promise<void>((resolve) => (machine.closed = resolve));
    open();
    await closed;
    expect(store.health().dexie).toBe('none');
    expect(code(await store.create(ATTEMPT))).toBe('ok');
    expect(await (await machine.start()).attempts()).toHaveLength(1);
  });

  it('and turns out late to be of newer code is not written beside', async () => {
    const { machine, fail } = stuckMachine();
    const starting = machine.start();
    await settled();
    machine.ring();
    const store = await starting;
    fail(new StoreTrouble('newer-version'));
    await settled();
    expect(store.health().refused).toBe('newer-version');
    expect(code(await store.create(ATTEMPT))).toBe('newer-version');
  });
});

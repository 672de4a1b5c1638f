import { describe, expect, it } from 'vitest';
import { ATTEMPT, failDead, failFull, FakeMachine, value } from '../../../tests/e2e/storage-fakes';
import type { Archive } from './archive';
import { openDexieArchive } from './dexie-archive';
import { MemoryArchive } from './memory-archive';
import { ANALYSES_KEPT } from './model';

let machines = 0;
const newMachine = (): FakeMachine => new FakeMachine(`shelf-${(machines += 1)}`);

describe('the shelf of what was worked out', () => {
  it('gives back after a restart what was put on it, and nothing under another key', async () => {
    const machine = newMachine();
    await (await machine.start()).shelf.put('a', { best: [1, 2] });
    machine.kill();
    const { shelf } = await machine.start();
    expect(await shelf.take('a')).toEqual({ best: [1, 2] });
    expect(await shelf.take('b')).toBeUndefined();
  });

  it('holds the last value put under a key', async () => {
    const { shelf } = await newMachine().start();
    await shelf.put('a', 1);
    await shelf.put('a', 2);
    expect(await shelf.take('a')).toBe(2);
  });

  it('is empty after an attempt was removed, since nothing on it says whose it is', async () => {
    const store = await newMachine().start();
    value(await store.create(ATTEMPT));
    await store.shelf.put('a', 1);
    value(await store.remove('a1'));
    expect(await store.shelf.take('a')).toBeUndefined();
  });

  it('works from memory where there is no database', async () => {
    const machine = newMachine();
    machine.without = { archive: true, journal: true };
    const { shelf } = await machine.start();
    await shelf.put('a', 1);
    expect(await shelf.take('a')).toBe(1);
  });

  it.each([
    ['full', failFull],
    ['dead', failDead],
  ])('is no trouble to anyone when the disk is %s', async (_name, fail) => {
    const machine = newMachine();
    const { shelf } = await machine.start();
    await shelf.put('a', 1);
    machine.beforeWrite = fail;
    await shelf.put('b', 2);
    expect(await shelf.take('c')).toBeUndefined();
  });

  it('takes nothing once newer code is waiting', async () => {
    const machine = newMachine();
    const { shelf } = await machine.start();
    machine.announceNewer();
    await shelf.put('a', 1);
    expect(await shelf.take('a')).toBeUndefined();
  });
});

describe.each([
  ['Dexie', () => openDexieArchive('shelf-bounded', () => undefined)],
  ['memory', () => Promise.resolve(new MemoryArchive())],
] satisfies [string, () => Promise<Archive>][])('the shelf in %s', (_name, open) => {
  it('lets the oldest go where there are too many', async () => {
    const archive = await open();
    for (let at = 0; at < ANALYSES_KEPT + 2; at++)
      await archive.putAnalysis({ key: `k${at}`, at, value: at });
    const kept = await Promise.all(
      ['k0', 'k1', 'k2', `k${ANALYSES_KEPT + 1}`].map((key) => archive.analysis(key)),
    );
    expect(kept.map((analysis) => analysis?.value)).toEqual([undefined, undefined, 2, ANALYSES_KEPT + 1]);
    archive.close();
  });
});

import { describe, expect, it } from 'vitest';
import { minutes, present } from '../../core/base';
import { compileCase, instantiate, type CompiledCase } from '../../core/scenario';
import { loadLogic } from '../../io/content';
import { clockOn, daysOf, onDay } from '../../ui/case/days';
import { tempersOf } from '../../ui/case/tempers';
import { actOrder } from '../../ui/review/act-order';
import { aroundOf, knownSoFar, readSoFar, spentSoFar, systemsOf, tierKnown } from './case-view';
import { digitOf } from './digits';
import { remainderOf, typedOf } from './numbers';
import { readOrder } from './order';
import { Playing, type Progress } from './progress';

async function compiled(): Promise<CompiledCase> {
  return compileCase(instantiate(present(await loadLogic('stockout-key-account'), 'case'), 7));
}

const practice = { undo: true };

function after(playing: Playing, records: readonly string[]): Progress {
  return records.reduce(
    (progress, record) => playing.advance(progress, playing.prepare(progress, { kind: 'look', record })),
    playing.start(),
  );
}

describe('Playing', () => {
  it('prepares an input without changing anything', async () => {
    const playing = new Playing(await compiled());
    const start = playing.start();
    playing.prepare(start, { kind: 'look', record: 'wms' });
    expect(playing.start()).toEqual(start);
  });

  it('resumes a stored log to the very state it was left in', async () => {
    const c = await compiled();
    const progress = after(new Playing(c), ['oms', 'schedule', 'crm']);
    expect(new Playing(c).resume(progress.log, practice)).toEqual({ ok: true, value: progress });
  });

  it('refuses what is no log of this case', async () => {
    const c = await compiled();
    expect(new Playing(c).resume(['?'], practice)).toEqual({ ok: false, error: 'unreadable' });
    const log = [{ v: 1, at: 910, input: { kind: 'look', record: 'schedule' } }];
    expect(new Playing(c).resume(log, practice)).toEqual({ ok: false, error: 'unfit' });
  });
});

describe('tempers told from the log', () => {
  it('are those of the statechart, to the moment she is gone', async () => {
    const playing = new Playing(await compiled());
    let progress = after(playing, ['oms', 'wms', 'schedule']);
    for (const minutes of [5, 5, 15, 60]) {
      if (progress.run.ended) break;
      progress = playing.advance(progress, playing.prepare(progress, { kind: 'wait', minutes }));
    }
    expect(progress.tempers.at(-1)).toBe('gone');
    expect(tempersOf(progress)).toEqual(progress.tempers);
  });
});

describe('taking back', () => {
  it('stands exactly where it stood before the input, also on the statechart', async () => {
    const playing = new Playing(await compiled());
    const one = after(playing, ['oms']);
    const two = playing.advance(one, playing.prepare(one, { kind: 'wait', minutes: 5 }));
    expect(playing.undo(two)).toEqual({ ...one, undone: 1 });
  });

  it('of the last step of an ended case leaves it open again', async () => {
    const c = await compiled();
    const playing = new Playing(c);
    const start = playing.start();
    const gone = playing.advance(start, playing.prepare(start, { kind: 'wait', minutes: 60 }));
    expect(gone.run.ended).toBe(true);
    const read = new Playing(c).resume([...gone.log, { v: 1, at: gone.run.now, undo: true }], practice);
    expect(read.ok && read.value.run).toEqual(start.run);
  });
});

describe('a number typed', () => {
  const ask = { min: 0, max: 300, step: 10, unit: 'carton' } as const;

  it('counts once every number of the act has been chosen', () => {
    expect(typedOf({ a: ask, b: ask }, { a: 10 })).toBeUndefined();
    expect(typedOf({ a: ask, b: ask }, { a: 10, b: 0 })).toEqual({ a: 10, b: 0 });
  });

  it('leaves of a total what has not been given away, below 0 where too much has', () => {
    expect(remainderOf(600, { a: 240, b: undefined })).toBe(360);
    expect(remainderOf(600, { a: 240, b: 400 })).toBe(-40);
  });

  it('is a clock of the day chosen, or of the day it names', () => {
    expect(clockOn(2, '8:00')).toBe(3360);
    expect(clockOn(2, ' 08：00 ')).toBe(3360);
    expect(clockOn(2, 'D+1 20:00')).toBe(2640);
    expect(clockOn(2, '25:00')).toBeUndefined();
  });
});

describe('the order of acts', () => {
  const list = ['a', 'b', 'c', 'd', 'e', 'f'];

  it('is the same at every showing of one attempt', () => {
    const by = { seed: 7, scene: 'work' };
    expect(actOrder(list, by)).toEqual(actOrder(list, by));
  });

  it('keeps every act once', () => {
    expect([...actOrder(list, { seed: 3, scene: 'work' })].sort()).toEqual(list);
  });

  it('puts each act first for some seed', () => {
    const firsts = new Set(
      Array.from({ length: 60 }, (_, seed) => actOrder(list, { seed, scene: 'work' })[0]),
    );
    expect([...firsts].sort()).toEqual(list);
  });
});

describe('what the case pane shows', () => {
  it('lists findings in the order of learning', async () => {
    expect(knownSoFar(after(new Playing(await compiled()), ['wms', 'oms']).facts)).toEqual([
      'split',
      'order',
    ]);
  });

  it('keeps the tier unknown until it is looked up', async () => {
    const c = await compiled();
    expect(tierKnown(c, after(new Playing(c), ['oms']))).toBe(false);
    expect(tierKnown(c, after(new Playing(c), ['crm']))).toBe(true);
  });

  it('adds up money committed, and nothing else', () => {
    const at = minutes(910);
    const spent = { type: 'spent', amount: 880, limit: 1000, approved: false, at, input: 0 } as const;
    const cost = { type: 'cost', amount: 5200, best: 880, worst: 3008, at, input: 0 } as const;
    expect(spentSoFar([])).toBe(0);
    expect(spentSoFar([spent, cost, spent])).toBe(1760);
  });
});

describe('what the systems pane shows', () => {
  it('has one button for each system with records, in the order of the desk', async () => {
    const systems = systemsOf(await compiled()).map(({ system }) => system);
    expect(systems).toEqual(['oms', 'wms', 'tms', 'crm', 'contract', 'policy', 'billing', 'alerts']);
  });

  it('leads from a record to those in it, beside it and around it', async () => {
    const c = await compiled();
    expect(aroundOf(c, 'oms')).toEqual(['schedule', 'neighbour']);
    expect(aroundOf(c, 'schedule')).toEqual(['oms', 'neighbour']);
    expect(aroundOf(c, 'crm')).toEqual([]);
  });

  it('marks a record with the clock at which it had been read', async () => {
    const c = await compiled();
    expect([...readSoFar(c, after(new Playing(c), ['contract', 'wms']))]).toEqual([
      ['contract', 912],
      ['wms', 913],
    ]);
  });
});

describe('a moment to choose', () => {
  const ask = { min: 1440, max: 5400, step: 120, unit: 'clock' } as const;

  it('offers every day between the bounds', () => {
    expect(daysOf(ask)).toEqual([1, 2, 3]);
  });

  it('keeps the clock when the day changes, and stays within the bounds and on the grid', () => {
    expect(onDay(2, 1920, ask)).toBe(3360);
    expect(onDay(3, 2760, ask)).toBe(5400);
    expect(onDay(2, undefined, ask)).toBe(2880);
    expect(onDay(2, undefined, { ...ask, min: 1500 })).toBe(2940);
  });
});

describe('the address', () => {
  const luck = (): number => 42;

  it('gives seed, mode and attempt', () => {
    expect(readOrder('s', new URLSearchParams('seed=7&mode=assessed'), luck)).toEqual({
      scenarioId: 's',
      seed: 7,
      attempt: undefined,
      mode: 'assessed',
    });
    expect(readOrder('s', new URLSearchParams('attempt=a1'), luck).attempt).toBe('a1');
  });

  it('leaves to luck and to the learner what it does not say', () => {
    expect(readOrder('s', new URLSearchParams('seed=-1&mode=exam'), luck)).toMatchObject({
      seed: 42,
      mode: undefined,
    });
  });
});

describe('a number key', () => {
  const key = (init: object): number | undefined =>
    digitOf({ key: '1', ctrlKey: false, metaKey: false, altKey: false, repeat: false, ...init });

  it('is read for 1 to 9 only', () => {
    expect(key({})).toBe(1);
    expect(key({ key: '9' })).toBe(9);
    expect(key({ key: '0' })).toBeUndefined();
    expect(key({ key: 'a' })).toBeUndefined();
  });

  it('belongs to the browser with a modifier, and is not repeated while held', () => {
    expect(key({ ctrlKey: true })).toBeUndefined();
    expect(key({ repeat: true })).toBeUndefined();
  });
});

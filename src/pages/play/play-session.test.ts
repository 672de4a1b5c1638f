import { describe, expect, it, vi } from 'vitest';
import { err, ok, type Json, type Result } from '../../core/base';
import type { Input } from '../../core/attempt';
import type {
  AttemptHeader,
  NewAttempt,
  OpenAttempt,
  StoredEvent,
  StoreFault,
  StoreHealth,
  ValueKey,
} from '../../io/db';
import { loadLogic, loadTexts } from '../../io/content';
import { lineText } from '../../ui/case/telling';
import { PlaySession, type PlayPorts } from './play-session.svelte';

const CASE = 'stockout-key-account';
const healthy: StoreHealth = {
  dexie: 'ok',
  journal: 'ok',
  refused: undefined,
  restored: 0,
  lostAttempts: [],
};

/** A store in memory that can refuse, and can keep an append waiting. */
class FakeStore {
  readonly created: NewAttempt[] = [];
  readonly inputs: Json[] = [];
  readonly notes = new Map<string, Json>();
  finished = 0;
  closed = 0;
  refusal: StoreFault | undefined;
  /** Set to hold an append back until it is called. */
  gate: Promise<void> = Promise.resolve();

  create(attempt: NewAttempt): Promise<Result<AttemptHeader, StoreFault>> {
    if (this.refusal) return Promise.resolve(err(this.refusal));
    this.created.push(attempt);
    return Promise.resolve(ok(this.#header(attempt)));
  }

  open(): Promise<Result<OpenAttempt, StoreFault>> {
    const attempt = this.created.at(-1);
    if (this.refusal || !attempt) return Promise.resolve(err(this.refusal ?? { code: 'not-found' }));
    return Promise.resolve(
      ok({
        header: this.#header(attempt),
        events: this.inputs.map((input, index) => stored(input, index)),
        lost: 0,
        session: {
          attempt: attempt.id,
          append: (input) => this.#append(input),
          finish: () => {
            this.finished += 1;
            return Promise.resolve(ok(this.#header(attempt)));
          },
          close: () => {
            this.closed += 1;
            return Promise.resolve();
          },
        },
      }),
    );
  }

  health(): StoreHealth {
    return healthy;
  }

  value({ id }: ValueKey): Promise<Json | undefined> {
    return Promise.resolve(this.notes.get(id));
  }

  putValue({ id }: ValueKey, value: Json): Promise<Result<void, StoreFault>> {
    this.notes.set(id, value);
    return Promise.resolve(ok(undefined));
  }

  async #append(input: Json): Promise<Result<StoredEvent, StoreFault>> {
    await this.gate;
    if (this.refusal) return err(this.refusal);
    this.inputs.push(input);
    return ok(stored(input, this.inputs.length - 1));
  }

  #header(attempt: NewAttempt): AttemptHeader {
    return { ...attempt, status: 'open', lastSeq: this.inputs.length, v: 1 };
  }
}

function stored(input: Json, index: number): StoredEvent {
  return { attempt: 'a1', seq: index + 1, v: 1, wall: 0, input, prev: '', hash: '' };
}

/** Something to wait for until a test lets it pass. */
function gateway(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

interface World {
  readonly store: FakeStore;
  readonly addresses: string[];
  readonly ports: PlayPorts;
}

function world(): World {
  const store = new FakeStore();
  const addresses: string[] = [];
  const ports: PlayPorts = {
    store: () => Promise.resolve(store),
    loadLogic,
    loadTexts,
    now: () => 5,
    newId: () => 'a1',
    rewrite: (hash) => addresses.push(hash),
  };
  return { store, addresses, ports };
}

async function atBrief({ ports }: World, attempt?: string): Promise<PlaySession> {
  const session = new PlaySession(ports, { scenarioId: CASE, seed: 7, attempt });
  await Promise.all([session.load(), session.speak('en')]);
  return session;
}

async function atDesk(of: World): Promise<PlaySession> {
  const session = await atBrief(of);
  await session.takeCall();
  return session;
}

const act = (ref: string): Input => ({ kind: 'act', act: ref, with: {} });
const look = (record: string): Input => ({ kind: 'look', record });

describe('a new attempt', () => {
  it('does not exist before the call is taken', async () => {
    const of = world();
    const session = await atBrief(of);
    expect(session.stage).toBe('brief');
    expect(of.store.created).toEqual([]);
    expect(session.progress).toBeUndefined();
  });

  it('is filed with its case, seed and mode when the call is taken, and put into the address', async () => {
    const of = world();
    const session = await atBrief(of);
    session.mode = 'assessed';
    await session.takeCall();
    expect(session.stage).toBe('desk');
    expect(of.store.created).toMatchObject([
      { id: 'a1', scenarioId: CASE, seed: 7, mode: 'assessed', locale: 'en' },
    ]);
    expect(of.addresses).toEqual([`#/play/${CASE}?attempt=a1`]);
  });

  it('stays at the brief while the storage refuses, and can be tried again', async () => {
    const of = world();
    const session = await atBrief(of);
    of.store.refusal = { code: 'full' };
    await session.takeCall();
    expect(session.stage).toBe('brief');
    expect(session.trouble?.code).toBe('full');
    of.store.refusal = undefined;
    await session.trouble?.again?.();
    expect(session.stage).toBe('desk');
    expect(session.trouble).toBeUndefined();
  });

  it('says that there is no such case', async () => {
    const session = new PlaySession(world().ports, { scenarioId: 'nowhere', seed: 1, attempt: undefined });
    await session.load();
    expect(session.stage).toBe('missing');
  });

  it('offers to fetch again what the network did not give', async () => {
    const of = world();
    let online = false;
    const flaky: PlayPorts = {
      ...of.ports,
      loadLogic: (id) => (online ? loadLogic(id) : Promise.reject(new TypeError('offline'))),
    };
    const session = new PlaySession(flaky, { scenarioId: CASE, seed: 1, attempt: undefined });
    await session.load();
    expect(session.trouble?.code).toBe('content');
    online = true;
    await session.trouble?.again?.();
    expect(session.stage).toBe('brief');
  });
});

describe('an input', () => {
  it('shows its consequences only when it is stored, and others are ignored meanwhile', async () => {
    const of = world();
    const session = await atDesk(of);
    const gate = gateway();
    of.store.gate = gate.opened;
    const given = session.give(act('opening.match'));
    expect(session.busy).toBe(true);
    expect(session.progress?.scene).toBe('opening');
    await session.give(look('wms'));
    gate.open();
    await given;
    expect(session.busy).toBe(false);
    expect(session.progress?.scene).toBe('first');
    expect(of.store.inputs).toEqual([
      { v: 1, at: 910, input: { kind: 'act', act: 'opening.match', with: {} } },
    ]);
  });

  it('changes nothing when the storage refuses it, and can be given again', async () => {
    const of = world();
    const session = await atDesk(of);
    of.store.refusal = { code: 'full' };
    await session.give(look('wms'));
    expect(session.trouble?.code).toBe('full');
    expect(session.progress?.run.now).toBe(910);
    expect(session.lines).toHaveLength(1);
    of.store.refusal = undefined;
    await session.trouble?.again?.();
    expect(session.trouble).toBeUndefined();
    expect(session.progress?.run.now).toBe(911);
    expect(of.store.inputs).toHaveLength(1);
  });

  it('lets the statechart say how the customer feels', async () => {
    const session = await atDesk(world());
    expect(session.progress?.temper).toBe('tense');
    await session.give(act('opening.match'));
    await session.give(act('first.systemSays'));
    expect(session.progress?.temper).toBe('calm');
  });

  it('finishes the attempt when it ends the case', async () => {
    const of = world();
    const session = await atDesk(of);
    await session.give({ kind: 'wait', minutes: 60 });
    expect(session.stage).toBe('ended');
    expect(session.progress?.scene).toBe('hungUp');
    expect(of.store.finished).toBe(1);
  });

  it('reaches the error boundary when it is a bug', async () => {
    const session = await atDesk(world());
    await session.give(act('opening.nothing'));
    expect(() => session.progress).toThrow('offered input');
  });
});

describe('undo', () => {
  it('takes the last step back in practice, and the record keeps that it happened', async () => {
    const of = world();
    const session = await atDesk(of);
    const start = session.progress;
    await session.give(act('opening.match'));
    await session.undo();
    expect(session.progress).toEqual({ ...start, undone: 1 });
    expect(of.store.inputs).toEqual([
      { v: 1, at: 910, input: { kind: 'act', act: 'opening.match', with: {} } },
      { v: 1, at: 911, undo: true },
    ]);
  });

  it('goes back step by step, and on from there, also after a reload', async () => {
    const of = world();
    const session = await atDesk(of);
    for (const input of [act('opening.match'), act('first.shortage'), look('wms')]) await session.give(input);
    await session.undo();
    await session.undo();
    await session.give(act('first.least'));
    expect(session.progress?.log.map(({ input }) => (input.kind === 'act' ? input.act : ''))).toEqual([
      'opening.match',
      'first.least',
    ]);
    const { progress } = session;
    session.leave();
    expect((await atBrief(of, 'a1')).progress).toEqual(progress);
  });

  it('is not offered when the attempt is assessed, and refused in its record', async () => {
    const of = world();
    const session = await atBrief(of);
    session.mode = 'assessed';
    await session.takeCall();
    await session.give(act('opening.match'));
    expect(session.mayUndo).toBe(false);
    await session.undo();
    expect(of.store.inputs).toHaveLength(1);
    session.leave();
    of.store.inputs.push({ v: 1, at: 911, undo: true });
    expect((await atBrief(of, 'a1')).trouble?.code).toBe('bad-log');
  });

  it('changes nothing when the storage refuses it', async () => {
    const of = world();
    const session = await atDesk(of);
    await session.give(act('opening.match'));
    const { progress } = session;
    of.store.refusal = { code: 'full' };
    await session.undo();
    expect(session.progress).toBe(progress);
    of.store.refusal = undefined;
    await session.trouble?.again?.();
    expect(session.progress?.undone).toBe(1);
  });
});

describe('the notepad', () => {
  it('keeps what is typed beside the attempt, never in its log, and brings it back', async () => {
    const of = world();
    const session = await atDesk(of);
    session.notepad.write('ATP 300');
    await vi.waitFor(() => expect(session.notepad.state).toBe('kept'));
    expect(of.store.notes.get('a1')).toEqual({ text: 'ATP 300' });
    expect(of.store.inputs).toEqual([]);
    session.leave();
    const { notepad } = await atBrief(of, 'a1');
    await vi.waitFor(() => expect(notepad.text).toBe('ATP 300'));
  });
});

describe('a stored attempt', () => {
  it('resumes at the same scene, clock and conversation', async () => {
    const of = world();
    const first = await atDesk(of);
    for (const input of [act('opening.match'), act('first.least'), look('oms')]) await first.give(input);
    first.leave();
    const second = await atBrief(of, 'a1');
    expect(second.stage).toBe('desk');
    expect(second.progress).toEqual(first.progress);
    expect(second.lines).toEqual(first.lines);
    expect(second.acts).toEqual(first.acts);
    expect(of.store.closed).toBe(1);
  });

  it('is refused when another tab holds it', async () => {
    const of = world();
    await atDesk(of);
    of.store.refusal = { code: 'locked-elsewhere' };
    const session = await atBrief(of, 'a1');
    expect(session.trouble?.code).toBe('locked-elsewhere');
    expect(session.stage).toBe('loading');
  });

  it('is refused when its log does not fit the case', async () => {
    const of = world();
    await atDesk(of);
    of.store.inputs.push({ v: 1, at: 999, input: { kind: 'look', record: 'wms' } });
    expect((await atBrief(of, 'a1')).trouble?.code).toBe('bad-log');
  });

  it('is refused when the case has changed since', async () => {
    const of = world();
    await atDesk(of);
    of.store.created.push({ ...(of.store.created[0] ?? never()), scenarioHash: 'other' });
    expect((await atBrief(of, 'a1')).trouble?.code).toBe('changed-case');
  });
});

function never(): never {
  throw new Error('nothing was created');
}

describe('the language', () => {
  it('changes everything said so far, mid-case', async () => {
    const session = await atDesk(world());
    await session.give(act('opening.match'));
    const said = (): readonly string[] =>
      session.lines.flatMap((line) =>
        session.telling && line.kind === 'own' ? [lineText(session.telling, line)] : [],
      );
    expect(said()[0]).toMatch(/^Good afternoon/);
    await session.speak('zh-CN');
    expect(said()[0]).toMatch(/^您好/);
    expect(session.progress?.scene).toBe('first');
  });

  it('keeps to the one asked for last, whichever arrives first', async () => {
    const of = world();
    const slow = gateway();
    const ports: PlayPorts = {
      ...of.ports,
      loadTexts: async (id, locale) => {
        if (locale === 'zh-CN') await slow.opened;
        return await loadTexts(id, locale);
      },
    };
    const session = new PlaySession(ports, { scenarioId: CASE, seed: 7, attempt: undefined });
    await session.load();
    const early = session.speak('zh-CN');
    await session.speak('en');
    slow.open();
    await early;
    expect(session.telling?.locale).toBe('en');
  });
});

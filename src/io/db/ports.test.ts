import { afterEach, describe, expect, it, vi } from 'vitest';
import { FakeDisk } from '../../../tests/e2e/storage-fakes';
import { faultOf, StoreTrouble } from './fault';
import { startJournal, type Question, type WorkerLike } from './journal-client';
import { JournalFiles } from './journal-files';
import { webLocks } from './locks';
import { localWitness } from './witness';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const named = (name: string): DOMException => new DOMException('', name);

describe('a journal file', () => {
  const filesOn = (root: FakeDisk): JournalFiles => new JournalFiles({ root, folder: 'test', patience: 0 });

  it('is as it was before when there is no room for the whole of an addition', async () => {
    const disk = new FakeDisk();
    const files = filesOn(disk);
    await files.obey({ op: 'open', name: 'f' });
    expect(await files.obey({ op: 'append', name: 'f', bytes: bytes('kept') })).toBe(0);
    disk.room = 3;
    await expect(files.obey({ op: 'append', name: 'f', bytes: bytes('refused') })).rejects.toMatchObject({
      name: 'QuotaExceededError',
    });
    expect(disk.files.get('f')).toEqual(bytes('kept'));
    await expect(files.obey({ op: 'keep', name: 'g', bytes: bytes('refused') })).rejects.toMatchObject({
      name: 'QuotaExceededError',
    });
    expect(disk.files.get('g')).toEqual(bytes(''));
    expect(disk.locked).toEqual(new Set(['f']));
  });

  it('is one writer’s at a time, and anyone’s to read', async () => {
    const disk = new FakeDisk();
    const [mine, other] = [filesOn(disk), filesOn(disk)];
    await mine.obey({ op: 'open', name: 'f' });
    await mine.obey({ op: 'append', name: 'f', bytes: bytes('mine') });
    await expect(other.obey({ op: 'open', name: 'f' })).rejects.toMatchObject({
      name: 'NoModificationAllowedError',
    });
    await expect(other.obey({ op: 'append', name: 'f', bytes: bytes('x') })).rejects.toMatchObject({
      name: 'InvalidStateError',
    });
    expect(await other.obey({ op: 'peek', name: 'f' })).toEqual(bytes('mine'));
    expect(await mine.obey({ op: 'peek', name: 'f' })).toEqual(bytes('mine'));
    await mine.obey({ op: 'close', name: 'f' });
    expect(await other.obey({ op: 'open', name: 'f' })).toEqual(bytes('mine'));
  });

  it('that does not exist reads as nothing and is removed without complaint', async () => {
    const files = filesOn(new FakeDisk());
    expect(await files.obey({ op: 'peek', name: 'f' })).toBeUndefined();
    await files.obey({ op: 'remove', name: 'f' });
    expect(await files.obey({ op: 'list' })).toEqual([]);
  });

  it('is cut to a size, never grown to it', async () => {
    const disk = new FakeDisk();
    const files = filesOn(disk);
    await files.obey({ op: 'open', name: 'f' });
    await files.obey({ op: 'append', name: 'f', bytes: bytes('whole torn') });
    for (const size of [6, 100]) await files.obey({ op: 'cut', name: 'f', size });
    expect(disk.files.get('f')).toEqual(bytes('whole '));
  });
});

describe('the journal’s worker', () => {
  afterEach(() => vi.useRealTimers());

  /** A worker that answers the first question only. */
  function mute(): WorkerLike & { fail(): void; ended: boolean } {
    const heard: ((event: MessageEvent) => void)[] = [];
    const failed: ((event: MessageEvent) => void)[] = [];
    const worker = {
      ended: false,
      postMessage: ({ id }: Question) => {
        const reply = new MessageEvent('message', { data: { id, answer: [] } });
        if (id === 1) for (const hear of heard) hear(reply);
      },
      terminate: () => (worker.ended = true),
      addEventListener: (type: string, hear: (event: MessageEvent) => void) => {
        if (type === 'message') heard.push(hear);
        else failed.push(hear);
      },
      fail: () => {
        for (const hear of failed) hear(new MessageEvent('error'));
      },
    };
    return worker;
  }

  it('that stays silent is taken for dead, and everything asked of it is refused', async () => {
    vi.useFakeTimers();
    const worker = mute();
    const journal = await startJournal(worker);
    const waiting = [journal.open('f'), journal.list()].map((asked) => asked.catch(faultOf));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await Promise.all(waiting)).toMatchObject([{ code: 'no-storage' }, { code: 'no-storage' }]);
    await expect(journal.list()).rejects.toMatchObject({ fault: { code: 'no-storage' } });
    expect(worker.ended).toBe(true);
  });

  it('that fails refuses at once', async () => {
    const worker = mute();
    const journal = await startJournal(worker);
    const waiting = journal.open('f').catch(faultOf);
    worker.fail();
    expect(await waiting).toMatchObject({ code: 'no-storage' });
  });
});

describe('a lock', () => {
  /** The browser's lock manager for one lock, which another tab may hold. */
  const manager = (taken: boolean) => ({
    request: (_name: string, { signal }: { signal: AbortSignal }, hold: () => Promise<void>) =>
      taken
        ? new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => reject(named('TimeoutError')));
          })
        : hold(),
  });

  it('is held until it is released', async () => {
    let held = 0;
    const claim = await webLocks(() => ({
      request: async (_name, _options, hold) => {
        held += 1;
        await hold();
        held -= 1;
      },
    })).claim('f');
    if (typeof claim === 'string') throw new Error(claim);
    expect(held).toBe(1);
    claim.release();
    await Promise.resolve();
    await Promise.resolve();
    expect(held).toBe(0);
  });

  it('that another tab keeps is taken; where there are none they are unavailable', async () => {
    expect(await webLocks(() => manager(true), 0).claim('f')).toBe('taken');
    const forbidden = webLocks(() => {
      throw named('SecurityError');
    });
    expect(await forbidden.claim('f')).toBe('unavailable');
  });
});

describe('the witness', () => {
  function storage(): Storage {
    const entries = new Map<string, string>();
    return {
      get length() {
        return entries.size;
      },
      getItem: (key) => entries.get(key) ?? null,
      setItem: (key, text) => void entries.set(key, text),
      removeItem: (key) => void entries.delete(key),
      key: (index) => [...entries.keys()][index] ?? null,
      clear: () => entries.clear(),
    };
  }

  it('remembers the last number of each attempt and ignores what others store', () => {
    const store = storage();
    const witness = localWitness(() => store);
    store.setItem('theme', 'dark');
    witness.note('a1', 3);
    witness.note('a1', 4);
    witness.note('a2', 1);
    expect([witness.seen('a1'), witness.seen('a3')]).toEqual([4, 0]);
    expect(witness.attempts()).toEqual(['a1', 'a2']);
    witness.forget('a1');
    expect([witness.seen('a1'), witness.attempts()]).toEqual([0, ['a2']]);
  });

  it('knows nothing where an entry was edited', () => {
    const store = storage();
    const witness = localWitness(() => store);
    for (const text of ['many', '-1', '1e99', '']) {
      store.setItem('seven-rights.seq.a1', text);
      expect(witness.seen('a1')).toBe(0);
    }
  });

  it('is silent where storage is forbidden or full', () => {
    const witness = localWitness(() => {
      throw named('SecurityError');
    });
    witness.note('a1', 3);
    witness.forget('a1');
    expect([witness.seen('a1'), witness.attempts()]).toEqual([0, []]);
  });
});

describe('a fault', () => {
  it('is read from the error, wherever Dexie has put the cause', () => {
    const bulk = { name: 'BulkError', failures: [{ name: 'ConstraintError' }] };
    expect(faultOf({ name: 'AbortError', inner: named('QuotaExceededError') }).code).toBe('full');
    expect(faultOf(named('QuotaExceededError')).code).toBe('full');
    expect(faultOf(bulk).code).toBe('head-moved');
    expect(faultOf(named('VersionError')).code).toBe('newer-version');
    expect(faultOf(named('SecurityError')).code).toBe('no-storage');
    expect(faultOf(new StoreTrouble('outdated', 'why'))).toEqual({ code: 'outdated', detail: 'why' });
  });

  it('never hides a bug', () => {
    for (const bug of [new TypeError('x'), named('DataCloneError'), 'thrown text', undefined]) {
      expect(() => faultOf(bug)).toThrow();
    }
  });
});

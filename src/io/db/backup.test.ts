import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendAll, ATTEMPT, FakeMachine, value } from '../../../tests/e2e/storage-fakes';
import { canonical, hashText, parsedJson } from '../../core/base';
import { applyRestore, backupText, planRestore, type RestorePlan } from './backup';
import { BACKUP_LIMIT, decodeBackup, encodeBackup, type Backup, type BackupContent } from './backup-codec';
import type { Store } from './store';

let machines = 0;
const freshStore = (): Promise<Store> => new FakeMachine(`backup-${(machines += 1)}`).start();
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const EMPTY: BackupContent = { attempts: [], answers: [], readings: [], values: [] };
const ANSWER = {
  id: 'u05/s3#atp@1',
  section: 'u05/s3',
  check: 'atp',
  at: 1,
  answer: 150,
  right: true,
  confidence: 'sure',
} as const;
const READING = { section: 'u05/s3', position: 'atp', done: false, at: 5 };

/** A store with three inputs, one answer, one reading and a note. */
async function filled(inputs: readonly string[] = ['one', 'two', 'three']): Promise<Store> {
  const store = await freshStore();
  value(await store.create(ATTEMPT));
  const open = value(await store.open('a1'));
  await appendAll(open, inputs);
  await open.session.close();
  value(await store.study.addAnswer(ANSWER));
  value(await store.study.putReading(READING));
  value(await store.putValue({ kind: 'notes', id: 'a1' }, { text: '要点' }));
  return store;
}

function read(text: string): Backup {
  const backup = decodeBackup(bytesOf(text));
  if (!backup.ok) throw new Error(JSON.stringify(backup.error));
  return backup.value;
}

async function everything(store: Store): Promise<unknown> {
  return parsedJson(await backupText(store, 0));
}

const sizes = ({ attempts, answers, readings, values, known, apart }: RestorePlan) => ({
  attempts: attempts.length,
  answers: answers.length,
  readings: readings.length,
  values: values.length,
  known,
  apart,
});
const NOTHING_NEW = { attempts: 0, answers: 0, readings: 0, values: 0, known: 1, apart: 0 };

describe('a backup', () => {
  it('brings everything to another machine, and brought again changes nothing', async () => {
    const from = await filled();
    const text = await backupText(from, 99);
    const to = await freshStore();
    const plan = await planRestore(to, read(text));
    expect(sizes(plan)).toEqual({ attempts: 1, answers: 1, readings: 1, values: 1, known: 0, apart: 0 });
    expect(await applyRestore(to, plan)).toEqual({ filed: 4, fault: undefined });
    expect(await everything(to)).toEqual(await everything(from));
    const again = await planRestore(to, read(text));
    expect(sizes(again)).toEqual(NOTHING_NEW);
    expect(await applyRestore(to, again)).toEqual({ filed: 0, fault: undefined });
    expect(await everything(to)).toEqual(await everything(from));
  });

  it('carries on an attempt that it holds further, and leaves one that is further here', async () => {
    const short = await filled(['one']);
    const long = await filled(['one', 'two', 'three']);
    const [shortText, longText] = [await backupText(short, 0), await backupText(long, 0)];
    const plan = await planRestore(short, read(longText));
    expect(plan.attempts).toHaveLength(1);
    await applyRestore(short, plan);
    expect(value(await short.read('a1')).events).toHaveLength(3);
    expect(sizes(await planRestore(long, read(shortText)))).toEqual(NOTHING_NEW);
  });

  it('leaves an attempt as it is that went on differently here, and says so', async () => {
    const here = await filled(['one', 'other']);
    const text = await backupText(await filled(['one', 'two', 'three']), 0);
    const plan = await planRestore(here, read(text));
    expect(sizes(plan)).toMatchObject({ attempts: 0, apart: 1 });
  });

  it('does not put an older place of reading, or another note, over what is stored', async () => {
    const here = await filled();
    value(await here.study.putReading({ ...READING, at: 9, done: true }));
    value(await here.putValue({ kind: 'notes', id: 'a1' }, { text: 'newer' }));
    const plan = await planRestore(here, read(await backupText(await filled(), 0)));
    expect(plan).toMatchObject({ readings: [], values: [] });
  });
});

describe('a file that is no sound backup', () => {
  const refused = (text: string): unknown => {
    const backup = decodeBackup(bytesOf(text));
    return backup.ok ? 'read' : backup.error;
  };
  const sealed = (content: unknown): string => {
    const stored = parsedJson(JSON.stringify(content));
    return JSON.stringify({
      format: 'seven-rights-backup',
      version: 1,
      made: 0,
      checksum: hashText(canonical(stored)),
      content: stored,
    });
  };

  it('is refused with what it is instead', () => {
    expect(refused('')).toEqual({ code: 'no-json' });
    expect(refused('{}')).toEqual({ code: 'no-backup' });
    expect(refused('['.repeat(100_000))).toEqual({ code: 'no-json' });
    expect(refused('{"format":"seven-rights-backup","version":2}')).toEqual({
      code: 'newer-version',
      version: 2,
    });
    expect(decodeBackup(Uint8Array.of(0xff, 0xfe))).toEqual({ ok: false, error: { code: 'no-text' } });
    expect(decodeBackup(new Uint8Array(BACKUP_LIMIT + 1))).toMatchObject({ error: { code: 'too-large' } });
  });

  it('is refused when anything in it was changed', async () => {
    const text = await backupText(await filled(), 0);
    expect(refused(text.replace('"right":true', '"right":false'))).toEqual({ code: 'changed' });
  });

  it('is refused with the place of what has the wrong shape', () => {
    expect(refused(sealed({ ...EMPTY, answers: [{ ...ANSWER, at: 'noon' }] }))).toEqual({
      code: 'shape',
      place: 'answers.0.at',
    });
    expect(refused(sealed({ ...EMPTY, readings: undefined }))).toEqual({ code: 'shape', place: 'readings' });
  });

  it('is refused when a log does not follow from itself, though the checksum fits', async () => {
    const { content } = read(await backupText(await filled(), 0));
    const attempts = content.attempts.map(({ header, events }) => ({ header, events: events.slice(1) }));
    expect(refused(sealed({ ...content, attempts }))).toEqual({ code: 'broken-chain', attempt: 'a1' });
  });

  it('never throws and never lets a changed byte pass as another content (seed 5)', async () => {
    const whole = bytesOf(await backupText(await filled(), 0));
    const wanted = canonical(parsedJson(JSON.stringify(read(new TextDecoder().decode(whole)).content)));
    const change = fc.record({ at: fc.nat(whole.length - 1), byte: fc.integer({ min: 0, max: 255 }) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), fc.nat(whole.length), (changes, cut) => {
        const bytes = whole.slice();
        for (const { at, byte } of changes) bytes[at] = byte;
        for (const given of [bytes, whole.slice(0, cut)]) {
          const backup = decodeBackup(given);
          if (backup.ok) expect(canonical(parsedJson(JSON.stringify(backup.value.content)))).toBe(wanted);
        }
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('leaves what is stored as it is, whatever the bytes are (seed 6)', async () => {
    const store = await filled();
    const before = canonical(parsedJson(await backupText(store, 0)));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 400 }), fc.json().map(bytesOf)), async (bytes) => {
        const backup = decodeBackup(bytes);
        expect(backup.ok).toBe(false);
        expect(canonical(parsedJson(await backupText(store, 0)))).toBe(before);
      }),
      { seed: 6, numRuns: 60 },
    );
  });

  it('reads what was written, whatever the texts in it are (seed 7)', () => {
    const answers = fc.array(
      fc.record({
        id: fc.string({ unit: 'grapheme', maxLength: 40 }),
        answer: fc.jsonValue({ maxDepth: 4 }),
      }),
    );
    fc.assert(
      fc.property(answers, (list) => {
        const content = parsedJson(
          JSON.stringify({ ...EMPTY, answers: list.map((one) => ({ ...ANSWER, ...one })) }),
        );
        const backup = decodeBackup(bytesOf(sealed(content)));
        expect(backup.ok && canonical(parsedJson(JSON.stringify(backup.value.content)))).toBe(
          canonical(content),
        );
      }),
      { seed: 7 },
    );
  });
});

it('names its own version in the file', () => {
  expect(parsedJson(encodeBackup(EMPTY, 3))).toMatchObject({
    format: 'seven-rights-backup',
    version: 1,
    made: 3,
  });
});

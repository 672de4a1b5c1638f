import type { Result } from '../../core/base';
import { originOf } from './chain';
import { encodeBackup, type Backup, type BackupContent } from './backup-codec';
import type { StoreFault } from './fault';
import { VALUE_KINDS, type AttemptHeader, type StoredEvent, type StoredValue } from './model';
import type { Store } from './store';

type Filed = BackupContent['attempts'][number];

/** What a backup would add to what is stored; nothing that is stored gives way. */
export interface RestorePlan {
  /** Attempts that are not here, and those that the backup carries on. */
  readonly attempts: readonly Filed[];
  readonly answers: BackupContent['answers'];
  readonly readings: BackupContent['readings'];
  readonly values: readonly StoredValue[];
  /** Attempts of the backup that are here as far, or farther. */
  readonly known: number;
  /** Attempts that went on differently here; they are left as they are. */
  readonly apart: number;
}

/** How a restore went: how many things were filed, and the first reason why one could not be. */
export interface Restored {
  readonly filed: number;
  readonly fault: StoreFault | undefined;
}

/**
 * Everything that is stored, as the text of a backup file.
 * @param made milliseconds since 1970
 * @example const text = await backupText(store, Date.now())
 */
export async function backupText(store: Store, made: number): Promise<string> {
  return encodeBackup(await contentOf(store), made);
}

async function contentOf(store: Store): Promise<BackupContent> {
  const attempts: Filed[] = [];
  for (const { id } of await store.attempts()) {
    const read = await store.read(id);
    if (read.ok) attempts.push({ header: read.value.header, events: read.value.events });
  }
  const values: StoredValue[] = [];
  for (const kind of VALUE_KINDS)
    for (const id of await store.names(kind)) {
      const value = await store.value({ kind, id });
      if (value !== undefined) values.push({ kind, id, value });
    }
  const [answers, readings] = await Promise.all([store.study.answers(), store.study.readings()]);
  return { attempts, answers, readings, values };
}

/**
 * What a backup would add. Changes nothing.
 * @example (await planRestore(store, backup)).attempts.length
 */
export async function planRestore(store: Store, { content }: Backup): Promise<RestorePlan> {
  const here = await contentOf(store);
  return compare(content, here);
}

/**
 * What `given` has that `here` has not. Applying the plan and comparing again gives an empty plan.
 * @example compare(content, content).attempts // []
 */
export function compare(given: BackupContent, here: BackupContent): RestorePlan {
  const filed = new Map(here.attempts.map((one) => [one.header.id, one]));
  const kinds = given.attempts.map((one) => ({ one, kind: kindOf(one, filed.get(one.header.id)) }));
  const answered = new Set(here.answers.map(({ id }) => id));
  const read = new Map(here.readings.map((reading) => [reading.section, reading]));
  const put = new Set(here.values.map(({ kind, id }) => `${kind}/${id}`));
  return {
    attempts: kinds.flatMap(({ one, kind }) => (kind === 'new' ? [one] : [])),
    answers: given.answers.filter(({ id }) => !answered.has(id)),
    readings: given.readings.filter(({ section, at }) => (read.get(section)?.at ?? -Infinity) < at),
    values: given.values.filter(({ kind, id }) => !put.has(`${kind}/${id}`)),
    known: kinds.filter(({ kind }) => kind === 'known').length,
    apart: kinds.filter(({ kind }) => kind === 'apart').length,
  };
}

function kindOf(given: Filed, here: Filed | undefined): 'new' | 'known' | 'apart' {
  if (!here) return 'new';
  if (originOf(given.header) !== originOf(here.header)) return 'apart';
  const shared = Math.min(given.events.length, here.events.length);
  if (!sameTo(given.events, here.events, shared)) return 'apart';
  const further = given.events.length > here.events.length || isEnd(given.header, here.header);
  return further && given.events.length >= here.events.length ? 'new' : 'known';
}

function sameTo(a: readonly StoredEvent[], b: readonly StoredEvent[], length: number): boolean {
  return length === 0 || a[length - 1]?.hash === b[length - 1]?.hash;
}

function isEnd(given: AttemptHeader, here: AttemptHeader): boolean {
  return given.status === 'finished' && here.status === 'open';
}

/**
 * Files what a plan holds. Doing it twice, or again after it broke off, changes nothing more.
 * @example const { filed, fault } = await applyRestore(store, plan)
 */
export async function applyRestore(store: Store, plan: RestorePlan): Promise<Restored> {
  const steps: readonly (() => Promise<Result<unknown, StoreFault>>)[] = [
    ...plan.attempts.map(
      ({ header, events }) =>
        () =>
          store.restore(header, events),
    ),
    ...plan.answers.map((answer) => () => store.study.addAnswer(answer)),
    ...plan.readings.map((reading) => () => store.study.putReading(reading)),
    ...plan.values.map(
      ({ kind, id, value }) =>
        () =>
          store.putValue({ kind, id }, value),
    ),
  ];
  let filed = 0;
  let fault: StoreFault | undefined;
  for (const step of steps) {
    const done = await step();
    if (done.ok) filed += 1;
    else fault ??= done.error;
  }
  return { filed, fault };
}

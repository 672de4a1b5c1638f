import { tipOf } from './chain';
import { StoreTrouble } from './fault';
import {
  VALUE_KINDS,
  type AttemptHeader,
  type StoredAnalysis,
  type StoredAnswer,
  type StoredEvent,
  type StoredReading,
  type StoredValue,
  type ValueKind,
} from './model';
import type { Copy } from './repair';

/** Which value is meant. */
export type ValueKey = { readonly kind: ValueKind; readonly id: string };

/**
 * Every value that is about an attempt and goes when the attempt goes: all but the settings.
 * @example valuesOf('a1').map(({ kind }) => kind) // ['notes', 'reflection', …]
 */
export function valuesOf(attempt: string): readonly ValueKey[] {
  return VALUE_KINDS.filter((kind) => kind !== 'setting').map((kind) => ({ kind, id: attempt }));
}

/** Takes the list of attempts, newest first. */
export type HeadsSeen = (heads: readonly AttemptHeader[]) => void;

/**
 * The first copy: the database, or memory when the browser gives none. Rejects with StoreTrouble or with the
 * database's own error.
 */
export type Archive = {
  /** False when what is put here is gone with the page. */
  readonly durable: boolean;
  heads(): Promise<readonly AttemptHeader[]>;
  load(id: string): Promise<Copy>;
  /**
   * Adds the events of `log` that are not here yet and stores the header; flushed when it resolves. What is here
   * must be a beginning of `log`, else 'head-moved'; holding the same log again changes nothing.
   */
  hold(header: AttemptHeader, log: readonly StoredEvent[]): Promise<void>;
  /** Takes back the last event, if it is the last. */
  undo(event: StoredEvent): Promise<void>;
  /** As `hold`, but whatever is here gives way: for damaged copies only. */
  replace(header: AttemptHeader, log: readonly StoredEvent[]): Promise<void>;
  /** Removes an attempt, what was put about it, and all analyses: they do not say whose they are. */
  remove(id: string): Promise<void>;
  value(key: ValueKey): Promise<StoredValue | undefined>;
  putValue(value: StoredValue): Promise<void>;
  valueKeys(): Promise<readonly ValueKey[]>;
  /** Adds an answer; adding the same one again changes nothing. */
  addAnswer(answer: StoredAnswer): Promise<void>;
  /** All answers, the oldest first. */
  answers(): Promise<readonly StoredAnswer[]>;
  putReading(reading: StoredReading): Promise<void>;
  readings(): Promise<readonly StoredReading[]>;
  /** What was worked out under a key, if it is still kept. */
  analysis(key: string): Promise<StoredAnalysis | undefined>;
  /** Keeps what was worked out, in place of what had its key; where there are too many, the oldest go. */
  putAnalysis(analysis: StoredAnalysis): Promise<void>;
  /** Calls with all headers, newest first, now and after every change, or `failed` once; returns how to stop. */
  watch(seen: HeadsSeen, failed: () => void): () => void;
  close(): void;
  /** Deletes everything. */
  wipe(): Promise<void>;
};

/** An attempt as an archive files it: `tip` is the hash the next event must name. */
export type FiledHead = {
  readonly id: string;
  readonly startedAt: number;
  readonly tip: string;
  readonly header: AttemptHeader;
};

/**
 * A header as it is filed with its log.
 * @example fileHead(header, log).tip === tipOf(header, log) // true
 */
export function fileHead(header: AttemptHeader, log: readonly StoredEvent[]): FiledHead {
  return { id: header.id, startedAt: header.startedAt, tip: tipOf(header, log), header };
}

/**
 * Compare-and-swap: which events of `log` must be added to what is filed. Throws 'head-moved' when what is filed
 * is not a beginning of `log`.
 * @example toAdd(undefined, header, log) // log
 */
export function toAdd(
  filed: FiledHead | undefined,
  header: AttemptHeader,
  log: readonly StoredEvent[],
): readonly StoredEvent[] {
  if (!filed) return log;
  const held = filed.header.lastSeq;
  // The tip stands for the header and every event up to it.
  const begins = held <= log.length && filed.tip === tipOf(header, log.slice(0, held));
  if (!begins) throw new StoreTrouble('head-moved', `${header.id}: ${held} filed, ${log.length} offered`);
  return log.slice(held);
}

/**
 * Order of attempts in lists: the newest first.
 * @example heads.toSorted(byNewest)
 */
export function byNewest(a: AttemptHeader, b: AttemptHeader): number {
  return b.startedAt - a.startedAt || (a.id < b.id ? -1 : 1);
}

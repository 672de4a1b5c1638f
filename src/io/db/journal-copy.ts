import { StoreTrouble } from './fault';
import type { Journal } from './journal-client';
import { decodeJournal, encodeRecords, type JournalContent, type JournalRecord } from './journal-codec';
import type { AttemptHeader, StoredEvent, StoredValue } from './model';

const ATTEMPT_FILE = /^attempt-(.+)[.]log$/;
const VALUE_FILE = /^value-.+[.]log$/;

/**
 * The journal file of an attempt.
 * @example attemptFile('a1') // 'attempt-a1.log'
 */
export function attemptFile(id: string): string {
  return `attempt-${id}.log`;
}

/**
 * The journal file of a value.
 * @example valueFile({ kind: 'notes', id: 'a1' }) // 'value-notes-a1.log'
 */
export function valueFile({ kind, id }: Pick<StoredValue, 'kind' | 'id'>): string {
  return `value-${kind}-${id}.log`;
}

/**
 * The attempt that a journal file belongs to, if it is one of an attempt.
 * @example attemptOfFile('attempt-a1.log') // 'a1'
 */
export function attemptOfFile(name: string): string | undefined {
  return ATTEMPT_FILE.exec(name)?.[1];
}

/**
 * Tells whether a journal file holds a value.
 * @example isValueFile('value-notes-a1.log') // true
 */
export function isValueFile(name: string): boolean {
  return VALUE_FILE.test(name);
}

/**
 * The last value that a file of values holds whole.
 * @example lastValue(encodeRecords([{ kind: 'value', value }])) // value
 */
export function lastValue(bytes: Uint8Array): StoredValue | undefined {
  const { records } = decodeJournal(bytes);
  return records.flatMap((record) => (record.kind === 'value' ? [record.value] : [])).at(-1);
}

/**
 * The journal of one attempt, held open for writing. A journal that fails is not given up: the next `hold` opens
 * it again and adds what it missed.
 */
export class JournalCopy {
  readonly #journal: Journal;
  readonly #file: string;
  #open = false;
  #hasHeader = false;
  #hasFinish = false;
  /** Hashes by number, of the events the file holds whole. */
  readonly #held = new Map<number, string>();
  #lastWrite: { readonly sizeBefore: number; readonly seqs: readonly number[] } | undefined;

  constructor(journal: Journal, attempt: string) {
    this.#journal = journal;
    this.#file = attemptFile(attempt);
  }

  /**
   * Takes the file for this tab, cuts a torn tail and gives what is whole.
   * Rejects with 'newer-version' if a newer program wrote to it.
   */
  async open(): Promise<JournalContent> {
    const bytes = await this.#journal.open(this.#file);
    const content = decodeJournal(bytes);
    if (content.newer) {
      await this.#journal.close(this.#file);
      throw new StoreTrouble('newer-version', this.#file);
    }
    if (content.wholeBytes < bytes.length) await this.#journal.cut(this.#file, content.wholeBytes);
    this.#note(content.records);
    this.#open = true;
    return content;
  }

  /** Writes of the attempt what the file lacks; flushed when it resolves. */
  async hold(header: AttemptHeader, log: readonly StoredEvent[]): Promise<void> {
    if (!this.#open) await this.open();
    const lacking: JournalRecord[] = [];
    if (!this.#hasHeader) lacking.push({ kind: 'head', head: header });
    for (const event of log) {
      if (this.#held.get(event.seq) !== event.hash) lacking.push({ kind: 'event', event });
    }
    if (header.status === 'finished' && !this.#hasFinish) {
      lacking.push({ kind: 'finish', attempt: header.id, seq: log.length });
    }
    if (lacking.length === 0) return;
    const seqs = lacking.flatMap((record) => (record.kind === 'event' ? [record.event.seq] : []));
    try {
      const sizeBefore = await this.#journal.append(this.#file, encodeRecords(lacking));
      this.#lastWrite = { sizeBefore, seqs };
      this.#note(lacking);
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** Takes back the last event, if it was the last thing written. */
  async undo(event: StoredEvent): Promise<void> {
    const { sizeBefore, seqs } = this.#lastWrite ?? { sizeBefore: 0, seqs: [] };
    if (this.#held.get(event.seq) !== event.hash || seqs.at(-1) !== event.seq) return;
    await this.#journal.cut(this.#file, sizeBefore);
    await this.close();
  }

  /** Lets go of the file; forgets what it holds, so that the next `hold` looks again. */
  async close(): Promise<void> {
    this.#open = false;
    this.#hasHeader = false;
    this.#hasFinish = false;
    this.#held.clear();
    this.#lastWrite = undefined;
    await this.#journal.close(this.#file).catch(() => undefined);
  }

  #note(records: readonly JournalRecord[]): void {
    for (const record of records) {
      if (record.kind === 'head') this.#hasHeader = true;
      if (record.kind === 'finish') this.#hasFinish = true;
      if (record.kind === 'event') this.#held.set(record.event.seq, record.event.hash);
    }
  }
}

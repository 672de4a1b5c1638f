import type { Archive } from './archive';
import { faultOf, StoreTrouble, type StoreFault } from './fault';
import type { JournalContent } from './journal-codec';
import type { Journal } from './journal-client';
import { JournalCopy } from './journal-copy';
import type { AttemptHeader, StoredEvent } from './model';
import type { Copy, Recovered } from './repair';

/** What the copies of one attempt need of the store. */
export type CopyHost = {
  readonly journal: Journal | undefined;
  /** Does something with the archive, opening it again, or another in its place, when it has failed. */
  archived<T>(work: (archive: Archive) => Promise<T>): Promise<T>;
  /** Told after each use whether the journal works. */
  journalIs(state: 'ok' | 'lost'): void;
  /** True when this browser gave no storage from the start: then memory is all that is promised. */
  readonly memoryOnly: boolean;
};

/** Where one copy stands after a write: done, not there at all, or refused. */
type Outcome = 'kept' | 'absent' | StoreFault;

const NO_CONTENT: Pick<JournalContent, 'records'> = { records: [] };

/** Both copies of one attempt: nothing counts as stored before both are flushed. */
export class Copies {
  readonly #host: CopyHost;
  readonly #journal: JournalCopy | undefined;

  constructor(host: CopyHost, attempt: string) {
    this.#host = host;
    this.#journal = host.journal ? new JournalCopy(host.journal, attempt) : undefined;
  }

  /**
   * What the journal holds whole; nothing if it cannot be read, which `health` then says.
   * @param alone false without a lock on the attempt: then a busy file means another tab
   */
  async openJournal(alone: boolean): Promise<Pick<JournalContent, 'records'>> {
    if (!this.#journal) return NO_CONTENT;
    try {
      const content = await this.#journal.open();
      this.#host.journalIs('ok');
      return content;
    } catch (error) {
      const { code } = faultOf(error);
      if (code === 'newer-version' || (code === 'locked-elsewhere' && !alone)) throw error;
      this.#host.journalIs('lost');
      return NO_CONTENT;
    }
  }

  /** Makes both copies hold what was recovered. A full disk is no failure here: the next write tries again. */
  async mend(archived: Copy, { header, events }: Recovered): Promise<void> {
    const outcomes = await Promise.all([
      this.#mendArchive(archived, header, events),
      this.#inJournal(header, events),
    ]);
    const trouble = worst(outcomes);
    if (trouble && trouble.code !== 'full') throw new StoreTrouble(trouble.code, trouble.detail);
  }

  /** Stores header and log in both copies. Rejects if either refuses, or if neither is there any more. */
  async hold(header: AttemptHeader, log: readonly StoredEvent[]): Promise<void> {
    const outcomes = await Promise.all([this.#inArchive(header, log), this.#inJournal(header, log)]);
    const trouble = worst(outcomes);
    if (trouble) throw new StoreTrouble(trouble.code, trouble.detail);
    if (!outcomes.includes('kept') && !this.#host.memoryOnly)
      throw new StoreTrouble('no-storage', 'both copies');
  }

  /** Takes back an event that one copy took and the other refused. */
  async undo(event: StoredEvent): Promise<void> {
    await Promise.all([this.#host.archived((archive) => archive.undo(event)), this.#journal?.undo(event)]);
  }

  async close(): Promise<void> {
    await this.#journal?.close();
  }

  async #inArchive(header: AttemptHeader, log: readonly StoredEvent[]): Promise<Outcome> {
    return await this.#archiveOutcome((archive) => archive.hold(header, log));
  }

  async #mendArchive(archived: Copy, header: AttemptHeader, log: readonly StoredEvent[]): Promise<Outcome> {
    // Recovery prefers the archive's own events, so a sound archive is met again in the log, event by event.
    const sound =
      archived.header?.lastSeq === archived.events.length &&
      archived.events.every((event, index) => event === log[index]);
    if (sound && archived.events.length === log.length && archived.header.status === header.status)
      return 'kept';
    return await this.#archiveOutcome((archive) =>
      sound || !archived.header ? archive.hold(header, log) : archive.replace(header, log),
    );
  }

  async #archiveOutcome(work: (archive: Archive) => Promise<void>): Promise<Outcome> {
    try {
      return await this.#host.archived(async (archive) => {
        await work(archive);
        return archive.durable ? 'kept' : 'absent';
      });
    } catch (error) {
      return faultOf(error);
    }
  }

  async #inJournal(header: AttemptHeader, log: readonly StoredEvent[]): Promise<Outcome> {
    if (!this.#journal) return 'absent';
    try {
      await this.#journal.hold(header, log);
      this.#host.journalIs('ok');
      return 'kept';
    } catch (error) {
      const fault = faultOf(error);
      if (fault.code === 'full' || fault.code === 'newer-version') return fault;
      this.#host.journalIs('lost');
      return 'absent';
    }
  }
}

/** The refusal that matters most: one that ends the session before one that passes. */
function worst(outcomes: readonly Outcome[]): StoreFault | undefined {
  const faults = outcomes.filter((outcome) => typeof outcome !== 'string');
  return faults.find(({ code }) => code !== 'full') ?? faults[0];
}

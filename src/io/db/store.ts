import { err, invariant, ok, type Json, type Result } from '../../core/base';
import { valuesOf, type Archive, type HeadsSeen, type ValueKey } from './archive';
import { isChain } from './chain';
import { Copies } from './copies';
import { faultOf, StoreTrouble, type StoreFault } from './fault';
import { decodeJournal, encodeRecords } from './journal-codec';
import { attemptFile, valueFile } from './journal-copy';
import { Keeper, type Ports, type StoreHealth } from './keeper';
import {
  isName,
  type AttemptHeader,
  type NewAttempt,
  type StoredEvent,
  type StoredValue,
  type ValueKind,
} from './model';
import { journalCopy, recover, type Recovered } from './repair';
import { AttemptSession, type Session } from './session';
import { Shelf } from './shelf';
import { Study } from './study';

/** An attempt as it is stored: its header, its whole log, and what is missing from it. */
export type StoredAttempt = Recovered;

/** An attempt opened for writing. */
export type OpenAttempt = StoredAttempt & { readonly session: Session };

/** What may be told to the store when it is opened. */
export type StoreOptions = {
  /** A newer version of the program waits in another tab: ask for a reload. Every later write is refused. */
  readonly onOutdated?: () => void;
};

/** An attempt held by this tab. `alone` is false where the browser has no locks to give. */
type Claimed = { readonly alone: boolean; readonly release: () => void };

/**
 * All attempts of this browser profile. Every method that can be refused gives a Result; none throws but for bugs.
 * Without storage the same methods work from memory: `health` says so.
 */
export class Store {
  /** The course: answers and reading. */
  readonly study: Study;
  /** What was worked out before. */
  readonly shelf: Shelf;
  readonly #keeper: Keeper;
  readonly #ports: Ports;
  readonly #sessions = new Map<string, AttemptSession>();
  /** Attempts this tab is busy with, for browsers without locks. */
  readonly #claimed = new Set<string>();

  private constructor(keeper: Keeper, ports: Ports) {
    this.#keeper = keeper;
    this.#ports = ports;
    const guarded = <T>(work: (archive: Archive) => Promise<T>): Promise<Result<T, StoreFault>> =>
      this.#guarded(() => keeper.archived(work));
    this.study = new Study(guarded);
    this.shelf = new Shelf({ guarded, now: ports.now });
  }

  /** Opens the store on the given ports; never rejects for want of storage. */
  static async open(ports: Ports, options: StoreOptions = {}): Promise<Store> {
    const keeper = await Keeper.open(ports, options.onOutdated ?? (() => undefined));
    return new Store(keeper, ports);
  }

  /** How well things are kept right now; ask again after each write. */
  health(): StoreHealth {
    return this.#keeper.health;
  }

  /** All attempts, the newest first. Nothing while writes are refused because of newer code. */
  async attempts(): Promise<readonly AttemptHeader[]> {
    const heads = await this.#guarded(() => this.#keeper.archived((archive) => archive.heads()));
    return heads.ok ? heads.value : [];
  }

  /**
   * Calls with all attempts now and after every change, also one made in another tab. Returns how to stop.
   * @example const stop = store.watchAttempts((heads) => (list = heads))
   */
  watchAttempts(seen: HeadsSeen): () => void {
    return this.#keeper.watch(seen);
  }

  /**
   * Files a new attempt without events. Creating it again, as long as it has no events, changes nothing.
   * @example await store.create({ id: crypto.randomUUID(), ...rest })
   */
  create(attempt: NewAttempt): Promise<Result<AttemptHeader, StoreFault>> {
    invariant(isName(attempt.id), `the name of the attempt: ${attempt.id}`);
    const header: AttemptHeader = { ...attempt, status: 'open', lastSeq: 0, v: 1 };
    return this.#guarded(() => this.#file(header, []));
  }

  /**
   * Takes an attempt for this tab and reads it, repairing either copy from the other.
   * `lost` in the answer counts acknowledged events that are gone from both: tell the learner.
   * @example const opened = await store.open(id); // then opened.value.session.append(input)
   */
  open(id: string): Promise<Result<OpenAttempt, StoreFault>> {
    return this.#guarded(async () => {
      const claimed = await this.#claim(id);
      const copies = new Copies(this.#keeper, id);
      try {
        const [archive, content] = await Promise.all([
          this.#keeper.archived((held) => held.load(id)),
          copies.openJournal(claimed.alone),
        ]);
        const found = recover({
          archive,
          journal: journalCopy(content),
          witness: this.#ports.witness.seen(id),
        });
        if (!found.ok) throw new StoreTrouble(found.error, id);
        await copies.mend(archive, found.value);
        return { ...found.value, session: this.#begin(found.value, copies, claimed) };
      } catch (error) {
        await copies.close();
        claimed.release();
        throw error;
      }
    });
  }

  /**
   * Reads an attempt, also one that is being written elsewhere. Changes nothing.
   * @example const read = await store.read(id); // { header, events, lost }
   */
  read(id: string): Promise<Result<StoredAttempt, StoreFault>> {
    return this.#guarded(async () => {
      const [archive, bytes] = await Promise.all([
        this.#keeper.archived((held) => held.load(id)),
        this.#keeper.journal?.peek(attemptFile(id)).catch(() => undefined),
      ]);
      const journal = journalCopy(decodeJournal(bytes ?? new Uint8Array()));
      const found = recover({ archive, journal, witness: this.#ports.witness.seen(id) });
      if (!found.ok) throw new StoreTrouble(found.error, id);
      return found.value;
    });
  }

  /**
   * Files an attempt from a backup. Refuses a log whose chain is broken, and one that does not continue what is
   * filed under the same id.
   * @example await store.restore(backup.header, backup.events)
   */
  restore(header: AttemptHeader, events: readonly StoredEvent[]): Promise<Result<AttemptHeader, StoreFault>> {
    return this.#guarded(async () => {
      if (!isName(header.id) || !isChain(header, events)) throw new StoreTrouble('broken-chain', header.id);
      return await this.#file({ ...header, lastSeq: events.length }, events);
    });
  }

  /**
   * Deletes an attempt with its notes and whatever else was put about it; refused while any tab has it open.
   * @example await store.remove(id)
   */
  remove(id: string): Promise<Result<void, StoreFault>> {
    return this.#guarded(async () => {
      const { release } = await this.#claim(id);
      try {
        // The journal first: the other way round a crash in between would bring the attempt back.
        const files = [attemptFile(id), ...valuesOf(id).map(valueFile)];
        for (const file of files) await this.#keeper.journal?.remove(file);
        await this.#keeper.archived((archive) => archive.remove(id));
        this.#ports.witness.forget(id);
      } finally {
        release();
      }
    });
  }

  /**
   * A setting, or what was written about an attempt; nothing if it was never put.
   * @example await store.value({ kind: 'notes', id: attempt })
   */
  async value(key: ValueKey): Promise<Json | undefined> {
    const stored = await this.#guarded(() => this.#keeper.archived((archive) => archive.value(key)));
    return stored.ok ? stored.value?.value : undefined;
  }

  /**
   * The ids of all values of a kind, in no order; none while the storage refuses.
   * @example await store.names('assignment')
   */
  async names(kind: ValueKind): Promise<readonly string[]> {
    const keys = await this.#guarded(() => this.#keeper.archived((archive) => archive.valueKeys()));
    return keys.ok ? keys.value.flatMap((key) => (key.kind === kind ? [key.id] : [])) : [];
  }

  /**
   * Puts a value in place of the former one; both copies are flushed when it resolves.
   * @example await store.putValue({ kind: 'setting', id: 'locale' }, 'en')
   */
  putValue({ kind, id }: ValueKey, value: Json): Promise<Result<void, StoreFault>> {
    invariant(isName(id), `the name of the value: ${id}`);
    const stored = { kind, id, value };
    return this.#guarded(async () => {
      const durable = await Promise.all([
        this.#keeper.archived(async (archive) => {
          await archive.putValue(stored);
          return archive.durable;
        }),
        this.#keepInJournal(stored),
      ]);
      if (!durable.includes(true) && !this.#keeper.memoryOnly) throw new StoreTrouble('no-storage');
    });
  }

  /**
   * Deletes everything this store has kept on this machine, and closes it: reload, or open another, afterwards.
   * Refused while another tab is writing an attempt.
   * @example await store.erase()
   */
  erase(): Promise<Result<void, StoreFault>> {
    return this.#guarded(async () => {
      await Promise.all([...this.#sessions.values()].map((session) => session.close()));
      await this.#keeper.journal?.wipe();
      await this.#keeper.archived((archive) => archive.wipe());
      for (const attempt of this.#ports.witness.attempts()) this.#ports.witness.forget(attempt);
      this.#keeper.close();
    });
  }

  /** Lets go of everything; sessions first finish what they are writing. */
  async close(): Promise<void> {
    await Promise.all([...this.#sessions.values()].map((session) => session.close()));
    this.#keeper.close();
  }

  async #file(header: AttemptHeader, events: readonly StoredEvent[]): Promise<AttemptHeader> {
    const { release } = await this.#claim(header.id);
    const copies = new Copies(this.#keeper, header.id);
    try {
      // The archive is the judge of whether a log may be filed; the journal must not hold what it refuses.
      if (events.length > 0) await this.#keeper.archived((archive) => archive.hold(header, events));
      await copies.hold(header, events);
      if (events.length > 0) this.#ports.witness.note(header.id, events.length);
      return header;
    } finally {
      await copies.close();
      release();
    }
  }

  /** True when the journal has it; a full disk rejects. */
  async #keepInJournal(value: StoredValue): Promise<boolean> {
    if (!this.#keeper.journal) return false;
    try {
      await this.#keeper.journal.keep(valueFile(value), encodeRecords([{ kind: 'value', value }]));
      return true;
    } catch (error) {
      if (faultOf(error).code === 'full') throw error;
      this.#keeper.journalIs('lost');
      return false;
    }
  }

  #begin(found: Recovered, copies: Copies, claimed: Claimed): Session {
    const { id } = found.header;
    const session = new AttemptSession({
      header: found.header,
      events: found.events,
      copies,
      refusal: () => this.#keeper.refusal,
      acknowledged: (seq) => this.#ports.witness.note(id, seq),
      now: this.#ports.now,
      released: () => {
        this.#sessions.delete(id);
        claimed.release();
      },
    });
    this.#sessions.set(id, session);
    return session;
  }

  async #claim(id: string): Promise<Claimed> {
    // A page that was just left may still be closing its session.
    await this.#sessions.get(id)?.closing;
    if (this.#claimed.has(id)) throw new StoreTrouble('locked-elsewhere', `${id} is in use in this tab`);
    this.#claimed.add(id);
    const claim = await this.#ports.locks.claim(attemptFile(id));
    if (claim === 'taken') {
      this.#claimed.delete(id);
      throw new StoreTrouble('locked-elsewhere', id);
    }
    const alone = claim !== 'unavailable';
    return {
      alone,
      release: () => {
        this.#claimed.delete(id);
        if (alone) claim.release();
      },
    };
  }

  async #guarded<T>(work: () => Promise<T>): Promise<Result<T, StoreFault>> {
    if (this.#keeper.refusal) return err(this.#keeper.refusal);
    try {
      return ok(await work());
    } catch (error) {
      return err(faultOf(error));
    }
  }
}

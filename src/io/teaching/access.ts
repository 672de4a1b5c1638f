import { err, hashText, ok, type Result } from '../../core/base';
import { unseal, type KeyPair } from '../secrets';
import type { Cabinet } from './cabinet';
import { teachFaultOf, TeachTrouble, type TeachFault } from './fault';
import type { Going } from './going';
import { openedByAny, type Opening, type Renewed } from './lock';
import type { LockState, RowKind } from './model';
import type { Ports } from './ports';
import type { Notes } from './shelf';

export type Answer<T> = Promise<Result<T, TeachFault>>;

/** How often the idle time is looked at. */
const LOOK_EVERY = 10_000;
/** How often other tabs are told that somebody works here. */
const TELL_EVERY = 5000;

/** Who may open the workspace, and when it locks itself. */
export class Access {
  protected readonly cabinet: Cabinet;
  readonly #ports: Ports;
  readonly #lockHeard = new Set<(state: LockState) => void>();
  readonly #stops: (() => void)[] = [];
  #touched: number;
  #toldHere = 0;
  /** The state that was told last. */
  #announced: LockState;
  #idle = 0;

  constructor(cabinet: Cabinet, ports: Ports) {
    this.cabinet = cabinet;
    this.#ports = ports;
    this.#touched = ports.now();
    this.#announced = cabinet.lock.state;
  }

  /** Whether there is a passphrase, and whether it was given. */
  get state(): LockState {
    return this.cabinet.lock.state;
  }

  /**
   * Calls after every change of the state, also by another tab. Returns how to stop.
   * @example const stop = teaching.watchLock((state) => { shown = state !== 'locked'; })
   */
  watchLock(heard: (state: LockState) => void): () => void {
    this.#lockHeard.add(heard);
    return () => this.#lockHeard.delete(heard);
  }

  /**
   * Sets the first passphrase: makes the keys and locks every row. Answers with the recovery code, which is kept
   * nowhere: show it now, then `keptCode()`. From the moment the passphrase stands it cannot be called off; should the
   * page close meanwhile, or the disk be full, the rest is locked at the next unlocking (`unfinished` until then).
   * @example const set = await teaching.setPassphrase('…'); // set.value: '7K3M-…'
   */
  setPassphrase(passphrase: string, going: Going = {}): Answer<string> {
    return this.guarded(async () => {
      const recovery = await this.#renew(() => {
        if (this.state !== 'open') throw new TeachTrouble('locked', 'there is a passphrase');
        return this.cabinet.lock.found(passphrase);
      });
      await this.#finish(going);
      return recovery;
    });
  }

  /**
   * Puts a new passphrase in place of the former, or of a lost one by the recovery code. Answers with a new
   * recovery code; the former passphrase and code open nothing afterwards. Opens the workspace. Rows stay as they
   * are, so it takes no longer for a large workspace.
   * @example await teaching.renewPassphrase({ recovery: '7K3M-…' }, 'new one')
   */
  renewPassphrase(opening: Opening, passphrase: string, going: Going = {}): Answer<string> {
    return this.guarded(async () => {
      this.touch();
      const recovery = await this.#renew(() => this.cabinet.lock.renewed(opening, passphrase));
      await this.#finish(going);
      return recovery;
    });
  }

  /**
   * The instructor has confirmed that the recovery code is kept.
   * @example await teaching.keptCode()
   */
  keptCode(): Answer<void> {
    return this.putNotes({ codeKept: true });
  }

  /** Whether rows from before the passphrase still lie unlocked, because the browser was closed or full. */
  get unfinished(): boolean {
    return this.cabinet.lock.unfinished;
  }

  /**
   * Letters that tell this workspace from others, for what is printed; null without a passphrase.
   * @example teaching.mark() // 'Q7XK'
   */
  mark(): string | null {
    const name = this.cabinet.lock.vault?.name;
    return name === undefined ? null : hashText(name).slice(0, 4).toUpperCase();
  }

  /**
   * Opens a locked workspace. 'wrong-passphrase', 'wrong-recovery'. Goes on where locking of rows was broken off;
   * should that fail for want of room, it opens all the same.
   * @example const opened = await teaching.unlock({ passphrase: typed })
   */
  unlock(opening: Opening, going: Going = {}): Answer<void> {
    return this.guarded(async () => {
      this.touch();
      await this.cabinet.lock.open(opening);
      await this.#finish(going);
    });
  }

  /** Forgets the keys, here and in every other tab. Nothing where there is no passphrase. */
  lock(): void {
    if (this.state !== 'unlocked') return;
    this.cabinet.lock.forget();
    this.#lockChanged();
    this.#ports.tell({ kind: 'lock' });
  }

  /** The instructor is there: the idle time begins anew, here and in every other tab. */
  touch(): void {
    this.#touched = this.#ports.now();
    if (this.#touched - this.#toldHere < TELL_EVERY) return;
    this.#toldHere = this.#touched;
    this.#ports.tell({ kind: 'here' });
  }

  /** What new assignments are sealed to; null without a passphrase. */
  publicKey(): string | null {
    return this.cabinet.lock.vault?.pairs[0]?.publicKey ?? null;
  }

  /** For a worker that opens sealed results; empty while locked or without a passphrase. */
  pairs(): readonly KeyPair[] {
    return this.state === 'unlocked' ? this.cabinet.lock.pairs : [];
  }

  /**
   * Opens a sealed result with whichever key of this workspace it was sealed to.
   * @example const opened = await teaching.openSealed(bytes); // 'wrong-key', 'not-sealed', 'no-key'
   */
  openSealed(bytes: Uint8Array): Answer<Uint8Array> {
    return this.guarded(async () => {
      const tried = await openedByAny(this.cabinet.lock.pairs, (pair) => unseal(pair, bytes));
      if (!tried.ok) throw new TeachTrouble(tried.error);
      return tried.value;
    });
  }

  /** Idle minutes, last backup and last change: readable also while locked. */
  notes(): Answer<Notes> {
    return this.guarded(() => this.cabinet.notes());
  }

  putNotes(notes: Partial<Notes>): Answer<void> {
    return this.guarded(async () => {
      await this.cabinet.putNotes(notes);
      if (notes.idle !== undefined) this.#idle = notes.idle;
    });
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.cabinet.close();
  }

  /** Follows the other tabs and the clock, until it is closed. */
  protected async begin(): Promise<void> {
    this.#idle = (await this.cabinet.notes()).idle;
    this.#stops.push(
      this.#ports.hear((told) => {
        if (told.kind === 'changed') void this.#heardChange(told.kinds);
        else if (told.kind === 'here') this.#touched = this.#ports.now();
        else if (this.state === 'unlocked') {
          this.cabinet.lock.forget();
          this.#lockChanged();
        }
      }),
      this.#ports.every(LOOK_EVERY, () => {
        const rest = this.#ports.now() - this.#touched;
        if (this.#idle > 0 && rest >= this.#idle * 60_000) this.lock();
      }),
    );
  }

  async #heardChange(kinds: readonly RowKind[]): Promise<void> {
    await this.guarded(() => this.cabinet.refresh(kinds));
  }

  /** Puts a vault in place with its new recovery code, which is to be confirmed. */
  async #renew(make: () => Promise<Renewed>): Promise<string> {
    let recovery = '';
    await this.cabinet.write(async () => {
      const made = await make();
      recovery = made.recovery;
      return { made, notes: { codeKept: false } };
    });
    return recovery;
  }

  /** What cannot be rewritten for want of room can still be read, and is tried again next time. */
  async #finish(going: Going): Promise<void> {
    try {
      await this.cabinet.finish(going);
    } catch (error) {
      const { code } = teachFaultOf(error);
      if (code !== 'full' && code !== 'no-storage') throw error;
    }
  }

  #lockChanged(): void {
    if (this.state === this.#announced) return;
    this.#announced = this.state;
    for (const heard of this.#lockHeard) heard(this.state);
  }

  protected async guarded<T>(work: () => Promise<T>): Answer<T> {
    try {
      return ok(await work());
    } catch (error) {
      const fault = teachFaultOf(error);
      if (fault.code === 'locked') await this.#lookAgain();
      return err(fault);
    } finally {
      this.#lockChanged();
    }
  }

  /** Another tab may have set a passphrase without this one having heard of it. */
  async #lookAgain(): Promise<void> {
    if (this.state === 'locked') return;
    try {
      await this.cabinet.refresh([]);
    } catch (error) {
      teachFaultOf(error);
    }
  }
}

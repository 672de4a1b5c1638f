import { err, ok, type Json, type Result } from '../../core/base';
import { numberKey, type Override, type Remarks, type Roster } from '../../core/course';
import { unseal, type KeyPair } from '../secrets';
import { Backups } from './backups';
import { Cabinet, found } from './cabinet';
import { teachFaultOf, TeachTrouble, type TeachFault } from './fault';
import { addHandins, listHandins, originalsOf, removeHandins, setVerdicts } from './handins';
import { openedByAny, type Opening } from './lock';
import type {
  AddedHandins,
  Feedback,
  HeldAssignment,
  LockState,
  NewHandin,
  Profile,
  RowKind,
  StoredAnalysis,
  StoredHandin,
} from './model';
import type { Ports } from './ports';
import { keyOf } from './rows';
import { ANALYSIS, ASSIGNMENT, CLASS, FEEDBACK, OVERRIDE, PROFILE, REMARKS } from './schema';
import type { Notes } from './shelf';

type Answer<T> = Promise<Result<T, TeachFault>>;

/** How often the idle time is looked at. */
const LOOK_EVERY = 10_000;
const ONLY = 'only';

/**
 * The instructor's workspace: classes, assignments, results, marks and words. Every call answers with a value or a
 * fault; nothing stored is touched by one that fails.
 */
export class Teaching {
  readonly #cabinet: Cabinet;
  readonly #ports: Ports;
  readonly #lockHeard = new Set<(state: LockState) => void>();
  readonly #stops: (() => void)[] = [];
  /** The workspace as a file, and back. */
  readonly backups: Backups;
  #touched: number;
  #idle = 0;

  constructor(cabinet: Cabinet, ports: Ports) {
    this.#cabinet = cabinet;
    this.#ports = ports;
    this.#touched = ports.now();
    this.backups = new Backups(
      cabinet,
      (work) => this.#guarded(work),
      () => this.#lockChanged(),
    );
  }

  /** Opens the workspace of this browser profile; locked where it has a passphrase. */
  static async open(ports: Ports, outdated: () => void): Answer<Teaching> {
    try {
      const cabinet = await Cabinet.open(ports, outdated);
      const teaching = new Teaching(cabinet, ports);
      await teaching.#begin();
      return ok(teaching);
    } catch (error) {
      return err(teachFaultOf(error));
    }
  }

  // The lock.

  /** Whether there is a passphrase, and whether it was given. */
  get state(): LockState {
    return this.#cabinet.lock.state;
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
   * Sets the first passphrase: makes the key pair and locks every row. Answers with the recovery code, which is
   * kept nowhere: show it now.
   * @example const set = await teaching.setPassphrase('…'); // set.value: '7K3M-…'
   */
  setPassphrase(passphrase: string): Answer<string> {
    return this.#guarded(async () => {
      let recovery = '';
      await this.#cabinet.putVault(async () => {
        if (this.state !== 'open') throw new TeachTrouble('locked', 'there is a passphrase');
        const renewed = await this.#cabinet.lock.found(passphrase);
        recovery = renewed.recovery;
        return renewed.vault;
      });
      this.#lockChanged();
      return recovery;
    });
  }

  /**
   * Puts a new passphrase in place of the former, or of a lost one by the recovery code. Answers with a new
   * recovery code; the former passphrase and code open nothing afterwards. Opens the workspace.
   * @example await teaching.renewPassphrase({ recovery: '7K3M-…' }, 'new one')
   */
  renewPassphrase(opening: Opening, passphrase: string): Answer<string> {
    return this.#guarded(async () => {
      let recovery = '';
      await this.#cabinet.putVault(async () => {
        const renewed = await this.#cabinet.lock.renewed(opening, passphrase);
        recovery = renewed.recovery;
        return renewed.vault;
      });
      await this.#open({ passphrase });
      return recovery;
    });
  }

  /**
   * Opens a locked workspace. 'wrong-passphrase', 'wrong-recovery'.
   * @example const opened = await teaching.unlock({ passphrase: typed })
   */
  unlock(opening: Opening): Answer<void> {
    return this.#guarded(() => this.#open(opening));
  }

  /** Forgets the keys, here and in every other tab. Nothing where there is no passphrase. */
  lock(): void {
    if (this.state !== 'unlocked') return;
    this.#cabinet.lock.forget();
    this.#lockChanged();
    this.#ports.tell({ kind: 'lock' });
  }

  /** The instructor is there: the idle time begins anew. */
  touch(): void {
    this.#touched = this.#ports.now();
  }

  /** What new assignments are sealed to; null without a passphrase. */
  publicKey(): string | null {
    return this.#cabinet.lock.vault?.pairs[0]?.publicKey ?? null;
  }

  /** For a worker that opens sealed results; empty while locked or without a passphrase. */
  pairs(): readonly KeyPair[] {
    return this.state === 'unlocked' ? this.#cabinet.lock.pairs : [];
  }

  /**
   * Opens a sealed result with whichever key of this workspace it was sealed to.
   * @example const opened = await teaching.openSealed(bytes); // 'wrong-key', 'not-sealed', 'no-key'
   */
  openSealed(bytes: Uint8Array): Answer<Uint8Array> {
    return this.#guarded(async () => {
      const tried = await openedByAny(this.#cabinet.lock.pairs, (pair) => unseal(pair, bytes));
      if (!tried.ok) throw new TeachTrouble(tried.error);
      return tried.value;
    });
  }

  // Classes and assignments.

  classes(): Answer<readonly Roster[]> {
    return this.#guarded(() => this.#cabinet.list(CLASS));
  }

  roster(id: string): Answer<Roster> {
    return this.#guarded(async () => found(await this.#cabinet.find(CLASS, id), id));
  }

  putClass(roster: Roster): Answer<void> {
    return this.#guarded(() => this.#cabinet.put(CLASS, { id: roster.id, value: roster }));
  }

  /** Takes a class away, with its assignments and everything that hangs on them. */
  removeClass(id: string): Answer<void> {
    return this.#remove(keyOf('class', id));
  }

  assignments(): Answer<readonly HeldAssignment[]> {
    return this.#guarded(() => this.#cabinet.list(ASSIGNMENT));
  }

  assignment(id: string): Answer<HeldAssignment> {
    return this.#guarded(async () => found(await this.#cabinet.find(ASSIGNMENT, id), id));
  }

  putAssignment(held: HeldAssignment): Answer<void> {
    const writing = { id: held.assignment.id, parent: held.classId, value: held };
    return this.#guarded(() => this.#cabinet.put(ASSIGNMENT, writing));
  }

  /** Takes an assignment away, with its results, marks and remarks. */
  removeAssignment(id: string): Answer<void> {
    return this.#remove(keyOf('assignment', id));
  }

  // Results.

  /**
   * Files results in one transaction. What lies under its assignment already is left alone, so that collecting
   * twice changes nothing.
   * @example (await teaching.addHandins(list)).value // { added: 38, known: ['…'] }
   */
  addHandins(list: readonly NewHandin[]): Answer<AddedHandins> {
    return this.#guarded(() => addHandins(this.#cabinet, list));
  }

  /** All results under an assignment, in the order received, without what came in. */
  handins(assignment: string): Answer<readonly StoredHandin[]> {
    return this.#guarded(() => listHandins(this.#cabinet, assignment));
  }

  /** What came in, unchanged. */
  original(assignment: string, id: string): Answer<Uint8Array | string> {
    return this.#guarded(async () => {
      const all = await originalsOf(this.#cabinet, { assignment, ids: [id] });
      return found(all.get(id), id);
    });
  }

  /** What came in, of several; ids that are not there are left out. */
  originals(assignment: string, ids: readonly string[]): Answer<ReadonlyMap<string, Uint8Array | string>> {
    return this.#guarded(() => originalsOf(this.#cabinet, { assignment, ids }));
  }

  setVerdicts(assignment: string, verdicts: ReadonlyMap<string, Json>): Answer<void> {
    return this.#guarded(() => setVerdicts(this.#cabinet, assignment, verdicts));
  }

  removeHandins(assignment: string, ids: readonly string[]): Answer<void> {
    return this.#guarded(() => removeHandins(this.#cabinet, assignment, ids));
  }

  // Marks and words.

  overrides(assignment: string): Answer<readonly Override[]> {
    return this.#guarded(() => this.#cabinet.under(OVERRIDE, assignment));
  }

  putOverride(assignment: string, override: Override): Answer<void> {
    const id = overrideId(assignment, override);
    return this.#guarded(() => this.#cabinet.put(OVERRIDE, { id, parent: assignment, value: override }));
  }

  removeOverride(assignment: string, of: Pick<Override, 'number' | 'task'>): Answer<void> {
    return this.#remove(keyOf('override', overrideId(assignment, of)));
  }

  feedback(assignment: string): Answer<readonly Feedback[]> {
    return this.#guarded(() => this.#cabinet.under(FEEDBACK, assignment));
  }

  /** Keeps what is said to one student about an assignment; an empty text takes it away. */
  putFeedback(assignment: string, feedback: Feedback): Answer<void> {
    const id = `${assignment}/${numberKey(feedback.number)}`;
    if (feedback.text.trim() === '') return this.#remove(keyOf('feedback', id));
    return this.#guarded(() => this.#cabinet.put(FEEDBACK, { id, parent: assignment, value: feedback }));
  }

  remarks(assignment: string): Answer<readonly Remarks[]> {
    return this.#guarded(() => this.#cabinet.under(REMARKS, assignment));
  }

  /** Keeps the remarks on one result, in place of the former. */
  putRemarks(remarks: Remarks): Answer<void> {
    const id = `${remarks.assignment}/${remarks.handin}`;
    return this.#guarded(() =>
      this.#cabinet.put(REMARKS, { id, parent: remarks.assignment, value: remarks }),
    );
  }

  // What was worked out.

  /** Undefined where there is none. */
  analysis(id: string): Answer<Json | undefined> {
    return this.#guarded(() => this.#cabinet.find(ANALYSIS, id));
  }

  putAnalysis({ id, assignment, value }: StoredAnalysis): Answer<void> {
    return this.#guarded(() => this.#cabinet.put(ANALYSIS, { id, parent: assignment, value }));
  }

  dropAnalyses(assignment: string): Answer<void> {
    return this.#guarded(() =>
      this.#cabinet.write(async () => {
        const rows = await this.#cabinet.rowsUnder('analysis', assignment);
        return { remove: rows.map(({ id }) => keyOf('analysis', id)) };
      }),
    );
  }

  // The workspace itself.

  profile(): Answer<Profile> {
    return this.#guarded(async () => (await this.#cabinet.find(PROFILE, ONLY)) ?? { teacher: '' });
  }

  putProfile(profile: Profile): Answer<void> {
    return this.#guarded(() => this.#cabinet.put(PROFILE, { id: ONLY, value: profile }));
  }

  /** Idle minutes, last backup and last change: readable also while locked. */
  notes(): Answer<Notes> {
    return this.#guarded(() => this.#cabinet.notes());
  }

  putNotes(notes: Partial<Notes>): Answer<void> {
    return this.#guarded(async () => {
      await this.#cabinet.putNotes(notes);
      if (notes.idle !== undefined) this.#idle = notes.idle;
    });
  }

  /**
   * Calls after every change of rows, here or in another tab, with the kinds that changed. Returns how to stop.
   * @example const stop = teaching.watch((kinds) => { if (kinds.has('handins')) void reload(); })
   */
  watch(heard: (kinds: ReadonlySet<RowKind>) => void): () => void {
    return this.#cabinet.watch(heard);
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#cabinet.close();
  }

  /** Deletes the workspace on this machine, passphrase and all. Open another afterwards. */
  erase(): Answer<void> {
    return this.#guarded(async () => {
      await this.#cabinet.wipe();
      this.close();
    });
  }

  async #begin(): Promise<void> {
    this.#idle = (await this.#cabinet.notes()).idle;
    this.#stops.push(
      this.#ports.hear((told) => {
        if (told.kind === 'changed') void this.#heardChange(told.kinds);
        else if (this.state === 'unlocked') {
          this.#cabinet.lock.forget();
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
    const before = this.state;
    await this.#guarded(() => this.#cabinet.refresh(kinds));
    if (this.state !== before) this.#lockChanged();
  }

  async #open(opening: Opening): Promise<void> {
    this.touch();
    await this.#cabinet.lock.open(opening);
    await this.#cabinet.sweep();
    this.#lockChanged();
  }

  #remove(key: { readonly kind: RowKind; readonly id: string }): Answer<void> {
    return this.#guarded(() =>
      this.#cabinet.write(() => Promise.resolve({ remove: [key], removeUnder: [key.id] })),
    );
  }

  #lockChanged(): void {
    for (const heard of this.#lockHeard) heard(this.state);
  }

  async #guarded<T>(work: () => Promise<T>): Answer<T> {
    try {
      return ok(await work());
    } catch (error) {
      return err(teachFaultOf(error));
    }
  }
}

function overrideId(assignment: string, { number, task }: Pick<Override, 'number' | 'task'>): string {
  return `${assignment}/${task}/${numberKey(number)}`;
}

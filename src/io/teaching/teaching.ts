import { err, ok, type Json } from '../../core/base';
import { numberKey, type Override, type Remarks, type Roster } from '../../core/course';
import { Access, type Answer } from './access';
import { Backups } from './backups';
import { Cabinet, found } from './cabinet';
import { teachFaultOf } from './fault';
import { addHandins, listHandins, originalsOf, removeHandins, setVerdicts } from './handins';
import type {
  AddedHandins,
  Feedback,
  HeldAssignment,
  NewHandin,
  Profile,
  RowKind,
  StoredAnalysis,
  StoredHandin,
} from './model';
import type { Ports } from './ports';
import { keyOf } from './rows';
import { ANALYSIS, ASSIGNMENT, CLASS, FEEDBACK, OVERRIDE, PROFILE, REMARKS } from './schema';

const ONLY = 'only';

/**
 * The instructor's workspace: classes, assignments, results, marks and words. Every call answers with a value or a
 * fault; nothing stored is touched by one that fails.
 */
export class Teaching extends Access {
  /** The workspace as a file, and back. */
  readonly backups: Backups;

  constructor(cabinet: Cabinet, ports: Ports) {
    super(cabinet, ports);
    this.backups = new Backups(cabinet, (work) => this.guarded(work));
  }

  /** Opens the workspace of this browser profile; locked where it has a passphrase. */
  static async open(ports: Ports, outdated: () => void): Answer<Teaching> {
    try {
      const cabinet = await Cabinet.open(ports, outdated);
      const teaching = new Teaching(cabinet, ports);
      await teaching.begin();
      return ok(teaching);
    } catch (error) {
      return err(teachFaultOf(error));
    }
  }

  // Classes and assignments.

  classes(): Answer<readonly Roster[]> {
    return this.guarded(() => this.cabinet.list(CLASS));
  }

  roster(id: string): Answer<Roster> {
    return this.guarded(async () => found(await this.cabinet.find(CLASS, id), id));
  }

  putClass(roster: Roster): Answer<void> {
    return this.guarded(() => this.cabinet.put(CLASS, { id: roster.id, value: roster }));
  }

  /** Takes a class away, with its assignments and everything that hangs on them. */
  removeClass(id: string): Answer<void> {
    return this.#remove(keyOf('class', id));
  }

  assignments(): Answer<readonly HeldAssignment[]> {
    return this.guarded(() => this.cabinet.list(ASSIGNMENT));
  }

  assignment(id: string): Answer<HeldAssignment> {
    return this.guarded(async () => found(await this.cabinet.find(ASSIGNMENT, id), id));
  }

  putAssignment(held: HeldAssignment): Answer<void> {
    const writing = { id: held.assignment.id, parent: held.classId, value: held };
    return this.guarded(() => this.cabinet.put(ASSIGNMENT, writing));
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
    return this.guarded(() => addHandins(this.cabinet, list));
  }

  /** All results under an assignment, in the order received, without what came in. */
  handins(assignment: string): Answer<readonly StoredHandin[]> {
    return this.guarded(() => listHandins(this.cabinet, assignment));
  }

  /** What came in, unchanged. */
  original(assignment: string, id: string): Answer<Uint8Array | string> {
    return this.guarded(async () => {
      const all = await originalsOf(this.cabinet, { assignment, ids: [id] });
      return found(all.get(id), id);
    });
  }

  /** What came in, of several; ids that are not there are left out. */
  originals(assignment: string, ids: readonly string[]): Answer<ReadonlyMap<string, Uint8Array | string>> {
    return this.guarded(() => originalsOf(this.cabinet, { assignment, ids }));
  }

  setVerdicts(assignment: string, verdicts: ReadonlyMap<string, Json>): Answer<void> {
    return this.guarded(() => setVerdicts(this.cabinet, assignment, verdicts));
  }

  removeHandins(assignment: string, ids: readonly string[]): Answer<void> {
    return this.guarded(() => removeHandins(this.cabinet, assignment, ids));
  }

  // Marks and words.

  overrides(assignment: string): Answer<readonly Override[]> {
    return this.guarded(() => this.cabinet.under(OVERRIDE, assignment));
  }

  putOverride(assignment: string, override: Override): Answer<void> {
    const id = overrideId(assignment, override);
    return this.guarded(() => this.cabinet.put(OVERRIDE, { id, parent: assignment, value: override }));
  }

  removeOverride(assignment: string, of: Pick<Override, 'number' | 'task'>): Answer<void> {
    return this.#remove(keyOf('override', overrideId(assignment, of)));
  }

  feedback(assignment: string): Answer<readonly Feedback[]> {
    return this.guarded(() => this.cabinet.under(FEEDBACK, assignment));
  }

  /** Keeps what is said to one student about an assignment; an empty text takes it away. */
  putFeedback(assignment: string, feedback: Feedback): Answer<void> {
    const id = `${assignment}/${numberKey(feedback.number)}`;
    if (feedback.text.trim() === '') return this.#remove(keyOf('feedback', id));
    return this.guarded(() => this.cabinet.put(FEEDBACK, { id, parent: assignment, value: feedback }));
  }

  remarks(assignment: string): Answer<readonly Remarks[]> {
    return this.guarded(() => this.cabinet.under(REMARKS, assignment));
  }

  /** Keeps the remarks on one result, in place of the former. */
  putRemarks(remarks: Remarks): Answer<void> {
    const id = `${remarks.assignment}/${remarks.handin}`;
    return this.guarded(() => this.cabinet.put(REMARKS, { id, parent: remarks.assignment, value: remarks }));
  }

  // What was worked out.

  /** Undefined where there is none. */
  analysis(id: string): Answer<Json | undefined> {
    return this.guarded(() => this.cabinet.find(ANALYSIS, id));
  }

  putAnalysis({ id, assignment, value }: StoredAnalysis): Answer<void> {
    return this.guarded(() => this.cabinet.put(ANALYSIS, { id, parent: assignment, value }));
  }

  dropAnalyses(assignment: string): Answer<void> {
    return this.guarded(() =>
      this.cabinet.write(async () => {
        const rows = await this.cabinet.rowsUnder('analysis', assignment);
        return { remove: rows.map(({ id }) => keyOf('analysis', id)) };
      }),
    );
  }

  // The workspace itself.

  profile(): Answer<Profile> {
    return this.guarded(async () => (await this.cabinet.find(PROFILE, ONLY)) ?? { teacher: '' });
  }

  putProfile(profile: Profile): Answer<void> {
    return this.guarded(() => this.cabinet.put(PROFILE, { id: ONLY, value: profile }));
  }

  /**
   * Calls after every change of rows, here or in another tab, with the kinds that changed. Returns how to stop.
   * @example const stop = teaching.watch((kinds) => { if (kinds.has('handins')) void reload(); })
   */
  watch(heard: (kinds: ReadonlySet<RowKind>) => void): () => void {
    return this.cabinet.watch(heard);
  }

  /** Deletes the workspace on this machine, passphrase and all. Open another afterwards. */
  erase(): Answer<void> {
    return this.guarded(async () => {
      await this.cabinet.wipe();
      this.close();
    });
  }

  #remove(key: { readonly kind: RowKind; readonly id: string }): Answer<void> {
    return this.guarded(() =>
      this.cabinet.write(() => Promise.resolve({ remove: [key], removeUnder: [key.id] })),
    );
  }
}

function overrideId(assignment: string, { number, task }: Pick<Override, 'number' | 'task'>): string {
  return `${assignment}/${task}/${numberKey(number)}`;
}

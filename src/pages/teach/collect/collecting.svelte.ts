import { err, ok, type Result } from '../../../core/base';
import type { Roster } from '../../../core/course';
import {
  collect,
  gradingOrder,
  verdictToJson,
  type Collection,
  type Outcome,
  type Progress,
  type RawItem,
} from '../../../io/grading';
import type { HeldAssignment, NewHandin, StoredHandin, TeachFault, Teaching } from '../../../io/teaching';
import { entriesOf, type Entry } from '../results';
import { missingOf, type Missing } from './listing';

/** What one intake came to. */
export interface Summary {
  readonly of: number;
  readonly accepted: number;
  readonly refused: number;
  /** Names of those that had come in before. */
  readonly known: readonly string[];
  readonly stopped: boolean;
}

/** How many are stored at once: few enough that little is lost if the browser is closed. */
const SHEAF = 250;

/** The results of one assignment: what is stored, and what is being taken in. */
export class Collecting {
  held = $state.raw<HeldAssignment | undefined>();
  roster = $state.raw<Roster | undefined>();
  fault = $state.raw<TeachFault | undefined>();
  /** Undefined unless a check is under way. */
  progress = $state.raw<Progress | undefined>();
  summary = $state.raw<Summary | undefined>();
  #stored = $state.raw<readonly StoredHandin[] | undefined>();
  readonly #teaching: Teaching;
  readonly #id: string;
  readonly #now: () => number;
  #running: Collection | undefined;
  #queue: Promise<void> = Promise.resolve();

  readonly entries: readonly Entry[] | undefined = $derived.by(() => {
    if (!this.#stored || !this.held) return undefined;
    const students = this.#students;
    return entriesOf(this.#stored, { assignment: this.held.assignment, students });
  });
  readonly missing: readonly Missing[] | undefined = $derived.by(() => {
    const students = this.#students;
    if (!this.entries || !this.held || !students) return undefined;
    return missingOf(this.entries, { assignment: this.held.assignment, students });
  });

  constructor(teaching: Teaching, id: string, now: () => number) {
    this.#teaching = teaching;
    this.#id = id;
    this.#now = now;
  }

  get #students(): Roster['students'] | null {
    return this.roster && this.roster.students.length > 0 ? this.roster.students : null;
  }

  /** Reads what is stored and follows it. Returns the way to stop, which also ends a check under way. */
  follow(): () => void {
    void this.load();
    const stop = this.#teaching.watch((kinds) => {
      const own = this.progress !== undefined;
      if (!own && ['class', 'assignment', 'handins'].some((kind) => [...kinds].some((one) => one === kind)))
        void this.load();
    });
    return () => {
      stop();
      this.stop();
    };
  }

  async load(): Promise<void> {
    const read = await this.#read();
    this.fault = read.ok ? undefined : read.error;
  }

  async #read(): Promise<Result<void, TeachFault>> {
    const held = await this.#teaching.assignment(this.#id);
    if (!held.ok) return held;
    const [roster, stored] = await Promise.all([
      this.#teaching.roster(held.value.classId),
      this.#teaching.handins(this.#id),
    ]);
    if (!stored.ok) return stored;
    if (!roster.ok && roster.error.code !== 'not-found') return roster;
    this.held = held.value;
    this.roster = roster.ok ? roster.value : undefined;
    this.#stored = stored.value;
    return ok(undefined);
  }

  /** Checks and stores what came in, after whatever is being checked already. Resolves when it is done. */
  take(items: readonly RawItem[]): Promise<void> {
    this.#queue = this.#queue.then(() => this.#take(items));
    return this.#queue;
  }

  /** Ends the check under way; what was checked so far is stored. */
  stop(): void {
    this.#running?.stop();
  }

  async #take(items: readonly RawItem[]): Promise<void> {
    if (!this.held) return;
    this.summary = undefined;
    this.progress = { done: 0, of: 0 };
    const order = await gradingOrder(this.held.assignment, this.#teaching.pairs());
    const filing = new Filing(this.#teaching, this.#id, this.#now);
    this.#running = collect(items, order, (outcome, progress) => {
      this.progress = progress;
      filing.add(outcome);
    });
    const outcomes = await this.#running.done;
    const of = this.progress.of;
    const filed = await filing.end();
    if (filed.ok) this.summary = { ...filed.value, of, stopped: outcomes.length < of };
    await this.load();
    if (!filed.ok) this.fault = filed.error;
    this.progress = undefined;
  }

  /** What came in, as it came in. */
  original(id: string): Promise<Result<Uint8Array | string, TeachFault>> {
    return this.#teaching.original(this.#id, id);
  }

  /** Deletes one result that was refused. Returns the way back. */
  async remove(entry: Entry): Promise<(() => Promise<void>) | undefined> {
    const { stored } = entry;
    const original = await this.original(stored.id);
    const gone = original.ok ? await this.#teaching.removeHandins(this.#id, [stored.id]) : original;
    if (!original.ok || !gone.ok) {
      this.fault = gone.ok ? undefined : gone.error;
      return undefined;
    }
    await this.load();
    return async () => {
      const back = await this.#teaching.addHandins([{ ...stored, original: original.value }]);
      await this.load();
      if (!back.ok) this.fault = back.error;
    };
  }
}

type Filed = Omit<Summary, 'of' | 'stopped'>;

/** Stores outcomes in sheaves as they come, one sheaf after the other. */
class Filing {
  readonly #teaching: Teaching;
  readonly #assignment: string;
  readonly #now: () => number;
  readonly #seen = new Set<string>();
  #sheaf: Outcome[] = [];
  #filed: Promise<Result<Filed, TeachFault>> = Promise.resolve(ok({ accepted: 0, refused: 0, known: [] }));

  constructor(teaching: Teaching, assignment: string, now: () => number) {
    this.#teaching = teaching;
    this.#assignment = assignment;
    this.#now = now;
  }

  add(outcome: Outcome): void {
    this.#sheaf.push(outcome);
    if (this.#sheaf.length >= SHEAF) this.#file();
  }

  end(): Promise<Result<Filed, TeachFault>> {
    this.#file();
    return this.#filed;
  }

  #file(): void {
    const sheaf = this.#sheaf;
    this.#sheaf = [];
    this.#filed = this.#filed.then((before) => (before.ok ? this.#store(sheaf, before.value) : before));
  }

  async #store(sheaf: readonly Outcome[], before: Filed): Promise<Result<Filed, TeachFault>> {
    const twice = sheaf.filter(({ id }) => this.#seen.has(id) || !this.#seen.add(id));
    const once = [
      ...new Map(sheaf.filter((one) => !twice.includes(one)).map((one) => [one.id, one])).values(),
    ];
    const stored = await this.#teaching.addHandins(once.map((outcome) => this.#rowOf(outcome)));
    if (!stored.ok) return err(stored.error);
    const known = new Set(stored.value.known);
    const again = [...twice, ...once.filter(({ id }) => known.has(id))];
    const fresh = once.filter(({ id }) => !known.has(id));
    return ok({
      accepted: before.accepted + fresh.filter(({ verdict }) => verdict.ok).length,
      refused: before.refused + fresh.filter(({ verdict }) => !verdict.ok).length,
      known: [...before.known, ...again.map(({ name, number, source }) => name || number || source)],
    });
  }

  #rowOf({ verdict, ...outcome }: Outcome): NewHandin {
    const receivedAt = this.#now();
    return { ...outcome, assignment: this.#assignment, receivedAt, verdict: verdictToJson(verdict) };
  }
}

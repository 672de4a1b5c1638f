import { LOCALES, ok, type Locale, type Result } from '../../../core/base';
import {
  gradeOf,
  numberKey,
  type CaseTask,
  type Played,
  type Roster,
  type SectionTask,
  type Sketch,
  type Task,
} from '../../../core/course';
import { compileCase, instantiate, type CompiledCase, type Texts } from '../../../core/scenario';
import { loadLogic, loadTexts } from '../../../io/content';
import { gradingOrder, playFromKept, playToKeep, weigh } from '../../../io/grading';
import type { HeldAssignment, TeachFault, Teaching } from '../../../io/teaching';
import type { Telling } from '../../../ui/case/telling';
import { entriesOf, isCounted, type Counted } from '../results';

/** Which results of a student are looked at: those that make the mark, the first, or all. */
export const SELECTIONS = ['counted', 'first', 'all'] as const;
export type Selection = (typeof SELECTIONS)[number];

/** One task of an assignment as the class did it: a case weighed decision by decision, or a section. */
export class ClassStudy {
  held = $state.raw<HeldAssignment | undefined>();
  roster = $state.raw<Roster | undefined>();
  fault = $state.raw<TeachFault | undefined>();
  /** The program that weighs could not run. */
  failed = $state(false);
  taskId = $state('');
  selection = $state<Selection>('counted');
  /** Results still to be weighed, of how many. */
  progress = $state.raw({ done: 0, of: 0 });
  c = $state.raw<CompiledCase | undefined>();
  #entries = $state.raw<readonly Counted[]>([]);
  #plays = $state.raw<ReadonlyMap<string, Played>>(new Map());
  #texts = $state.raw<Partial<Record<Locale, Texts>>>({});
  readonly #teaching: Teaching;
  readonly #id: string;

  readonly #tasks: readonly Task[] = $derived(this.held?.assignment.tasks ?? []);
  readonly #task: Task | undefined = $derived(this.#tasks.find(({ id }) => id === this.taskId));
  /** The task that is shown, where it is a case. */
  readonly task: CaseTask | undefined = $derived(this.#task?.kind === 'case' ? this.#task : undefined);
  /** The task that is shown, where it is a section. */
  readonly section: SectionTask | undefined = $derived(
    this.#task?.kind === 'section' ? this.#task : undefined,
  );
  /** Of a section one result a student: the one that makes the mark; where two do, the later. */
  readonly ofSection: readonly Sketch[] = $derived.by(() => {
    const chosen = chosenOf(this.#ofTask(), 'counted', this.held);
    const own = this.#ofTask().filter(({ id, kind }) => kind === 'section' && chosen.has(id));
    const sorted = [...own].sort((a, b) => a.finishedAt - b.finishedAt);
    return [...new Map(sorted.map((sketch) => [sketch.number, sketch])).values()];
  });
  /** The chosen plays that are weighed, in no order. */
  readonly plays: readonly Played[] = $derived.by(() => {
    const chosen = chosenOf(this.#ofTask(), this.selection, this.held);
    return [...this.#plays.values()].filter(({ id }) => chosen.has(id));
  });

  constructor(teaching: Teaching, id: string, task = '') {
    this.#teaching = teaching;
    this.#id = id;
    this.taskId = task;
  }

  /** The case in one language; undefined until it is there. */
  telling(locale: Locale): Telling | undefined {
    const [c, texts] = [this.c, this.#texts[locale]];
    return c && texts && { c, texts, locale };
  }

  /** The name on the class list, else as typed, else the number. */
  nameOf(number: string): string {
    const listed = this.roster?.students.find((one) => numberKey(one.number) === number);
    const typed = this.#entries.find(({ verdict }) => verdict.sketch.number === number);
    return listed?.name ?? typed?.verdict.sketch.student.name ?? number;
  }

  /** Reads the workspace and follows what comes in. Returns the way to stop. */
  watch(): () => void {
    void this.load();
    return this.#teaching.watch((kinds) => {
      if (FOLLOWED.some((kind) => kinds.has(kind))) void this.load();
    });
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
    const { assignment } = held.value;
    this.roster = roster.ok ? roster.value : undefined;
    this.#entries = entriesOf(stored.value, { assignment, students: null }).filter(isCounted);
    this.held = held.value;
    if (!this.#task) this.taskId = this.#tasks[0]?.id ?? '';
    return ok(undefined);
  }

  /** Loads the case of the task that is shown and weighs what has not been. Returns the way to stop. */
  follow(): () => void {
    const job: Job = { wanted: true, stop: undefined };
    const { task, held } = this;
    if (task && held)
      this.#follow(job, task, held).catch((error: unknown) => {
        console.error(error);
        if (job.wanted) this.failed = true;
      });
    return () => {
      job.wanted = false;
      job.stop?.();
    };
  }

  async #follow(job: Job, task: CaseTask, held: HeldAssignment): Promise<void> {
    const logic = await loadLogic(task.scenarioId);
    const texts = await Promise.all(LOCALES.map((locale) => loadTexts(task.scenarioId, locale)));
    if (isLeft(job) || !logic) return;
    this.#texts = Object.fromEntries(LOCALES.map((locale, index) => [locale, texts[index]]));
    this.c = compileCase(instantiate(logic, task.seed));
    const ids = this.#ofTask().map(({ id }) => id);
    const known = await this.#known(ids);
    const order = await gradingOrder(held.assignment, this.#teaching.pairs());
    const missing = ids.filter((id) => !known.has(id));
    const originals = await this.#teaching.originals(this.#id, missing);
    if (isLeft(job)) return;
    this.#plays = known;
    this.progress = { done: known.size, of: ids.length };
    if (!originals.ok) {
      this.fault = originals.error;
      return;
    }
    const kept = [...originals.value].map(([id, original]) => ({ id, original }));
    if (kept.length === 0) return;
    job.stop = weigh(order, kept, {
      hear: (id, play) => {
        this.#take(id, play);
      },
      failed: () => (this.failed = true),
    });
  }

  #take(id: string, play: Played | undefined): void {
    this.progress = { ...this.progress, done: this.progress.done + 1 };
    if (!play) return;
    const own = { ...play, id };
    this.#plays = new Map(this.#plays).set(id, own);
    const analysis = { id: nameOfAnalysis(id), assignment: this.#id, value: playToKeep(own) };
    // Derived data: what cannot be kept is worked out again.
    void this.#teaching.putAnalysis(analysis);
  }

  async #known(ids: readonly string[]): Promise<ReadonlyMap<string, Played>> {
    const found = await Promise.all(ids.map((id) => this.#teaching.analysis(nameOfAnalysis(id))));
    const plays = found.flatMap((one) => {
      const play = one.ok && one.value !== undefined ? playFromKept(one.value) : undefined;
      return play ? [play] : [];
    });
    return new Map(plays.map((play) => [play.id, play]));
  }

  #ofTask(): readonly Sketch[] {
    return this.#entries.flatMap(({ verdict: { sketch } }) => (sketch.task === this.taskId ? [sketch] : []));
  }
}

interface Job {
  wanted: boolean;
  stop: (() => void) | undefined;
}

/** Whether the page went on to something else meanwhile. */
const isLeft = ({ wanted }: Job): boolean => !wanted;
/** What another tab may change that is shown here. */
const FOLLOWED = ['class', 'assignment', 'handins'] as const;
const nameOfAnalysis = (id: string): string => `play-${id}`;

function chosenOf(
  sketches: readonly Sketch[],
  selection: Selection,
  held: HeldAssignment | undefined,
): ReadonlySet<string> {
  if (selection === 'all' || !held) return new Set(sketches.map(({ id }) => id));
  const policy = selection === 'first' ? 'first' : held.assignment.attempts;
  const students = new Map<string, Sketch[]>();
  for (const sketch of sketches)
    students.set(sketch.number, [...(students.get(sketch.number) ?? []), sketch]);
  return new Set([...students.values()].flatMap((own) => gradeOf(own, policy)?.from ?? []));
}

import { LOCALES, type Json, type Locale } from '../../core/base';
import { readLog, replay, type AttemptEvent, type ReadLog, type ReplayFault } from '../../core/attempt';
import { compileCase, instantiate, type CompiledCase, type Logic, type Texts } from '../../core/scenario';
import type { Advice, Costs, Graded, Repair } from '../../core/debrief';
import { analyse, type AnalysisReport } from '../../io/analysis';
import { loadLogic, loadTexts } from '../../io/content';
import type { AttemptHeader, Store, StoreFaultCode } from '../../io/db';
import type { Services } from '../../io/services';
import type { StepId } from '../../ui/messages/debrief-steps';
import type { View } from '../../ui/review/debrief-model';
import { History } from './history.svelte';
import { Journal } from './journal.svelte';

/** Why there is nothing to show. Lines and steps count from 1. */
export type Trouble =
  | { readonly code: 'storage'; readonly fault: StoreFaultCode }
  | { readonly code: 'unknown-case' | 'changed-case' | 'unloaded' | 'case-too-large' }
  | { readonly code: 'unreadable'; readonly line: number }
  | { readonly code: 'broken'; readonly line: number; readonly reason: ReplayFault['reason'] }
  | { readonly code: 'unfinished'; readonly scenarioId: string };

class Stop extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble.code);
    this.trouble = trouble;
  }
}

/** One attempt being debriefed: read from storage, checked, and worked out piece by piece. */
export class Debrief {
  readonly id: string;
  header = $state.raw<AttemptHeader | undefined>();
  trouble = $state.raw<Trouble | undefined>();
  /** Whether the attempt has been read and the grade is being worked out. */
  grading = $state(false);
  /** Inputs that were taken back in practice, in the order in which that happened. */
  undone = $state.raw<ReadLog['undone']>([]);
  graded = $state.raw<Graded | undefined>();
  costs = $state.raw<Costs | undefined>();
  advice = $state.raw<readonly Advice[] | undefined>();
  /** The single change that would have gained most; undefined where there is none, or while it is not known. */
  repair = $state.raw<Repair | undefined>();
  /** Whether everything has been worked out. */
  complete = $state(false);
  /** The screen that is shown. */
  step = $state<StepId>('self');
  /** Where the screen that tries another way leaves the attempt: an input, counted from 0. */
  fork = $state<number | undefined>();
  readonly journal: Journal;
  readonly history = new History();
  /** Whether the timeline leaves out what cost nothing. */
  onlyCostly = $state(false);
  #c = $state.raw<CompiledCase | undefined>();
  #texts = $state.raw<Partial<Record<Locale, Texts>>>({});
  readonly #services: Services;

  constructor(services: Services, id: string) {
    this.#services = services;
    this.id = id;
    this.journal = new Journal(id);
  }

  /** The case that was played, for working out other plays of it; undefined until it has been read. */
  get logic(): Logic | undefined {
    return this.#c?.of.logic;
  }

  /** Local start of the case, for clocks of its calendar. */
  get starts(): string {
    return this.#c?.of.logic.spec.starts ?? '';
  }

  /** What is shown in a language; undefined until grade and words are there. */
  view(locale: Locale): View | undefined {
    const texts = this.#texts[locale];
    const c = this.#c;
    if (!texts || !c || !this.graded) return undefined;
    const { graded, costs, advice, repair } = this;
    return { telling: { c, texts, locale }, graded, costs, advice, repair };
  }

  /**
   * Reads the attempt and works it out. Returns the way to stop.
   * @example $effect(() => debrief.follow())
   */
  follow(): () => void {
    const job: Job = { wanted: true, stops: [] };
    this.trouble = undefined;
    this.#run(job).catch((error: unknown) => {
      if (!job.wanted) return;
      if (!(error instanceof Stop)) console.error(error);
      this.trouble = error instanceof Stop ? error.trouble : { code: 'unloaded' };
    });
    return () => {
      job.wanted = false;
      for (const stop of job.stops) stop();
    };
  }

  async #run(job: Job): Promise<void> {
    const store = await this.#services.store();
    const found = await store.read(this.id);
    if (!found.ok) throw new Stop({ code: 'storage', fault: found.error.code });
    const { header } = found.value;
    const { log, undone } = linesOf(
      found.value.events.map(({ input }) => input),
      header,
    );
    const logic = await logicOf(header);
    await this.journal.open(store);
    if (!job.wanted) return;
    const c = compileCase(instantiate(logic, header.seed));
    check(c, log, header);
    this.header = header;
    this.undone = undone;
    this.#c = c;
    this.grading = true;
    const hear = (report: AnalysisReport): void => {
      this.#hear(report, store);
      // Earlier attempts are worked out when this one has been: it comes first.
      if (report.kind === 'repaired') last();
    };
    const last = (): void => {
      if (job.wanted) job.stops.push(this.history.follow(store, logic));
    };
    job.stops.push(analyse({ logic, seed: header.seed, log }, hear, { shelf: store.shelf }));
    await Promise.all(LOCALES.map((locale) => this.#learn(header.scenarioId, locale)));
  }

  async #learn(scenarioId: string, locale: Locale): Promise<void> {
    const texts = await loadTexts(scenarioId, locale);
    if (!texts) throw new Stop({ code: 'unknown-case' });
    this.#texts = { ...this.#texts, [locale]: texts };
  }

  #hear(report: AnalysisReport, store: Store): void {
    switch (report.kind) {
      case 'refused':
        this.trouble = { code: 'case-too-large' };
        return;
      case 'graded':
        this.graded = report.graded;
        void keep(store, this.id, report.graded.scorecard.score);
        return;
      case 'costed':
        this.costs = report.costs;
        return;
      case 'advised':
        this.advice = report.advice;
        return;
      case 'repaired':
        this.repair = report.repair;
        this.complete = true;
        return;
    }
  }
}

interface Job {
  wanted: boolean;
  readonly stops: (() => void)[];
}

/** What counts of the stored lines, and what practice has taken back. */
function linesOf(raws: readonly Json[], { mode }: AttemptHeader): ReadLog {
  const read = readLog(raws, { undo: mode === 'practice' });
  if (!read.ok) throw new Stop({ code: 'unreadable', line: read.error + 1 });
  return read.value;
}

async function logicOf(header: AttemptHeader): Promise<Logic> {
  const logic = await loadLogic(header.scenarioId);
  if (!logic) throw new Stop({ code: 'unknown-case' });
  if (logic.hash !== header.scenarioHash) throw new Stop({ code: 'changed-case' });
  return logic;
}

function check(c: CompiledCase, log: readonly AttemptEvent[], header: AttemptHeader): void {
  const played = replay(c, log);
  if (!played.ok)
    throw new Stop({ code: 'broken', line: played.error.index + 1, reason: played.error.reason });
  if (!played.value.run.ended) throw new Stop({ code: 'unfinished', scenarioId: header.scenarioId });
}

/** Lists of attempts show the score without working it out again. */
async function keep(store: Store, id: string, score: number): Promise<void> {
  const key = { kind: 'result', id } as const;
  const known = await store.value(key);
  if (JSON.stringify(known) === JSON.stringify({ score })) return;
  await store.putValue(key, { score });
}

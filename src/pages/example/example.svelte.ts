import { LOCALES, type Locale } from '../../core/base';
import type { AttemptEvent } from '../../core/attempt';
import type { Graded } from '../../core/debrief';
import { compileCase, instantiate, type CompiledCase, type Logic, type Texts } from '../../core/scenario';
import { analyse } from '../../io/analysis';
import { loadLogic, loadTexts } from '../../io/content';
import type { View } from '../../ui/review/debrief-model';

export type ExampleTrouble = 'unknown' | 'unloaded' | 'tooLarge';

/** The best play of a case, worked out when the page opens and shown step by step. */
export class Example {
  trouble = $state<ExampleTrouble | undefined>();
  /** How many steps are shown; undefined before the learner has asked to watch. */
  shown = $state<number | undefined>();
  readonly seed: number;
  readonly #id: string;
  #c = $state.raw<CompiledCase | undefined>();
  #texts = $state.raw<Partial<Record<Locale, Texts>>>({});
  #graded = $state.raw<Graded | undefined>();

  constructor(id: string, seed: number) {
    this.#id = id;
    this.seed = seed;
  }

  /** The play in one language; undefined until it is found. */
  view(locale: Locale): View | undefined {
    const [c, texts, graded] = [this.#c, this.#texts[locale], this.#graded];
    if (!c || !texts || !graded) return undefined;
    const telling = { c, texts, locale };
    return { telling, graded, costs: undefined, advice: undefined, repair: undefined };
  }

  /** Finds the best play. Returns the way to stop. */
  follow(): () => void {
    const job: Job = { wanted: true, stop: undefined };
    this.#run(job).catch((error: unknown) => {
      console.error(error);
      if (job.wanted) this.trouble = 'unloaded';
    });
    return () => {
      job.wanted = false;
      job.stop?.();
    };
  }

  async #run(job: Job): Promise<void> {
    const logic = await loadLogic(this.#id);
    const loaded = await Promise.all(LOCALES.map((locale) => loadTexts(this.#id, locale)));
    if (!job.wanted) return;
    if (!logic) {
      this.trouble = 'unknown';
      return;
    }
    this.#texts = Object.fromEntries(LOCALES.map((locale, index) => [locale, loaded[index]]));
    this.#c = compileCase(instantiate(logic, this.seed));
    // The empty attempt's grade carries the best play; played again, that play carries its own points.
    this.#grade(job, { logic, log: [] }, (empty) => {
      this.#grade(job, { logic, log: empty.bestPlay }, (graded) => {
        this.#graded = graded;
      });
    });
  }

  #grade(
    job: Job,
    of: { readonly logic: Logic; readonly log: readonly AttemptEvent[] },
    then: (graded: Graded) => void,
  ): void {
    let done = false;
    const stop = analyse({ ...of, seed: this.seed }, (report) => {
      if (done || !job.wanted) return;
      if (report.kind === 'refused') this.trouble = 'tooLarge';
      if (report.kind !== 'graded') return;
      done = true;
      // `analyse` may tell before it has returned, where there is no worker.
      queueMicrotask(() => {
        stop();
        then(report.graded);
      });
    });
    job.stop = stop;
  }
}

interface Job {
  wanted: boolean;
  stop: (() => void) | undefined;
}

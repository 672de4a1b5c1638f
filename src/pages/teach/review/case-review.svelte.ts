import { LOCALES, type Locale } from '../../../core/base';
import type { VerifiedCase } from '../../../core/course';
import type { Costs, Graded } from '../../../core/debrief';
import { compileCase, instantiate, type CompiledCase, type Texts } from '../../../core/scenario';
import { analyse } from '../../../io/analysis';
import { loadLogic, loadTexts } from '../../../io/content';
import type { View } from '../../../ui/review/debrief-model';

/** A worked case, played again step by step. */
export class CaseReview {
  /** What it needs could not be had. */
  failed = $state(false);
  #c = $state.raw<CompiledCase | undefined>();
  #texts = $state.raw<Partial<Record<Locale, Texts>>>({});
  #graded = $state.raw<Graded | undefined>();
  #costs = $state.raw<Costs | undefined>();
  readonly #result: VerifiedCase;

  constructor(result: VerifiedCase) {
    this.#result = result;
  }

  /** The result in one language; undefined until it was played again. */
  view(locale: Locale): View | undefined {
    const [c, texts, graded] = [this.#c, this.#texts[locale], this.#graded];
    if (!c || !texts || !graded) return undefined;
    const telling = { c, texts, locale };
    return { telling, graded, costs: this.#costs, advice: undefined, repair: undefined };
  }

  /** Plays it again and works out what each step cost. Returns the way to stop. */
  follow(): () => void {
    const job: Job = { wanted: true, stop: undefined };
    this.#follow(job).catch((error: unknown) => {
      console.error(error);
      if (job.wanted) this.failed = true;
    });
    return () => {
      job.wanted = false;
      job.stop?.();
    };
  }

  async #follow(job: Job): Promise<void> {
    const { scenarioId, seed, log } = this.#result;
    const logic = await loadLogic(scenarioId);
    const texts = await Promise.all(LOCALES.map((locale) => loadTexts(scenarioId, locale)));
    this.#texts = Object.fromEntries(LOCALES.map((locale, index) => [locale, texts[index]]));
    if (!logic || !job.wanted) return;
    this.#c = compileCase(instantiate(logic, seed));
    job.stop = analyse({ logic, seed, log }, (report) => {
      if (report.kind === 'graded') this.#graded = report.graded;
      if (report.kind === 'costed') this.#costs = report.costs;
    });
  }
}

interface Job {
  wanted: boolean;
  stop: (() => void) | undefined;
}

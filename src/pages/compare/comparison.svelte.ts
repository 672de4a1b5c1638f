import { LOCALES, type Locale } from '../../core/base';
import { compileCase, instantiate, type Logic, type Texts } from '../../core/scenario';
import type { Costs } from '../../core/debrief';
import {
  analyse,
  scoredAttempts,
  type AnalysisReport,
  type AnalysisShelf,
  type ScoredAttempt,
} from '../../io/analysis';
import { loadLogic, loadTexts } from '../../io/content';
import type { Services } from '../../io/services';
import type { View } from '../../ui/review/debrief-model';

/** The finished attempts at one case, two of which are laid side by side. */
export class Comparison {
  attempts = $state.raw<readonly ScoredAttempt[]>([]);
  unknown = $state(false);
  /** Ids of the attempts chosen. */
  first = $state<string | undefined>();
  second = $state<string | undefined>();
  /** How many finished attempts there are to be worked out; undefined until the store has answered. */
  expected = $state<number | undefined>();
  #costs = $state.raw<ReadonlyMap<string, Costs>>(new Map());
  #logic = $state.raw<Logic | undefined>();
  #texts = $state.raw<Partial<Record<Locale, Texts>>>({});
  /** Where costs that were worked out before are told from. */
  #shelf: AnalysisShelf | undefined;
  readonly #services: Services;
  readonly #id: string;
  readonly a = $derived(this.#chosen(this.first, this.attempts[0]));
  readonly b = $derived(this.#chosen(this.second, this.attempts.at(-1)));

  constructor(services: Services, id: string) {
    this.#services = services;
    this.#id = id;
  }

  /** Reads and scores the attempts. Returns the way to stop. */
  follow(): () => void {
    let wanted = true;
    let stop: (() => void) | undefined;
    const begin = async (): Promise<void> => {
      const logic = await loadLogic(this.#id);
      const loaded = await Promise.all(LOCALES.map((locale) => loadTexts(this.#id, locale)));
      const store = await this.#services.store();
      const all = await store.attempts();
      if (!wanted) return;
      this.unknown = !logic;
      if (!logic) return;
      this.#logic = logic;
      this.#texts = Object.fromEntries(LOCALES.map((locale, index) => [locale, loaded[index]]));
      this.expected = all.filter(
        ({ scenarioHash, status }) => scenarioHash === logic.hash && status === 'finished',
      ).length;
      this.#shelf = store.shelf;
      const take = (attempt: ScoredAttempt): void => {
        this.attempts = [...this.attempts, attempt];
      };
      stop = scoredAttempts({ store, logic }, take, () => {
        // One that could not be read is not waited for.
        this.expected = this.attempts.length;
      });
    };
    begin().catch((error: unknown) => {
      console.error(error);
    });
    return () => {
      wanted = false;
      stop?.();
    };
  }

  /** Works out what the decisions of the two chosen attempts cost, one after the other. Returns the way to stop. */
  cost(): (() => void) | undefined {
    const [logic, next] = [
      this.#logic,
      [this.a, this.b].find((one) => one && !this.#costs.has(one.header.id)),
    ];
    if (!logic || !next || this.attempts.length !== this.expected) return undefined;
    const { header, graded } = next;
    const hear = (report: AnalysisReport): void => {
      if (report.kind === 'costed') this.#costs = new Map([...this.#costs, [header.id, report.costs]]);
    };
    const shelf = this.#shelf;
    return analyse({ logic, seed: header.seed, log: graded.log }, hear, shelf ? { shelf } : {});
  }

  /** An attempt with the words of the case; undefined until both are there. */
  view(attempt: ScoredAttempt, locale: Locale): View | undefined {
    const [logic, texts] = [this.#logic, this.#texts[locale]];
    if (!logic || !texts) return undefined;
    const c = compileCase(instantiate(logic, attempt.header.seed));
    const { graded } = attempt;
    return {
      telling: { c, texts, locale },
      graded,
      costs: this.#costs.get(attempt.header.id),
      advice: undefined,
      repair: undefined,
    };
  }

  #chosen(id: string | undefined, otherwise: ScoredAttempt | undefined): ScoredAttempt | undefined {
    return this.attempts.find(({ header }) => header.id === id) ?? otherwise;
  }
}

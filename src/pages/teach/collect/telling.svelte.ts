import type { Locale } from '../../../core/base';
import type { Input } from '../../../core/attempt';
import type { Assignment } from '../../../core/course';
import type { Texts } from '../../../core/scenario';
import { loadTexts } from '../../../io/content';
import { actLabel } from './act-label';

/** The words of the cases of an assignment, loaded when the first refusal asks for them. */
export class Telling {
  readonly assignment: Assignment;
  #texts = $state.raw<ReadonlyMap<string, Texts>>(new Map());
  readonly #asked = new Set<string>();

  constructor(assignment: Assignment) {
    this.assignment = assignment;
  }

  /** Sees to it that the words of a task's case come. Call it in an effect. */
  want(task: string, locale: Locale): void {
    const id = this.#scenarioOf(task);
    const key = `${locale}:${id ?? ''}`;
    if (id === undefined || this.#asked.has(key)) return;
    this.#asked.add(key);
    loadTexts(id, locale).then(
      (texts) => {
        if (texts) this.#texts = new Map([...this.#texts, [key, texts]]);
      },
      // A refusal without the act's words still names its step.
      (error: unknown) => {
        this.#asked.delete(key);
        console.error(error);
      },
    );
  }

  /** What an input of a task's log reads like; undefined until its words are there. */
  label(
    of: { readonly task: string; readonly input: Input },
    locale: Locale,
    wait: (minutes: number) => string,
  ): string | undefined {
    const texts = this.#texts.get(`${locale}:${this.#scenarioOf(of.task) ?? ''}`);
    return texts && actLabel(texts, of.input, wait);
  }

  #scenarioOf(task: string): string | undefined {
    const found = this.assignment.tasks.find(({ id }) => id === task);
    return found?.kind === 'case' ? found.scenarioId : undefined;
  }
}

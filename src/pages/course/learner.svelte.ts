import {
  CONFIDENCES,
  type Answer,
  type Answered,
  type Confidence,
  type ReadingMark,
} from '../../core/lesson';
import type { StoredAnswer } from '../../io/db';
import type { Services } from '../../io/services';

/** What a learner has done in the course. Everything is undefined until the storage has answered. */
export class Learner {
  answers = $state.raw<readonly Answered[] | undefined>();
  readings = $state.raw<readonly ReadingMark[] | undefined>();
  /** The last step could not be stored. */
  fault = $state(false);
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  /** Reads what is stored. Never rejects: without storage the learner starts with nothing. */
  async load(): Promise<void> {
    try {
      const { study } = await this.#services.store();
      const [answers, readings] = await Promise.all([study.answers(), study.readings()]);
      this.answers = answers.map(answeredOf);
      this.readings = readings;
    } catch (error) {
      console.error(error);
      this.answers = [];
      this.readings = [];
      this.fault = true;
    }
  }

  /** Stores one answer; it counts for progress and review at once. */
  async give(
    at: { readonly section: string; readonly check: string },
    given: { readonly answer: Answer; readonly right: boolean; readonly confidence: Confidence },
  ): Promise<void> {
    const now = this.#services.now();
    const id = `${at.section}#${at.check}@${now.toString(36)}-${this.#services.seed()}`;
    const stored = { ...at, id, at: now, ...given };
    this.answers = [...(this.answers ?? []), answeredOf(stored)];
    await this.#keep((store) => store.study.addAnswer(stored));
  }

  /** Stores where the reading of a section stands; a finished section stays finished. */
  async mark(section: string, position: string, done: boolean): Promise<void> {
    const before = this.readings?.find((reading) => reading.section === section);
    const reading = { section, position, done: done || before?.done === true, at: this.#services.now() };
    this.readings = [...(this.readings ?? []).filter((other) => other.section !== section), reading];
    await this.#keep((store) => store.study.putReading(reading));
  }

  /** How a check of a section was answered last. */
  lastOf(section: string, check: string): 'right' | 'wrong' | undefined {
    const last = this.answers?.findLast((answer) => answer.section === section && answer.check === check);
    if (!last) return undefined;
    return last.right ? 'right' : 'wrong';
  }

  async #keep(
    work: (store: Awaited<ReturnType<Services['store']>>) => Promise<{ readonly ok: boolean }>,
  ): Promise<void> {
    try {
      this.fault = !(await work(await this.#services.store())).ok;
    } catch (error) {
      console.error(error);
      this.fault = true;
    }
  }
}

/** A confidence that this program does not know counts as the middle one. */
function answeredOf({ section, check, at, right, confidence }: StoredAnswer): Answered {
  const known = CONFIDENCES.find((value) => value === confidence) ?? 'unsure';
  return { section, check, at, right, confidence: known };
}

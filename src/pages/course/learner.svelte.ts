import type { Json } from '../../core/base';
import { type AnswerLine, type Answered, type Confidence, type ReadingMark } from '../../core/lesson';
import type { AttemptHeader } from '../../io/db';
import { answeredOf, freshKey, readStudy } from '../../io/lessons';
import type { Services } from '../../io/services';

/** What a learner has done in the course. Everything is undefined until the storage has answered. */
export class Learner {
  answers = $state.raw<readonly Answered[] | undefined>();
  readings = $state.raw<readonly ReadingMark[] | undefined>();
  /** Answers as they are stored. */
  lines = $state.raw<readonly AnswerLine[]>([]);
  attempts = $state.raw<readonly AttemptHeader[]>([]);
  /** Cases that must not be spoilt at present. */
  closed = $state.raw<ReadonlySet<string>>(new Set());
  /** The last step could not be stored. */
  fault = $state(false);
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  /** Reads what is stored. Never rejects: without storage the learner starts with nothing. */
  async load(): Promise<void> {
    try {
      const log = await readStudy(this.#services);
      this.lines = log.lines;
      this.attempts = log.attempts;
      this.closed = log.closed;
      this.answers = log.answers;
      this.readings = log.readings;
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
    given: { readonly answer: Json; readonly right: boolean; readonly confidence: Confidence },
  ): Promise<void> {
    const id = `${at.section}#${at.check}@${freshKey(this.#services)}`;
    const stored = { ...at, id, at: this.#services.now(), ...given };
    this.lines = [...this.lines, stored];
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

import type { Result } from '../../core/base';
import type { Archive } from './archive';
import type { StoreFault } from './fault';
import type { StoredAnswer, StoredReading } from './model';

/** Does something with the archive, or says why not. */
type Guarded = <T>(work: (archive: Archive) => Promise<T>) => Promise<Result<T, StoreFault>>;

/** What a learner does in the course: answers to checks, and where the reading stands. */
export class Study {
  readonly #guarded: Guarded;

  constructor(guarded: Guarded) {
    this.#guarded = guarded;
  }

  /**
   * Files an answer; on disk when it resolves.
   * @example await store.study.addAnswer({ id: 'u05/s3#atp@1', section: 'u05/s3', ...rest })
   */
  addAnswer(answer: StoredAnswer): Promise<Result<void, StoreFault>> {
    return this.#guarded((archive) => archive.addAnswer(answer));
  }

  /**
   * All answers, the oldest first; none while the storage refuses.
   * @example (await store.study.answers()).length
   */
  async answers(): Promise<readonly StoredAnswer[]> {
    const read = await this.#guarded((archive) => archive.answers());
    return read.ok ? read.value : [];
  }

  /**
   * Files where the reading of a section stands, in place of what was filed before.
   * @example await store.study.putReading({ section: 'u05/s3', position: 'atp', done: false, at })
   */
  putReading(reading: StoredReading): Promise<Result<void, StoreFault>> {
    return this.#guarded((archive) => archive.putReading(reading));
  }

  /**
   * Where the reading of every opened section stands; none while the storage refuses.
   * @example (await store.study.readings()).find(({ section }) => section === 'u05/s3')
   */
  async readings(): Promise<readonly StoredReading[]> {
    const read = await this.#guarded((archive) => archive.readings());
    return read.ok ? read.value : [];
  }
}

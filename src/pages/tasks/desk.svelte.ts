import { readWork, rememberPerson, type Person, type Work } from '../../io/classroom';
import { noteRead } from '../../io/remarks';
import type { Services } from '../../io/services';

/** Everything that was assigned to whoever sits here. */
export class WorkDesk {
  /** Undefined until the storage has answered. */
  work = $state.raw<Work | undefined>();
  /** The storage could not be asked. */
  fault = $state(false);
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  /** Reads what is stored, now and after every change of an attempt. Returns the way to stop. */
  follow(): () => void {
    let stop: (() => void) | undefined;
    let wanted = true;
    this.#services.store().then(
      (store) => {
        if (wanted) stop = store.watchAttempts(() => void this.#read());
      },
      (error: unknown) => {
        console.error(error);
        this.fault = true;
      },
    );
    return () => {
      wanted = false;
      stop?.();
    };
  }

  /** Says who sits here from now on. */
  async sitDown(person: Person): Promise<void> {
    const store = await this.#services.store();
    this.fault = !(await rememberPerson(store, person)).ok;
    await this.#read();
  }

  /** Remarks on these pieces are on the screen now. What is shown as new stays so until the next visit. */
  async opened(pieces: readonly string[]): Promise<void> {
    if (pieces.length > 0) await noteRead(await this.#services.store(), pieces);
  }

  async #read(): Promise<void> {
    this.work = await readWork(await this.#services.store());
  }
}

import { readWork, type Work } from '../../io/classroom';
import type { Services } from '../../io/services';

/** What was assigned to whoever sits here. Undefined until the storage has answered. */
export class DueWork {
  work = $state.raw<Work | undefined>();
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  /** Reads now and after every change of an attempt. Returns the way to stop. */
  follow(): () => void {
    let stop: (() => void) | undefined;
    let wanted = true;
    this.#services.store().then(
      (store) => {
        const again = (): void => void readWork(store).then((work) => (this.work = work));
        if (wanted) stop = store.watchAttempts(again);
      },
      // The page says itself what is wrong with the storage.
      (error: unknown) => console.error(error),
    );
    return () => {
      wanted = false;
      stop?.();
    };
  }
}

import type { AttemptHeader, Store, StoreFaultCode, StoreHealth } from '../../io/db';
import type { Services } from '../../io/services';
import { scoreIn, toEntries, type Entries } from './entries';

/** What the home page knows: the catalogue at once, the attempts as soon as the storage has answered. */
export class Home {
  /** How well attempts are kept; undefined until the storage has answered. */
  health = $state.raw<StoreHealth | undefined>();
  /** Why the last thing asked of the storage was refused. */
  fault = $state.raw<StoreFaultCode | undefined>();
  #headers = $state.raw<readonly AttemptHeader[] | undefined>();
  #scores = $state.raw<ReadonlyMap<string, number>>(new Map());
  readonly #services: Services;
  /** Undefined until the storage has answered. */
  readonly entries: Entries | undefined = $derived.by(() =>
    this.#headers ? toEntries(this.#headers, this.#services.catalogue(), this.#scores) : undefined,
  );

  constructor(services: Services) {
    this.#services = services;
  }

  /**
   * Opens the storage and follows it: attempts made in other tabs appear by themselves. Returns the way to stop.
   * @example $effect(() => home.follow())
   */
  follow(): () => void {
    let stop: (() => void) | undefined;
    let wanted = true;
    const attend = (store: Store): void => {
      if (!wanted) return;
      stop = store.watchAttempts((headers) => {
        this.#headers = headers;
        this.health = store.health();
        void this.#readScores(store, headers);
      });
    };
    this.#services.store().then(attend, (error: unknown) => {
      console.error(error);
      this.fault = 'unknown';
    });
    return () => {
      wanted = false;
      stop?.();
    };
  }

  /** Results are small values of their own, put there by the debrief. */
  async #readScores(store: Store, headers: readonly AttemptHeader[]): Promise<void> {
    const finished = headers.filter(({ status }) => status === 'finished');
    const pairs = await Promise.all(
      finished.map(async ({ id }) => [id, scoreIn(await store.value({ kind: 'result', id }))] as const),
    );
    this.#scores = new Map(pairs.flatMap(([id, score]) => (score === undefined ? [] : [[id, score]])));
  }

  /** Deletes one attempt with its notes, for good. */
  async discard(id: string): Promise<void> {
    const store = await this.#services.store();
    const removed = await store.remove(id);
    this.fault = removed.ok ? undefined : removed.error.code;
  }
}

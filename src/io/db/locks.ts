/** The outcome of asking for an attempt: the way to give it back, or why there is none. */
export type Claim = { readonly release: () => void } | 'taken' | 'unavailable';

/** Gives an attempt to one tab at a time. */
export type Locks = { claim(name: string): Promise<Claim> };

/** A page that is being replaced gives its locks back within some tens of milliseconds: that is worth the wait. */
const PATIENCE_MS = 800;

/**
 * The browser's lock manager. 'unavailable' where there is none (plain http, sandboxed frames): then only the
 * compare-and-swap of the archive stands between two tabs.
 * @example const claim = await webLocks(() => navigator.locks).claim('attempt-a1')
 */
export function webLocks(manager: () => LockManager): Locks {
  return {
    claim: (name) =>
      new Promise((resolve) => {
        const hold = (): Promise<void> => new Promise((release) => resolve({ release }));
        const request = async (): Promise<void> =>
          await manager().request(name, { signal: AbortSignal.timeout(PATIENCE_MS) }, hold);
        request().catch((error: unknown) => resolve(isImpatience(error) ? 'taken' : 'unavailable'));
      }),
  };
}

function isImpatience(error: unknown): boolean {
  return error instanceof DOMException && (error.name === 'TimeoutError' || error.name === 'AbortError');
}

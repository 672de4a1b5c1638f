/** The outcome of asking for an attempt: the way to give it back, or why there is none. */
export type Claim = { readonly release: () => void } | 'taken' | 'unavailable';

/** Gives an attempt to one tab at a time. */
export type Locks = { claim(name: string): Promise<Claim> };

/** The part of the browser's lock manager that is used here; tests give another. */
export type LockRequests = {
  request(
    name: string,
    options: { readonly signal: AbortSignal },
    hold: () => Promise<void>,
  ): Promise<unknown>;
};

/** A page that is being replaced gives its locks back within some tens of milliseconds: that is worth the wait. */
const PATIENCE_MS = 800;

/**
 * The browser's lock manager. 'unavailable' where there is none (plain http, sandboxed frames): then only the
 * compare-and-swap of the archive stands between two tabs.
 * @param patience milliseconds to wait for a lock that is held
 * @example const claim = await webLocks(() => navigator.locks).claim('attempt-a1')
 */
export function webLocks(manager: () => LockRequests, patience = PATIENCE_MS): Locks {
  return {
    claim: (name) =>
      new Promise((resolve) => {
        const hold = (): Promise<void> => new Promise((release) => resolve({ release }));
        const request = async (): Promise<unknown> =>
          await manager().request(name, { signal: AbortSignal.timeout(patience) }, hold);
        request().catch((error: unknown) => resolve(isImpatience(error) ? 'taken' : 'unavailable'));
      }),
  };
}

function isImpatience(error: unknown): boolean {
  return error instanceof DOMException && (error.name === 'TimeoutError' || error.name === 'AbortError');
}

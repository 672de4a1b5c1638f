/**
 * The third witness: per attempt the number of the last acknowledged event. Far too small to restore anything,
 * but it tells when both copies have fallen short. A browser without it loses only that warning.
 */
export type Witness = {
  /** 0 when nothing is known. */
  seen(attempt: string): number;
  note(attempt: string, seq: number): void;
  forget(attempt: string): void;
  attempts(): readonly string[];
};

const PREFIX = 'seven-rights.seq.';

/**
 * A witness in the browser's local storage. Where that is missing, forbidden or full it says nothing.
 * @example localWitness(() => localStorage).seen('a1') // 0
 */
export function localWitness(storage: () => Storage): Witness {
  const quietly = <T>(use: (store: Storage) => T, otherwise: T): T => {
    try {
      // The getter itself throws in a sandboxed frame.
      return use(storage());
    } catch {
      return otherwise;
    }
  };
  return {
    seen: (attempt) => quietly((store) => numberIn(store.getItem(PREFIX + attempt)), 0),
    note: (attempt, seq) => quietly((store) => store.setItem(PREFIX + attempt, String(seq)), undefined),
    forget: (attempt) => quietly((store) => store.removeItem(PREFIX + attempt), undefined),
    attempts: () => quietly((store) => keysOf(store).flatMap(attemptOf), []),
  };
}

function numberIn(text: string | null): number {
  const seq = Number(text ?? 0);
  return Number.isSafeInteger(seq) && seq > 0 ? seq : 0;
}

function keysOf(store: Storage): readonly string[] {
  return Array.from({ length: store.length }, (_, index) => store.key(index) ?? '');
}

function attemptOf(key: string): readonly string[] {
  return key.startsWith(PREFIX) ? [key.slice(PREFIX.length)] : [];
}

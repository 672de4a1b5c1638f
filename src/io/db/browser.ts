import { openDexieArchive } from './dexie-archive';
import { startJournal } from './journal-client';
import type { Ports } from './keeper';
import { webLocks } from './locks';
import { localWitness } from './witness';

const DATABASE = 'seven-rights';

/**
 * What a browser offers: IndexedDB, a private file system behind a worker, local storage and the lock manager.
 * Each may be missing or forbidden; that shows when it is used.
 */
export function browserPorts(): Ports {
  return {
    archive: (outdated) => openDexieArchive(DATABASE, outdated),
    journal: async () =>
      startJournal(new Worker(new URL('./journal.worker.ts', import.meta.url), { type: 'module' })),
    witness: localWitness(() => localStorage),
    locks: webLocks(() => navigator.locks),
    now: () => Date.now(),
    alarm: (after, ring) => {
      const alarm = setTimeout(ring, after);
      return () => clearTimeout(alarm);
    },
  };
}

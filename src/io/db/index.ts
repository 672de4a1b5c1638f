/**
 * db: attempts that are never lost once acknowledged.
 * Hides: IndexedDB and Dexie, the append journal in the private file system, the witness in local storage, locks
 * between tabs, hash chains, repair.
 * Promises: an input is acknowledged only after two copies are on disk; one tab writes an attempt; what one copy
 * lost comes back from the other when it is opened; old code never writes where newer code wrote; without any
 * storage everything works until the page is closed, and `health` says so.
 * Must not know: what an input means, what a score is, any sentence for a learner.
 */
import { browserPorts } from './browser';
import { Store, type StoreOptions } from './store';

export type { ValueKey } from './archive';
export { applyRestore, backupText, planRestore, type Restored, type RestorePlan } from './backup';
export { BACKUP_LIMIT, decodeBackup, type Backup, type BackupFault } from './backup-codec';
export { isChain } from './chain';
export { STORE_FAULT_CODES, type StoreFault, type StoreFaultCode } from './fault';
export type { StoreHealth } from './keeper';
export {
  ATTEMPT_MODES,
  VALUE_KINDS,
  type AttemptHeader,
  type AttemptMode,
  type NewAttempt,
  type StoredAnswer,
  type StoredEvent,
  type StoredReading,
  type ValueKind,
} from './model';
export type { Session } from './session';
export type { Shelf } from './shelf';
export type { Study } from './study';
export type { OpenAttempt, Store, StoredAttempt, StoreOptions } from './store';

/**
 * Opens the storage of this browser profile, and brings back from the journal what the database has lost. Call it
 * once per page; it never rejects for want of storage.
 * @example const store = await openStore({ onOutdated: () => askForReload() })
 */
export function openStore(options: StoreOptions = {}): Promise<Store> {
  return Store.open(browserPorts(), options);
}

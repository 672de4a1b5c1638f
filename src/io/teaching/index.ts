/**
 * teaching: the instructor's workspace: classes, assignments, results as they came in, marks and words.
 * Hides: IndexedDB and Dexie, locking of rows, keys, other tabs, the format of backups.
 * Promises: with a passphrase nothing but kinds, ids that tell nothing, and times lies on disk in the clear, and the
 * private key never;
 * a step happens as a whole or not at all; collecting or restoring twice changes nothing; what is damaged is said,
 * and nothing else is touched.
 * Must not know: how a result is proved, what a mark means, any sentence for an instructor.
 */
import type { Result } from '../../core/base';
import type { TeachFault } from './fault';
import { browserPorts } from './ports';
import { Teaching } from './teaching';

export { TEACH_FAULT_CODES, type TeachFault, type TeachFaultCode } from './fault';
export type { Going } from './going';
export type { Opening } from './lock';
export type {
  AddedHandins,
  Feedback,
  HandinWay,
  HeldAssignment,
  LockState,
  NewHandin,
  Profile,
  RowKind,
  StoredAnalysis,
  StoredHandin,
} from './model';
export type { RestorePlan, Tally } from './merge';
export { openBackup, readBackup, type BackupFault, type OpenBackup, type ReadBackup } from './restore';
export type { Notes } from './shelf';
export type { Teaching } from './teaching';

/**
 * Opens the workspace of this browser profile. Call it once per page.
 * @param onOutdated newer code waits in another tab; everything asked from now on is refused
 * @example const opened = await openTeaching(() => askForReload())
 */
export function openTeaching(onOutdated: () => void): Promise<Result<Teaching, TeachFault>> {
  return Teaching.open(browserPorts(), onOutdated);
}

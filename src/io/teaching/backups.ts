import type { Result } from '../../core/base';
import { backupOf } from './backup';
import type { Cabinet } from './cabinet';
import type { TeachFault } from './fault';
import { planOf, type RestorePlan } from './merge';
import type { OpenBackup } from './restore';

/** Does something with the workspace, or says why not. */
type Guarded = <T>(work: () => Promise<T>) => Promise<Result<T, TeachFault>>;

/** The workspace as a file, and back. */
export class Backups {
  readonly #cabinet: Cabinet;
  readonly #guarded: Guarded;
  readonly #restored: () => void;

  constructor(cabinet: Cabinet, guarded: Guarded, restored: () => void) {
    this.#cabinet = cabinet;
    this.#guarded = guarded;
    this.#restored = restored;
  }

  /**
   * The whole workspace as one file; locked rows stay locked.
   * @example saveFile({ name, content: made.value, type: 'application/x-ndjson' })
   */
  make(): Promise<Result<Uint8Array<ArrayBuffer>, TeachFault>> {
    return this.#guarded(async () => {
      const bytes = await this.#cabinet.alone(() => backupOf(this.#cabinet));
      await this.#cabinet.putNotes({ backup: this.#cabinet.now() });
      return bytes;
    });
  }

  /** What restoring this backup would change; changes nothing. */
  plan(backup: OpenBackup): Promise<Result<RestorePlan, TeachFault>> {
    return this.#guarded(() => planOf(this.#cabinet, backup));
  }

  /**
   * Adds what the backup has and the workspace has not, in one transaction. A workspace without a passphrase takes
   * over the backup's, since the private key in it may not lie in the clear. Restoring twice changes nothing.
   */
  restore(backup: OpenBackup): Promise<Result<RestorePlan, TeachFault>> {
    return this.#guarded(async () => {
      const { lock } = this.#cabinet;
      const { vault } = backup.head;
      const { key } = backup;
      if (vault && key) {
        await this.#cabinet.putVault(() =>
          lock.state === 'open' ? Promise.resolve(lock.adopt(vault, key)) : lock.joined(vault, key),
        );
        await lock.reopenPairs();
      }
      const plan = await planOf(this.#cabinet, backup);
      if (plan.put.length > 0) await this.#cabinet.write(() => Promise.resolve({ put: plan.put }));
      this.#restored();
      return plan;
    });
  }
}

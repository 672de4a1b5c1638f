import type { Result } from '../../core/base';
import { backupOf } from './backup';
import type { Cabinet } from './cabinet';
import type { TeachFault } from './fault';
import type { Going } from './going';
import { adopted, type Made } from './lock';
import { planOf, type RestorePlan } from './merge';
import type { OpenBackup } from './restore';

/** Does something with the workspace, or says why not. */
type Guarded = <T>(work: () => Promise<T>) => Promise<Result<T, TeachFault>>;

/** The workspace as a file, and back. */
export class Backups {
  readonly #cabinet: Cabinet;
  readonly #guarded: Guarded;

  constructor(cabinet: Cabinet, guarded: Guarded) {
    this.#cabinet = cabinet;
    this.#guarded = guarded;
  }

  /**
   * The whole workspace as one file; locked rows stay locked. May be called off: nothing is changed by it.
   * @example saveFile({ name, content: made.value, type: 'application/x-ndjson' })
   */
  make(going: Going = {}): Promise<Result<Uint8Array<ArrayBuffer>, TeachFault>> {
    return this.#guarded(async () => {
      await this.#cabinet.finish();
      const { bytes, at } = await this.#cabinet.alone(async () => {
        const begun = this.#cabinet.now();
        return { bytes: await backupOf(this.#cabinet, going), at: begun };
      });
      await this.#cabinet.putNotes({ backup: at });
      return bytes;
    });
  }

  /** What restoring this backup would change; changes nothing. */
  plan(backup: OpenBackup): Promise<Result<RestorePlan, TeachFault>> {
    return this.#guarded(() => planOf(this.#cabinet, backup));
  }

  /**
   * Adds what the backup has and the workspace has not: passphrase, key pairs and rows in one transaction, so that it
   * is restored as a whole or not at all, and may be called off until then. A workspace without a passphrase takes
   * over the backup's, since the private key in it may not lie in the clear. Restoring twice changes nothing.
   */
  restore(backup: OpenBackup, going: Going = {}): Promise<Result<RestorePlan, TeachFault>> {
    return this.#guarded(async () => {
      const { lock } = this.#cabinet;
      const done: RestorePlan[] = [];
      await this.#cabinet.write(async () => {
        const plan = await planOf(this.#cabinet, backup);
        done.push(plan);
        const made = await this.#made(backup);
        return { put: plan.put, ...(made ? { made } : {}) };
      }, going);
      const [plan] = done;
      if (!plan) throw new Error('a write that succeeded was worked out');
      if (lock.unfinished) await this.#cabinet.finish(going);
      return plan;
    });
  }

  /** The vault as it is afterwards; undefined where it stays as it is. */
  async #made({ head: { vault }, key }: OpenBackup): Promise<Made | undefined> {
    const { lock } = this.#cabinet;
    if (!vault || !key) return undefined;
    if (lock.state === 'open') return adopted(vault, key);
    return lock.joined(vault, key);
  }
}

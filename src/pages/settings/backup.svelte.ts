import type { Backup, BackupFault, RestorePlan, StoreFaultCode } from '../../io/db';
import type { Services } from '../../io/services';

/** What the panel says about the last thing that was asked of it. */
export type Said =
  | { readonly kind: 'exported'; readonly name: string }
  | { readonly kind: 'export-failed' }
  | { readonly kind: 'refused'; readonly fault: BackupFault }
  | { readonly kind: 'restored'; readonly filed: number; readonly fault: StoreFaultCode | undefined }
  | { readonly kind: 'undeleted'; readonly fault: StoreFaultCode };

/** A backup that was read, and what it would add. */
export interface Preview {
  readonly backup: Backup;
  readonly plan: RestorePlan;
}

/** The learner's data as a whole: taken out, brought back, deleted. */
export class LearnerData {
  said = $state.raw<Said | undefined>();
  preview = $state.raw<Preview | undefined>();
  busy = $state(false);
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  /** A link to the backup file under `name`, to be followed and revoked; undefined where nothing can be read. */
  async file(name: string): Promise<string | undefined> {
    return await this.#whileBusy(async () => {
      try {
        const [{ backupText }, store] = await Promise.all([import('../../io/db'), this.#services.store()]);
        const text = await backupText(store, this.#services.now());
        this.said = { kind: 'exported', name };
        return URL.createObjectURL(new Blob([text], { type: 'application/json' }));
      } catch (error) {
        console.error(error);
        this.said = { kind: 'export-failed' };
        return undefined;
      }
    });
  }

  /** Reads a file and works out what it would add; nothing is stored yet. */
  async look(file: Blob): Promise<void> {
    await this.#whileBusy(async () => {
      const { BACKUP_LIMIT, decodeBackup, planRestore } = await import('../../io/db');
      // One byte beyond the limit is enough to be refused; the rest is not read into memory.
      const bytes = new Uint8Array(await file.slice(0, BACKUP_LIMIT + 1).arrayBuffer());
      const read = decodeBackup(bytes);
      this.said = read.ok ? undefined : { kind: 'refused', fault: read.error };
      if (!read.ok) return;
      const plan = await planRestore(await this.#services.store(), read.value);
      this.preview = { backup: read.value, plan };
    });
  }

  /** Files what the preview shows. */
  async restore(): Promise<void> {
    const { preview } = this;
    this.preview = undefined;
    if (!preview) return;
    await this.#whileBusy(async () => {
      const { applyRestore } = await import('../../io/db');
      const { filed, fault } = await applyRestore(await this.#services.store(), preview.plan);
      this.said = { kind: 'restored', filed, fault: fault?.code };
    });
  }

  /** How much there is to lose. */
  async counts(): Promise<{ readonly attempts: number; readonly answers: number }> {
    const store = await this.#services.store();
    const [attempts, answers] = await Promise.all([store.attempts(), store.study.answers()]);
    return { attempts: attempts.length, answers: answers.length };
  }

  /** Deletes everything; true where it is gone. The page must be loaded anew then. */
  async erase(): Promise<boolean> {
    return await this.#whileBusy(async () => {
      const erased = await (await this.#services.store()).erase();
      if (!erased.ok) this.said = { kind: 'undeleted', fault: erased.error.code };
      return erased.ok;
    });
  }

  async #whileBusy<T>(work: () => Promise<T>): Promise<T> {
    this.busy = true;
    try {
      return await work();
    } finally {
      this.busy = false;
    }
  }
}

import {
  openBackup,
  readBackup,
  type BackupFault,
  type OpenBackup,
  type Opening,
  type ReadBackup,
  type RestorePlan,
  type TeachFault,
  type Teaching,
} from '../../../io/teaching';
import { LongWork } from '../long-work.svelte';

/** One backup file on its way in: read, opened with its passphrase, looked at, restored. */
export class Restoring {
  readonly #teaching: Teaching;
  #read = $state.raw<ReadBackup | undefined>();
  #open: OpenBackup | undefined;
  plan = $state.raw<RestorePlan | undefined>();
  fault = $state.raw<BackupFault | undefined>();
  trouble = $state.raw<TeachFault | undefined>();
  done = $state(false);
  busy = $state(false);
  readonly work = new LongWork();

  constructor(teaching: Teaching) {
    this.#teaching = teaching;
  }

  /** The file is whole and waits for its passphrase. */
  get asks(): boolean {
    return this.#read !== undefined && this.#read.head.vault !== null && !this.plan;
  }

  async begin(file: File): Promise<void> {
    this.busy = true;
    this.plan = this.fault = this.trouble = this.#read = this.#open = undefined;
    this.done = false;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const read = await this.work.run((going) => readBackup(bytes, going));
    this.busy = false;
    if (!read.ok) {
      this.fault = read.error;
      return;
    }
    this.#read = read.value;
    if (!read.value.head.vault) await this.open(undefined);
  }

  async open(opening: Opening | undefined): Promise<void> {
    if (!this.#read) return;
    this.busy = true;
    const read = this.#read;
    const opened = await this.work.run((going) => openBackup(read, opening, going));
    this.fault = opened.ok ? undefined : opened.error;
    if (opened.ok) {
      this.#open = opened.value;
      const plan = await this.#teaching.backups.plan(opened.value);
      this.plan = plan.ok ? plan.value : undefined;
      this.trouble = plan.ok ? undefined : plan.error;
    }
    this.busy = false;
  }

  async restore(): Promise<void> {
    const backup = this.#open;
    if (!backup) return;
    this.busy = true;
    const restored = await this.work.run((going) => this.#teaching.backups.restore(backup, going));
    this.busy = false;
    this.done = restored.ok;
    this.trouble = restored.ok ? undefined : restored.error;
  }
}

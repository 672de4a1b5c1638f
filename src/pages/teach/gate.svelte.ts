import type { Result } from '../../core/base';
import type { Services } from '../../io/services';
import type { LockState, Opening, TeachFault, Teaching } from '../../io/teaching';
import { LongWork } from './long-work.svelte';

/** Opens the workspace and knows whether it is locked. */
export class GateState {
  readonly #services: Services;
  teaching = $state.raw<Teaching | undefined>();
  lock = $state<LockState>('open');
  /** Why it cannot be opened at all. */
  fault = $state.raw<TeachFault | undefined>();
  /** Why the last try to unlock failed. */
  refusal = $state.raw<TeachFault | undefined>();
  /** A recovery code that was just made, to be shown once. */
  recovery = $state<string | undefined>();
  busy = $state(false);
  /** Rows that a former visit left unlocked are locked while the workspace opens. */
  readonly work = new LongWork();

  constructor(services: Services) {
    this.#services = services;
  }

  /** Opens the workspace and follows its lock. Returns the way to stop. */
  follow(): () => void {
    const stops: (() => void)[] = [];
    let stopped = false;
    void this.#services.teaching().then((opened) => {
      if (stopped) return;
      this.fault = opened.ok ? undefined : opened.error;
      if (!opened.ok) return;
      const { value: teaching } = opened;
      this.lock = teaching.state;
      this.teaching = teaching;
      teaching.touch();
      stops.push(
        teaching.watchLock((state) => {
          this.lock = state;
          this.refusal = undefined;
        }),
      );
    });
    return () => {
      stopped = true;
      for (const stop of stops) stop();
    };
  }

  /** Unlocks, or says why not. */
  async unlock(opening: Opening): Promise<void> {
    await this.#tried((teaching) => this.work.run((going) => teaching.unlock(opening, going)));
  }

  /** Sets a new passphrase by the recovery code; the new code is then to be shown. */
  async renew(recovery: string, passphrase: string): Promise<void> {
    this.recovery = await this.#tried((teaching) =>
      this.work.run((going) => teaching.renewPassphrase({ recovery }, passphrase, going)),
    );
  }

  async #tried<T>(work: (teaching: Teaching) => Promise<Result<T, TeachFault>>): Promise<T | undefined> {
    if (!this.teaching || this.busy) return undefined;
    this.busy = true;
    this.refusal = undefined;
    const answer = await work(this.teaching);
    this.busy = false;
    if (answer.ok) return answer.value;
    this.refusal = answer.error;
    return undefined;
  }
}

import { tick } from 'svelte';
import type { Input } from '../../core/attempt';
import type { PlaySession } from './play-session.svelte';

export type TabId = 'case' | 'talk' | 'systems';
export type DialogId = 'help' | 'brief' | 'sheet' | 'wait';

/** What the learner has in front of them: tab, open record, dialog. Nothing of it is part of the attempt. */
export class DeskView {
  tab = $state<TabId>('talk');
  /** The record on the screen. */
  record = $state<string | undefined>();
  dialog = $state<DialogId | undefined>();
  /** Whether 1 … 9 choose acts: single keys must be possible to switch off. */
  digits = $state(true);
  readonly #session: PlaySession;
  #seen = $state.raw({ case: 0, talk: 0, systems: 0 });

  constructor(session: PlaySession) {
    this.#session = session;
    this.#seen = this.#counts();
  }

  /** Shows a tab and counts what is on it as seen. */
  select(tab: TabId): void {
    this.#see();
    this.tab = tab;
    this.#see();
  }

  /** Entries on a tab that came while another one was shown. */
  fresh(tab: TabId): number {
    return tab === this.tab ? 0 : this.#counts()[tab] - this.#seen[tab];
  }

  /**
   * Gives an input, then moves the focus to where the eyes go: nowhere if nothing happened.
   * @example await view.give({ kind: 'wait', minutes: 5 }, () => heading?.focus())
   */
  async give(input: Input, then: () => void): Promise<void> {
    if (this.#session.busy) return;
    this.#see();
    await this.#session.give(input);
    if (this.#session.trouble || this.#session.stage !== 'desk') return;
    await tick();
    then();
  }

  /** What stands on the tab in view, and the other tabs until they are looked at. */
  #see(): void {
    this.#seen = { ...this.#seen, [this.tab]: this.#counts()[this.tab] };
  }

  #counts(): Readonly<Record<TabId, number>> {
    const learned = this.#session.progress?.facts.filter((fact) => fact.type === 'learned').length ?? 0;
    const spoken = this.#session.lines.filter((line) => line.kind !== 'look' && line.kind !== 'wait').length;
    return { case: learned, talk: spoken, systems: 0 };
  }
}

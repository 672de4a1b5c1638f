import { tick } from 'svelte';
import type { Input } from '../../core/attempt';
import type { PlaySession } from './play-session.svelte';

export type TabId = 'case' | 'talk' | 'systems';
export type DialogId = 'help' | 'brief' | 'sheet' | 'wait' | 'notes';

/** What the learner has in front of them: tab, open record, dialog. Nothing of it is part of the attempt. */
export class DeskView {
  tab = $state<TabId>('talk');
  /** The record on the screen. */
  record = $state<string | undefined>();
  dialog = $state<DialogId | undefined>();
  /** Colleagues and waiting lie open below the acts of the scene. */
  tray = $state(false);
  /** Whether 1 … 9 and letters are commands: single keys must be possible to switch off. */
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
    return tab === this.tab ? 0 : Math.max(0, this.#counts()[tab] - this.#seen[tab]);
  }

  /**
   * Gives an input, then moves the focus to where the eyes go: nowhere if nothing happened.
   * @example await view.give({ kind: 'wait', minutes: 5 }, () => heading?.focus())
   */
  give(input: Input, then: () => void): Promise<void> {
    return this.#after(() => this.#session.give(input), then);
  }

  /** Takes the last input back, then moves the focus as `give` does. */
  undo(then: () => void): Promise<void> {
    return this.#after(() => this.#session.undo(), then);
  }

  async #after(work: () => Promise<void>, then: () => void): Promise<void> {
    if (this.#session.busy) return;
    this.#see();
    await work();
    if (this.#session.trouble || this.#session.stage !== 'desk') return;
    const open = this.#session.offers?.records.find(({ id }) => id === this.record);
    if (open?.state !== 'open') this.record = undefined;
    this.tray = false;
    await tick();
    then();
  }

  /** What stands on the tab in view, and the other tabs until they are looked at. */
  #see(): void {
    this.#seen = { ...this.#seen, [this.tab]: this.#counts()[this.tab] };
  }

  /** The customer’s turns of mood, what was said or happened, and the records that can be opened. */
  #counts(): Readonly<Record<TabId, number>> {
    const { progress, offers, lines } = this.#session;
    const tempers = progress?.tempers ?? [];
    const turns = tempers.filter((temper, index) => index > 0 && temper !== tempers[index - 1]).length;
    const spoken = lines.filter((line) => line.kind !== 'look' && line.kind !== 'wait').length;
    const records = offers?.records.filter(({ state }) => state !== 'hidden').length ?? 0;
    return { case: turns, talk: spoken, systems: records };
  }
}

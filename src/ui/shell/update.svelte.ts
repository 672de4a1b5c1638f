import type { Component } from 'svelte';

type Notice = Component<{ readonly onuse: () => void; readonly onlater: () => void }>;

/** A newer version of the courseware, ready to be used. The notice of it is loaded when there is one. */
class Update {
  /** The notice, while there is something to say that was not put off. */
  notice = $state.raw<Notice | undefined>();
  #use: (() => void) | undefined;

  /** Says whether a newer version is there, by what puts it in the place of this page's. Put off once stays put off. */
  show(use: (() => void) | undefined): void {
    const news = use !== undefined && this.#use === undefined;
    this.#use = use;
    if (!use) this.notice = undefined;
    if (news) void this.#load();
  }

  readonly use = (): void => {
    this.#use?.();
  };

  /** Not now. The next visit asks again. */
  readonly putOff = (): void => {
    this.notice = undefined;
  };

  async #load(): Promise<void> {
    try {
      const { default: notice } = await import('./UpdateNotice.svelte');
      if (this.#use) this.notice = notice;
    } catch {
      // Without its notice the version waits for the next start of the browser, as it would have after a "later".
    }
  }
}

export const update = new Update();

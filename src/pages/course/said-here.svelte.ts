import type { Component } from 'svelte';
import type { Remarks } from '../../core/course';
import type { Services } from '../../io/services';

/** What instructors said about this learner's answers to the section that is shown. */
export class SaidHere {
  remarks = $state.raw<readonly Remarks[]>([]);
  /** Come with the first remarks: most readers have none. */
  Notice = $state.raw<Component<{ remarks: readonly Remarks[] }> | undefined>();
  Pins = $state.raw<Component<{ remarks: readonly Remarks[]; place: number }> | undefined>();
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  /** Reads what is kept. Never rejects: without storage nothing was said. */
  async load(section: string): Promise<void> {
    try {
      const store = await this.#services.store();
      if ((await store.names('remark')).length === 0) return;
      const { remarksOnSection } = await import('../../io/classroom');
      const remarks = await remarksOnSection(store, section);
      if (remarks.length === 0) return;
      const [notice, pins] = await Promise.all([
        import('./RemarkNotice.svelte'),
        import('./QuestionRemarks.svelte'),
      ]);
      this.Notice = notice.default;
      this.Pins = pins.default;
      this.remarks = remarks;
    } catch (error) {
      console.error(error);
    }
  }
}

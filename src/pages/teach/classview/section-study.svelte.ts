import type { VerifiedSection } from '../../../core/course';
import { gradingOrder, openKept } from '../../../io/grading';
import type { TeachFault, Teaching } from '../../../io/teaching';
import type { ClassStudy } from './class-study.svelte';

/** Answers are judged in moments; after so many the page may draw. */
const AT_ONCE = 25;

/** A section task of an assignment as the class answered it. */
export class SectionStudy {
  fault = $state.raw<TeachFault | undefined>();
  /** Results still to be judged, of how many. */
  progress = $state.raw({ done: 0, of: 0 });
  #judged = $state.raw<ReadonlyMap<string, VerifiedSection>>(new Map());
  /** Judged, or not to be proved any more: neither is opened again. */
  readonly #opened = new Set<string>();
  readonly #study: ClassStudy;
  readonly #teaching: Teaching;

  /** The chosen results, one a student. */
  readonly results: readonly VerifiedSection[] = $derived.by(() =>
    this.#study.ofSection.flatMap(({ id }) => this.#judged.get(id) ?? []),
  );

  constructor(study: ClassStudy, teaching: Teaching) {
    this.#study = study;
    this.#teaching = teaching;
  }

  /** Judges the chosen results that have not been. Returns the way to stop. */
  follow(): () => void {
    const job: Job = { wanted: true };
    const ids = this.#study.ofSection.map(({ id }) => id).filter((id) => !this.#opened.has(id));
    this.#follow(job, ids).catch((error: unknown) => {
      console.error(error);
      if (job.wanted) this.progress = { done: 0, of: 0 };
    });
    return () => {
      job.wanted = false;
    };
  }

  async #follow(job: Job, ids: readonly string[]): Promise<void> {
    const { held } = this.#study;
    // Also where nothing is left to do: what was left halfway is not under way any more.
    this.progress = { done: 0, of: ids.length };
    if (!held || ids.length === 0) return;
    const { assignment } = held;
    const order = await gradingOrder(assignment, this.#teaching.pairs());
    const originals = await this.#teaching.originals(assignment.id, ids);
    this.fault = originals.ok ? undefined : originals.error;
    if (!originals.ok) return;
    const kept = [...originals.value];
    for (let from = 0; from < kept.length; from += AT_ONCE) {
      const some = kept.slice(from, from + AT_ONCE);
      const results = await Promise.all(some.map(([, original]) => openKept(order, original)));
      if (isLeft(job)) return;
      for (const [id] of some) this.#opened.add(id);
      const judged = results.flatMap((result) => (result?.kind === 'section' ? [result] : []));
      this.#judged = new Map([...this.#judged, ...judged.map((one) => [one.id, one] as const)]);
      this.progress = { done: from + some.length, of: ids.length };
      await new Promise((drawn) => requestAnimationFrame(drawn));
    }
    this.progress = { done: ids.length, of: ids.length };
  }
}

interface Job {
  wanted: boolean;
}

/** Whether the page went on to something else meanwhile. */
const isLeft = ({ wanted }: Job): boolean => !wanted;

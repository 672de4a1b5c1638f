import {
  flagsOfSketches,
  lateBy,
  type Assignment,
  type Flag,
  type Sketch,
  type Student,
} from '../../core/course';
import { verdictFromJson, type Accepted, type Verdict } from '../../io/grading';
import type { StoredHandin } from '../../io/teaching';

/** A stored result with what was found about it; no verdict where that cannot be read any more. */
export interface Entry {
  readonly stored: StoredHandin;
  readonly verdict: Verdict | undefined;
  readonly flags: readonly Flag[];
}

/** What counts for gradebooks. */
export type Counted = Entry & { readonly verdict: Accepted };

/**
 * Stored results with their verdicts and what is remarkable about them, the newest first.
 * @param students the class list; null where there is none
 * @example entriesOf(stored, { assignment, students: roster.students })[0]?.verdict?.ok
 */
export function entriesOf(
  stored: readonly StoredHandin[],
  of: { readonly assignment: Assignment; readonly students: readonly Student[] | null },
): readonly Entry[] {
  const read = stored.map((one) => ({ stored: one, verdict: current(one, of.assignment) }));
  const flags = new Map<string, Flag[]>();
  for (const { id } of of.assignment.tasks) {
    const sketches = read.flatMap(({ verdict }) =>
      verdict?.ok === true && verdict.sketch.task === id ? [verdict.sketch] : [],
    );
    for (const flag of flagsOfSketches(sketches, of))
      flags.set(flag.id, [...(flags.get(flag.id) ?? []), flag]);
  }
  return read.map((one) => ({ ...one, flags: flags.get(one.stored.id) ?? [] })).reverse();
}

/** The verdict under the due date of today: it may have been moved since the result came in. */
function current({ verdict: raw }: StoredHandin, { due }: Assignment): Verdict | undefined {
  const verdict = verdictFromJson(raw);
  if (verdict?.ok !== true) return verdict;
  return { ...verdict, sketch: { ...verdict.sketch, late: lateBy(verdict.sketch.finishedAt, due) } };
}

/** Whether a result counts. */
export function isCounted(entry: Entry): entry is Counted {
  return entry.verdict?.ok === true;
}

/** The sketches of what counts, for the gradebook. */
export function sketchesOf(entries: readonly Entry[]): readonly Sketch[] {
  return entries.filter(isCounted).map(({ verdict }) => verdict.sketch);
}

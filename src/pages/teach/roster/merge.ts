import { numberKey, type Student } from '../../../core/course';

/** What a list that comes in does to the one that is there. */
export interface Merged {
  readonly students: readonly Student[];
  readonly added: number;
  readonly updated: number;
  readonly same: number;
  readonly removed: number;
}

/** `add` keeps who is not in the new list; `replace` does not. */
export type MergeMode = 'add' | 'replace';

/**
 * The class list after another list came in. Who is in both keeps the place and takes the new name and group.
 * @example merged(before, incoming, 'replace').removed // how many are no longer on the list
 */
export function merged(before: readonly Student[], incoming: readonly Student[], mode: MergeMode): Merged {
  const fresh = new Map(incoming.map((student) => [numberKey(student.number), student]));
  const known = new Set(before.map(({ number }) => numberKey(number)));
  const kept = before.flatMap((student) => {
    const next = fresh.get(numberKey(student.number));
    if (next) return [next.group === '' ? { ...next, group: student.group } : next];
    return mode === 'add' ? [student] : [];
  });
  const added = incoming.filter(({ number }) => !known.has(numberKey(number)));
  const was = new Map(before.map((student) => [numberKey(student.number), student]));
  const here = kept.filter(({ number }) => fresh.has(numberKey(number)));
  const updated = here.filter((student) => !alike(was.get(numberKey(student.number)), student)).length;
  return {
    students: [...kept, ...added],
    added: added.length,
    updated,
    same: here.length - updated,
    removed: before.length - kept.length,
  };
}

function alike(a: Student | undefined, b: Student): boolean {
  return a?.name === b.name && a.group === b.group && a.number === b.number;
}

import { canonical, parsedJson } from '../../../core/base';
import type { Assignment, Task } from '../../../core/course';

/** What a change means for students who have the older version, the gravest first. */
export const CHANGES = ['refused', 'tasks', 'marks', 'sealing', 'words'] as const;
export type ChangeKind = (typeof CHANGES)[number];

/**
 * What is different for students since the assignment was given out.
 * `refused`: work done under the older version will not be accepted any more.
 * @example changesFor(given, { ...given, mode: 'practice' }) // ['refused']
 */
export function changesFor(given: Assignment | null, now: Assignment): readonly ChangeKind[] {
  if (!given) return [];
  const differs: Readonly<Record<ChangeKind, boolean>> = {
    refused: refuses(given, now),
    tasks: ids(given) !== ids(now),
    marks: given.attempts !== now.attempts || given.due !== now.due || weights(given) !== weights(now),
    sealing: given.key !== now.key,
    words:
      plain([given.title, given.teacher, given.course, given.note, given.locale]) !==
      plain([now.title, now.teacher, now.course, now.note, now.locale]),
  };
  return CHANGES.filter((kind) => differs[kind]);
}

/** Another mode, other hints, another draw of the same task: results carry these and are compared with them. */
function refuses(given: Assignment, now: Assignment): boolean {
  const cases = given.tasks.some(({ kind }) => kind === 'case');
  if (given.mode !== now.mode || (cases && given.seeds !== now.seeds)) return true;
  if (given.hints && !now.hints) return true;
  return now.tasks.some((task) => {
    const before = given.tasks.find(({ id }) => id === task.id);
    return before !== undefined && plain(unweighed(before)) !== plain(unweighed(task));
  });
}

const ids = ({ tasks }: Assignment): string => plain(tasks.map(({ id }) => id));
const weights = ({ tasks }: Assignment): string => plain(tasks.map(({ weight }) => weight));
const unweighed = (task: Task): Task => ({ ...task, weight: 1 });

function plain(value: unknown): string {
  return canonical(parsedJson(JSON.stringify(value)));
}

import type { Issue } from '../base';
import type { IssueCode } from './issues';

const UNREADABLE = ['shape', 'unknown-key', 'missing-key', 'no-choice'] satisfies readonly IssueCode[];
const MISSING: IssueCode = 'missing-text';
const UNEVEN: IssueCode = 'uneven-locales';

/**
 * Leaves out what only repeats another defect: a difference between the languages where one of them lacks or
 * misspells that very text, and what is said about an entry only because it could not be read.
 * @example withoutEchoes(defects.list)
 */
export function withoutEchoes(issues: readonly Issue[]): readonly Issue[] {
  const unreadable = issues.filter(isUnreadable);
  const others = issues.filter((issue) => issue.code !== UNEVEN);
  return issues.filter((issue) => {
    if (isUnreadable(issue)) return true;
    if (issue.code === UNEVEN) return !others.some((other) => within(issue.path, other.path));
    return !unreadable.some(
      (other) =>
        other.file === issue.file &&
        (within(issue.path, other.path) || (issue.code === MISSING && within(other.path, issue.path))),
    );
  });
}

function isUnreadable(issue: Issue): boolean {
  return UNREADABLE.some((code) => code === issue.code);
}

/** Whether a path is another or lies under it. The whole file, path '', is not meant. */
function within(path: string, other: string): boolean {
  return other !== '' && (path === other || path.startsWith(`${other}.`));
}

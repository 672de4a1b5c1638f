import { canonical, parsedJson } from '../../core/base';
import type { HeldAssignment } from '../../io/teaching';

/**
 * Whether students have an assignment as it is now: `draft` (nobody has it), `changed` (they have an older one),
 * `given`.
 * @example standing({ ...held, given: null }) // 'draft'
 */
export function standing({ assignment, given }: HeldAssignment): 'draft' | 'changed' | 'given' {
  if (!given) return 'draft';
  return plainText(given) === plainText(assignment) ? 'given' : 'changed';
}

function plainText(assignment: HeldAssignment['assignment']): string {
  return canonical(parsedJson(JSON.stringify(assignment)));
}

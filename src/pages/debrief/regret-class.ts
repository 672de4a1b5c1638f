import type { Grade } from '../../ui/messages/debrief';

/** Basis points of the final score up to which a loss still bears a name; what is lost beyond is a blunder. */
export const GRADE_LIMITS = { best: 0, good: 100, inaccuracy: 300, mistake: 800 } as const;

/**
 * What a decision's cost is called. The scale saturates: how far beyond the last limit does not matter. A critical
 * error is named as such whatever it cost.
 * @param lost basis points of the final score, ≥ 0
 * @example regretClass(800, false) // 'mistake'
 */
export function regretClass(lost: number, critical: boolean): Grade {
  if (critical) return 'critical';
  if (lost <= GRADE_LIMITS.best) return 'best';
  if (lost <= GRADE_LIMITS.good) return 'good';
  if (lost <= GRADE_LIMITS.inaccuracy) return 'inaccuracy';
  return lost <= GRADE_LIMITS.mistake ? 'mistake' : 'blunder';
}

/** What a decision's cost is called, from nothing lost upwards; `critical` stands apart. */
export const GRADES = ['best', 'good', 'inaccuracy', 'mistake', 'blunder', 'critical'] as const;
export type Grade = (typeof GRADES)[number];

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

/**
 * How tall a loss is drawn, 0 … 1: 1 − e^(−lost / limit of a mistake). Small losses can be told apart and a blunder
 * does not dwarf them; about 0.63 at 8 points, 0.95 at 24.
 * @param lost basis points of the final score, ≥ 0
 * @example lossHeight(0) // 0
 */
export function lossHeight(lost: number): number {
  return 1 - Math.exp(-lost / GRADE_LIMITS.mistake);
}

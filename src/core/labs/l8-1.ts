// Lab L8.1. Triage of complaints: priority from severity × urgency, and three clocks from the moment of receipt: the
// company's rule P5 (acknowledge within 2 h, decide within 5 days) and the law's 7 days. Hours.

export const GRADES = [1, 2, 3] as const;
/** 1 low, 2 medium, 3 high. */
export type Grade = (typeof GRADES)[number];
export type Priority = 'P1' | 'P2' | 'P3';

export const CLOCKS = { acknowledge: 2, decide: 5 * 24, limit: 7 * 24 } as const;
export type ClockId = keyof typeof CLOCKS;
export const CLOCK_IDS = ['acknowledge', 'decide', 'limit'] as const;

export const COMPLAINTS = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8'] as const;
export type ComplaintId = (typeof COMPLAINTS)[number];

/** How a complaint is to be graded, and how many hours ago it came in. */
export interface Complaint {
  readonly severity: Grade;
  readonly urgency: Grade;
  readonly age: number;
}
export const KEY: Readonly<Record<ComplaintId, Complaint>> = {
  c1: { severity: 3, urgency: 3, age: 1.5 },
  c2: { severity: 1, urgency: 1, age: 0.5 },
  c3: { severity: 2, urgency: 3, age: 17 },
  c4: { severity: 2, urgency: 2, age: 30 },
  c5: { severity: 3, urgency: 2, age: 100 },
  c6: { severity: 1, urgency: 2, age: 1 },
  c7: { severity: 2, urgency: 1, age: 140 },
  c8: { severity: 1, urgency: 3, age: 1 },
};

/**
 * Severity × urgency: 6 and more is first, 3 and 4 second, the rest third.
 * @example priorityOf(2, 3) // 'P1'
 */
export function priorityOf(severity: Grade, urgency: Grade): Priority {
  const product = severity * urgency;
  if (product >= 6) return 'P1';
  return product >= 3 ? 'P2' : 'P3';
}

/**
 * Hours left on each clock; below 0 the time is over.
 * @param age hours since the complaint came in, ≥ 0
 * @example hoursLeft(17).acknowledge // −15
 */
export function hoursLeft(age: number): Readonly<Record<ClockId, number>> {
  return {
    acknowledge: CLOCKS.acknowledge - age,
    decide: CLOCKS.decide - age,
    limit: CLOCKS.limit - age,
  };
}

import { invariant } from '../base';

/** Minutes of a double period and of its three parts. */
export const DOUBLE_PERIOD = { lead: 5, teaching: 75, summary: 10, whole: 90 } as const;
const STEP = 5;

/** A stretch of one section in a lesson. */
export interface PlanStep {
  readonly section: string;
  readonly minutes: number;
  /** 1 where the section begins; above where it goes on from the lesson before. */
  readonly part: number;
}

/** One lesson of 90 minutes: 5 to lead in, 75 of teaching and practice, 10 to sum up. */
export interface PlanLesson {
  readonly steps: readonly PlanStep[];
}

/**
 * Spreads sections over double periods. Minutes are shared out in fives by the sections' own minutes, each section
 * at least five, in the given order; a section that does not fit goes on in the next lesson.
 * @param periods class periods of 45 minutes, at least 2; an odd one is left for revision
 * @example timedLessons([{ section: 's1', minutes: 40 }, { section: 's2', minutes: 20 }], 2)
 */
export function timedLessons(
  sections: readonly { readonly section: string; readonly minutes: number }[],
  periods: number,
): readonly PlanLesson[] {
  const count = Math.floor(periods / 2);
  if (count < 1 || sections.length === 0) return [];
  const queue = sharedOut(sections, (count * DOUBLE_PERIOD.teaching) / STEP);
  const lessons: PlanLesson[] = [];
  let steps: PlanStep[] = [];
  let room: number = DOUBLE_PERIOD.teaching;
  for (const { section, fives } of queue) {
    let left = fives * STEP;
    for (let part = 1; left > 0; part += 1) {
      const minutes = Math.min(left, room);
      steps.push({ section, minutes, part });
      left -= minutes;
      room -= minutes;
      if (room > 0) continue;
      lessons.push({ steps });
      steps = [];
      room = DOUBLE_PERIOD.teaching;
    }
  }
  invariant(steps.length === 0, 'the lessons are full');
  return lessons;
}

/** Whole fives by largest remainder, so that they add up to exactly what there is. */
function sharedOut(
  sections: readonly { readonly section: string; readonly minutes: number }[],
  fives: number,
): readonly { readonly section: string; readonly fives: number }[] {
  const shown = sections.slice(0, fives);
  const whole = shown.reduce((sum, { minutes }) => sum + minutes, 0);
  const free = fives - shown.length;
  const exact = shown.map(({ minutes }) => (whole === 0 ? 0 : (free * minutes) / whole));
  const rest = free - exact.reduce((sum, share) => sum + Math.floor(share), 0);
  const order = exact
    .map((share, index) => ({ index, left: share - Math.floor(share) }))
    .sort((a, b) => b.left - a.left || a.index - b.index);
  const extra = new Set(order.slice(0, rest).map(({ index }) => index));
  return shown.map(({ section }, index) => ({
    section,
    fives: 1 + Math.floor(exact[index] ?? 0) + (extra.has(index) ? 1 : 0),
  }));
}

import { numberKey } from './ids';
import type { Student } from './model';
import { sketchOf, type Sketch } from './sketch';
import type { VerifiedHandin } from './verified';

/**
 * Median seconds before a decision below which nobody can have read what was on the screen: an act and its reply are
 * at least twenty characters of Chinese, and fast silent reading is about ten a second. It is the median, so that a few
 * quick clicks do not matter.
 */
export const FASTEST_DECISION = 2;
/** With fewer decisions a median says little. */
export const ENOUGH_DECISIONS = 8;
/** Mean seconds for an answer to a check, read and judged, below which it was not read. */
export const FASTEST_ANSWER = 3;
/** With fewer answers a mean says little. */
export const ENOUGH_ANSWERS = 4;
/** Seconds by which rounding and a page that was slow to open may make the sum of pauses longer than the whole. */
export const CLOCK_SLACK = 60;

/** Results named as having the same decisions: a whole class may, and lists of lists grow with its square. */
export const MOST_OTHERS = 20;

/** Something to look at before the mark is given. None of it proves anything. */
export const FLAGS = ['same-log', 'too-fast', 'not-on-roster', 'other-name', 'late', 'odd-clock'] as const;
export type FlagCode = (typeof FLAGS)[number];

/** `id` is the result that is meant. */
export type Flag = { readonly id: string } & (
  | {
      readonly code: 'same-log';
      /** Results of other students with the very same decisions, at most `MOST_OTHERS`. */
      readonly others: readonly string[];
      /** Whether one of them also took the same seconds before every line, which two people do not. */
      readonly seconds: boolean;
    }
  /** Median seconds a decision, or mean seconds an answer. */
  | { readonly code: 'too-fast'; readonly seconds: number }
  | { readonly code: 'not-on-roster' }
  | { readonly code: 'other-name'; readonly roster: string }
  /** Milliseconds after the due date. */
  | { readonly code: 'late'; readonly by: number }
  /** Finished before it was begun, or paused for longer than it took: the clock was changed, or the times were. */
  | { readonly code: 'odd-clock' }
);

/**
 * What is remarkable about the results of one task.
 * @param context the class list; null where there is none, and nobody is missed on it then
 * @example flagsOf(results, { students: roster.students }).filter(({ code }) => code === 'same-log')
 */
export function flagsOf(
  results: readonly VerifiedHandin[],
  context: { readonly students: readonly Student[] | null },
): readonly Flag[] {
  return flagsOfSketches(results.map(sketchOf), context);
}

/**
 * The same from the small form of the results.
 * @example flagsOfSketches(results.map(sketchOf), { students: null })
 */
export function flagsOfSketches(
  results: readonly Sketch[],
  context: { readonly students: readonly Student[] | null },
): readonly Flag[] {
  const students = context.students && new Map(context.students.map((one) => [numberKey(one.number), one]));
  const groups = groupsOf(results);
  return results.flatMap((result) => [
    ...sameLog(result, groups),
    ...tooFast(result),
    ...(students ? onRoster(result, students) : []),
    ...(result.late > 0 ? [{ id: result.id, code: 'late', by: result.late } as const] : []),
    ...(isOdd(result) ? [{ id: result.id, code: 'odd-clock' } as const] : []),
  ]);
}

function groupsOf(results: readonly Sketch[]): ReadonlyMap<string, readonly Sketch[]> {
  const groups = new Map<string, Sketch[]>();
  for (const result of results) {
    if (result.log === '') continue;
    const group = groups.get(result.log);
    if (group) group.push(result);
    else groups.set(result.log, [result]);
  }
  return groups;
}

function sameLog(result: Sketch, groups: ReadonlyMap<string, readonly Sketch[]>): readonly Flag[] {
  const group = groups.get(result.log) ?? [];
  const others = group.filter(({ number }) => number !== result.number);
  if (others.length === 0) return [];
  const seconds = others.some(({ rhythm }) => rhythm === result.rhythm);
  const named = others.slice(0, MOST_OTHERS).map(({ id }) => id);
  return [{ id: result.id, code: 'same-log', others: named, seconds }];
}

function tooFast({ id, kind, moves, pace }: Sketch): readonly Flag[] {
  const [enough, fastest] =
    kind === 'case' ? [ENOUGH_DECISIONS, FASTEST_DECISION] : [ENOUGH_ANSWERS, FASTEST_ANSWER];
  return moves < enough || pace >= fastest ? [] : [{ id, code: 'too-fast', seconds: pace }];
}

function onRoster(result: Sketch, students: ReadonlyMap<string, Student>): readonly Flag[] {
  const { id, number, student } = result;
  const known = students.get(number);
  if (!known) return [{ id, code: 'not-on-roster' }];
  // Names compare as numbers do: a space or a full-width letter makes nobody somebody else.
  if (numberKey(known.name) === numberKey(student.name)) return [];
  return [{ id, code: 'other-name', roster: known.name }];
}

function isOdd(result: Sketch): boolean {
  const span = (result.finishedAt - result.startedAt) / 1000;
  return span < 0 || result.seconds > span + CLOCK_SLACK;
}

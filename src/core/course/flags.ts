import { canonical, hashText } from '../base';
import { numberKey } from './ids';
import type { Student } from './model';
import type { VerifiedCase, VerifiedHandin } from './verified';

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

/** Something to look at before the mark is given. None of it proves anything. */
export const FLAGS = ['same-log', 'too-fast', 'not-on-roster', 'other-name', 'late', 'odd-clock'] as const;
export type FlagCode = (typeof FLAGS)[number];

/** `id` is the result that is meant. */
export type Flag = { readonly id: string } & (
  | {
      readonly code: 'same-log';
      /** Results of other students with the very same decisions. */
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

function groupsOf(results: readonly VerifiedHandin[]): ReadonlyMap<string, readonly VerifiedCase[]> {
  const groups = new Map<string, VerifiedCase[]>();
  for (const result of results) {
    if (result.kind !== 'case') continue;
    const key = logKey(result);
    const group = groups.get(key);
    if (group) group.push(result);
    else groups.set(key, [result]);
  }
  return groups;
}

function logKey({ scenarioHash, log }: VerifiedCase): string {
  return hashText(canonical([scenarioHash, log.map(({ input }) => ({ ...input }))]));
}

const pace = (result: VerifiedCase): string => result.decisions.map(({ seconds }) => seconds).join();

function sameLog(
  result: VerifiedHandin,
  groups: ReadonlyMap<string, readonly VerifiedCase[]>,
): readonly Flag[] {
  if (result.kind !== 'case') return [];
  const group = groups.get(logKey(result)) ?? [];
  const others = group.filter(({ number }) => number !== result.number);
  if (others.length === 0) return [];
  const seconds = others.some((other) => pace(other) === pace(result));
  return [{ id: result.id, code: 'same-log', others: others.map(({ id }) => id), seconds }];
}

function tooFast(result: VerifiedHandin): readonly Flag[] {
  const { id } = result;
  if (result.kind === 'section') {
    const mean = result.answers.length < ENOUGH_ANSWERS ? undefined : result.seconds / result.answers.length;
    return mean === undefined || mean >= FASTEST_ANSWER ? [] : [{ id, code: 'too-fast', seconds: mean }];
  }
  const pauses = result.decisions.map(({ seconds }) => seconds).sort((a, b) => a - b);
  if (pauses.length < ENOUGH_DECISIONS) return [];
  const seconds = medianOf(pauses);
  return seconds < FASTEST_DECISION ? [{ id, code: 'too-fast', seconds }] : [];
}

function medianOf(sorted: readonly number[]): number {
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1] ?? 0, sorted[Math.floor(half)] ?? 0];
  return (low + high) / 2;
}

function onRoster(result: VerifiedHandin, students: ReadonlyMap<string, Student>): readonly Flag[] {
  const { id, number, student } = result;
  const known = students.get(number);
  if (!known) return [{ id, code: 'not-on-roster' }];
  // Names compare as numbers do: a space or a full-width letter makes nobody somebody else.
  if (numberKey(known.name) === numberKey(student.name)) return [];
  return [{ id, code: 'other-name', roster: known.name }];
}

function isOdd(result: VerifiedHandin): boolean {
  const span = (result.finishedAt - result.startedAt) / 1000;
  return span < 0 || result.seconds > span + CLOCK_SLACK;
}

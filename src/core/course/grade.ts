import type { AttemptPolicy } from './model';

/** What a mark is made of: one result that was verified. */
export interface Attempted {
  readonly id: string;
  /** Basis points of 100. */
  readonly score: number;
  /** By the learner's clock, milliseconds since 1970. */
  readonly startedAt: number;
  readonly finishedAt: number;
}

/** The mark of one student at one task. */
export interface Grade {
  /** Basis points of 100. */
  readonly score: number;
  /** The results it comes from, the earliest first. */
  readonly from: readonly string[];
}

/**
 * How late something is: milliseconds after the due date, 0 in time or without one. The learner's clock is believed.
 * @example lateBy(1_700_000_060_000, 1_700_000_000_000) // 60_000
 */
export function lateBy(finishedAt: number, due: number | null): number {
  return due === null ? 0 : Math.max(0, finishedAt - due);
}

/**
 * The mark out of several attempts, by the time they were begun. `last-two` is the mean of the last two, rounded half
 * up to a basis point; of one attempt, that one. Of equally good ones `best` names the earliest.
 * @returns undefined where there is none
 * @example gradeOf([first, second, third], 'last-two')?.score
 */
export function gradeOf(results: readonly Attempted[], policy: AttemptPolicy): Grade | undefined {
  const sorted = [...results].sort(byBeginning);
  const used = chosen(sorted, policy);
  if (used.length === 0) return undefined;
  return { score: meanOf(used.map(({ score }) => ({ weight: 1, score }))), from: used.map(({ id }) => id) };
}

function byBeginning(a: Attempted, b: Attempted): number {
  if (a.startedAt !== b.startedAt) return a.startedAt - b.startedAt;
  if (a.finishedAt !== b.finishedAt) return a.finishedAt - b.finishedAt;
  return a.id < b.id ? -1 : 1;
}

function chosen(sorted: readonly Attempted[], policy: AttemptPolicy): readonly Attempted[] {
  switch (policy) {
    case 'first':
      return sorted.slice(0, 1);
    case 'last':
      return sorted.slice(-1);
    case 'last-two':
      return sorted.slice(-2);
    case 'best': {
      const most = sorted.reduce((top, { score }) => Math.max(top, score), -1);
      return sorted.filter(({ score }) => score === most).slice(0, 1);
    }
  }
}

/** What a total is made of. */
export interface Part {
  /** Whole number from 1. */
  readonly weight: number;
  /** Basis points of 100; undefined where nothing was handed in. */
  readonly score: number | undefined;
}

/** What a task counts that nobody handed in: nothing, or it is left out of the mean. */
export const MISSING_RULES = ['zero', 'skip'] as const;
export type MissingRule = (typeof MISSING_RULES)[number];

/**
 * The total of an assignment: mean by weight, rounded half up to a basis point.
 * @returns undefined where nothing counts
 * @example totalOf([{ weight: 2, score: 9000 }, { weight: 1, score: undefined }], 'zero') // 6000
 */
export function totalOf(parts: readonly Part[], missing: MissingRule): number | undefined {
  const given = parts.flatMap(({ weight, score }) => (score === undefined ? [] : [{ weight, score }]));
  if (given.length === 0) return undefined;
  return meanOf(missing === 'skip' ? given : parts.map(({ weight, score = 0 }) => ({ weight, score })));
}

/** Whole numbers only, so that a half is a half on every machine. */
function meanOf(parts: readonly { readonly weight: number; readonly score: number }[]): number {
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  const twice = parts.reduce((sum, part) => sum + 2 * part.weight * part.score, 0);
  return Math.floor((twice + weight) / (2 * weight));
}

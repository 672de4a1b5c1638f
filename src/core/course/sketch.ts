import { canonical, hashText } from '../base';
import type { VerifiedCase, VerifiedHandin } from './verified';

/**
 * What gradebooks and flags need of a verified result: small and plain, so that thousands are kept and moved about.
 * The whole is worked out again from what was handed in.
 */
export interface Sketch {
  readonly id: string;
  readonly kind: VerifiedHandin['kind'];
  readonly task: string;
  /** `numberKey` of the number typed. */
  readonly number: string;
  /** As typed. */
  readonly student: { readonly number: string; readonly name: string };
  /** Basis points of 100. */
  readonly score: number;
  /** Milliseconds after the due date. */
  readonly late: number;
  readonly startedAt: number;
  readonly finishedAt: number;
  /** Real seconds worked. */
  readonly seconds: number;
  /** Decisions that count, or answers. */
  readonly moves: number;
  /** Median seconds a decision, or mean seconds an answer; 0 where there is none. */
  readonly pace: number;
  /** Same for the same decisions in the same case; empty for sections. */
  readonly log: string;
  /** Same for the same seconds before every decision; empty for sections. */
  readonly rhythm: string;
}

/**
 * The small form of a verified result.
 * @example sketchOf(verified).score === verified.score // true
 */
export function sketchOf(result: VerifiedHandin): Sketch {
  const { id, kind, task, number, student, score, late, startedAt, finishedAt, seconds } = result;
  const known = { id, kind, task, number, student, score, late, startedAt, finishedAt, seconds };
  if (result.kind === 'section') {
    const moves = result.answers.length;
    return { ...known, moves, pace: moves === 0 ? 0 : seconds / moves, log: '', rhythm: '' };
  }
  const pauses = result.decisions.map((decision) => decision.seconds);
  return {
    ...known,
    moves: pauses.length,
    pace: medianOf(pauses),
    log: logKey(result),
    rhythm: hashText(pauses.join()),
  };
}

function logKey({ scenarioHash, log }: VerifiedCase): string {
  return hashText(canonical([scenarioHash, log.map(({ input }) => ({ ...input }))]));
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}

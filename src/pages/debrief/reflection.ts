import * as v from 'valibot';
import type { Json, Share } from '../../core/base';
import { RIGHTS, type Right } from '../../core/scenario';
import { RIGHT_LEVELS, type RightLevel } from '../../core/scoring';
import { costliest } from '../../core/debrief';
import type { Regret } from '../../core/search';
import type { RightRow } from '../../ui/review/debrief-model';

/** How the learner sees the attempt before any verdict. What was left open is missing. */
export interface SelfAssessment {
  readonly ratings: Readonly<Partial<Record<Right, RightLevel | undefined>>>;
  /** Expected score, 0 … 100. */
  readonly score?: number | undefined;
  /** The input, counted from 0, that mattered most. */
  readonly turning?: number | undefined;
}

/** What the learner writes about an attempt; stored beside it, never scored. */
export interface Reflection {
  /** Undefined until it is handed in. */
  readonly self: SelfAssessment | 'skipped' | undefined;
  readonly keep: string;
  readonly change: string;
  readonly next: string;
}

/** Longest note, in characters. */
export const NOTE_LENGTH = 2000;

export const NOTHING_WRITTEN: Reflection = { self: undefined, keep: '', change: '', next: '' };

const note = v.fallback(v.pipe(v.string(), v.maxLength(NOTE_LENGTH)), '');
const level = v.optional(v.picklist(RIGHT_LEVELS));
const selfSchema = v.object({
  ratings: v.object({ R1: level, R2: level, R3: level, R4: level, R5: level, R6: level, R7: level }),
  score: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))),
  turning: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});
const schema = v.object({
  self: v.fallback(v.optional(v.union([v.literal('skipped'), selfSchema])), undefined),
  keep: note,
  change: note,
  next: note,
});

/**
 * Reads a stored reflection; what does not fit counts as not written.
 * @example readReflection(await store.value({ kind: 'reflection', id })).self
 */
export function readReflection(raw: Json | undefined): Reflection {
  const result = v.safeParse(schema, raw);
  return result.success ? { ...result.output, self: result.output.self } : NOTHING_WRITTEN;
}

/** The reflection as plain data for storage. */
export function reflectionToJson({ self, keep, change, next }: Reflection): Json {
  const words = { keep, change, next };
  if (self === undefined || self === 'skipped') return self ? { self, ...words } : words;
  const ratings = Object.fromEntries(
    RIGHTS.flatMap((right) => {
      const rated = self.ratings[right];
      return rated ? [[right, rated] as const] : [];
    }),
  );
  return {
    self: {
      ratings,
      ...(self.score === undefined ? {} : { score: self.score }),
      ...(self.turning === undefined ? {} : { turning: self.turning }),
    },
    ...words,
  };
}

/** One right as the learner saw it and as it came out. `apart` counts levels: positive where it was seen too high. */
export interface Calibration {
  readonly right: Right;
  readonly self: RightLevel;
  readonly actual: RightLevel;
  readonly apart: number;
}

/**
 * The learner's ratings against the levels reached; rights that were not rated or cannot be assessed are left out.
 * @example calibrationOf(self, rightsOf(view)).filter(({ apart }) => apart === 0).length
 */
export function calibrationOf(
  self: SelfAssessment,
  rows: readonly Pick<RightRow, 'right' | 'level'>[],
): readonly Calibration[] {
  const rank = (of: RightLevel): number => RIGHT_LEVELS.length - RIGHT_LEVELS.indexOf(of);
  return rows.flatMap(({ right, level: actual }) => {
    const rated = self.ratings[right];
    return rated && actual ? [{ right, self: rated, actual, apart: rank(rated) - rank(actual) }] : [];
  });
}

/** How near the learner's guess of the score was: expected minus reached, in points of 100. */
export function guessError({ score }: SelfAssessment, reached: Share): number | undefined {
  return score === undefined ? undefined : score - reached / 100;
}

/** What the step that the learner called decisive turned out to be. */
export type Named =
  | { readonly kind: 'top' | 'free' | 'nothing'; readonly index: number }
  | { readonly kind: 'costly'; readonly index: number; readonly lost: number };

/**
 * Holds the step named as decisive against what the decisions cost.
 * @example namedOf({ ratings: {}, turning: 9 }, regrets)?.kind // 'top'
 */
export function namedOf({ turning }: SelfAssessment, regrets: readonly Regret[]): Named | undefined {
  if (turning === undefined) return undefined;
  const lost = regrets[turning]?.lost ?? 0;
  if (regrets.every((regret) => regret.lost === 0)) return { kind: 'nothing', index: turning };
  if (costliest(regrets).some(({ index }) => index === turning)) return { kind: 'top', index: turning };
  return lost > 0 ? { kind: 'costly', index: turning, lost } : { kind: 'free', index: turning };
}

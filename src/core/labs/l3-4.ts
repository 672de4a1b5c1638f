import type { Limits } from './limits';

// Lab L3.4. The gap of perceived quality: perception − expectation, weighted by importance (after SERVQUAL,
// Parasuraman, Zeithaml & Berry 1988). Ratings 1 … 7.

export const ASPECTS = ['a1', 'a2', 'a3', 'a4', 'a5'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** How much an aspect matters (0 … 1), what was expected and what was perceived (1 … 7). */
export interface Opinion {
  readonly weight: number;
  readonly expected: number;
  readonly perceived: number;
}
export type Survey = Readonly<Record<Aspect, Opinion>>;

/** Reliability, responsiveness, assurance, empathy, tangibles. */
export const SURVEY: Survey = {
  a1: { weight: 0.32, expected: 6.6, perceived: 5.7 },
  a2: { weight: 0.22, expected: 6.3, perceived: 5.2 },
  a3: { weight: 0.19, expected: 6.2, perceived: 6 },
  a4: { weight: 0.16, expected: 5.8, perceived: 5.6 },
  a5: { weight: 0.11, expected: 5.2, perceived: 5.5 },
};
export const RATING_LIMITS: Limits = { min: 1, max: 7, step: 0.1 };
export const WEIGHT_LIMITS: Limits = { min: 0, max: 1, step: 0.01 };

/** The gap of one aspect. Below 0: less than expected. */
export interface Gap {
  readonly aspect: Aspect;
  readonly gap: number;
  /** weight × gap, with weights made to sum to 1. */
  readonly weighted: number;
}

/**
 * The gaps in the order of the aspects.
 * @example gaps(SURVEY)[1]?.gap // ≈ −1.1
 */
export function gaps(survey: Survey): readonly Gap[] {
  const sum = ASPECTS.reduce((all, aspect) => all + survey[aspect].weight, 0);
  return ASPECTS.map((aspect) => {
    const { weight, expected, perceived } = survey[aspect];
    const gap = perceived - expected;
    return { aspect, gap, weighted: sum > 0 ? (weight / sum) * gap : 0 };
  });
}

/**
 * The weighted gap of the whole service: Σ w·(P − E).
 * @example totalGap(gaps(SURVEY)) // ≈ −0.57
 */
export function totalGap(list: readonly Gap[]): number {
  return list.reduce((sum, { weighted }) => sum + weighted, 0);
}

/**
 * The aspect that is furthest below expectation, by plain or by weighted gap; the first of equals.
 * @example worst(gaps(SURVEY), 'gap') // 'a2', responsiveness
 */
export function worst(list: readonly Gap[], by: 'gap' | 'weighted'): Aspect | undefined {
  return [...list].sort((a, b) => a[by] - b[by])[0]?.aspect;
}

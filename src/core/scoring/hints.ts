import { shareOfBasis, WHOLE, type Json, type Share } from '../base';
import type { CriterionId, Spec } from '../scenario';
import type { Criterion } from './criterion';
import { hintCeiling } from './formulas';

/** What a row has come to, and how many hints were taken for it. */
type Hinted = readonly [row: Json, hints: number];

/**
 * Criteria for which a scenario offers hints.
 * @example hintedIn(spec) // Set { 'R2.a' }
 */
export function hintedIn(spec: Partial<Pick<Spec, 'desk' | 'scenes'>>): ReadonlySet<CriterionId> {
  const scenes = Object.values(spec.scenes ?? {}).map((scene) => scene.acts);
  const acts = [spec.desk ?? {}, ...scenes].flatMap((table) => Object.values(table));
  return new Set(
    acts.flatMap((act) => act.emits.flatMap((emit) => (emit.fact === 'hinted' ? [emit.criterion] : []))),
  );
}

/**
 * A row whose ceiling falls by a quarter with each hint taken for it (§3.10). A hint never helps a score: all
 * bounds stay admissible, and search may leave hints out.
 * @example withHints(r2a).verdict([[0b111111, 6], 1], setting) // 7500
 */
export function withHints(criterion: Criterion): Criterion<Hinted> {
  const under = (share: Share, hints: number): Share =>
    shareOfBasis(Math.min(share, hintCeiling(hints) * WHOLE));
  return {
    id: criterion.id,
    title: criterion.title,
    source: `${criterion.source}; §3.10 hints`,
    reads: [...criterion.reads, 'hinted'],
    begin: (setting) => [criterion.begin(setting), 0],
    next(acc, fact, setting) {
      const [row, hints] = acc;
      if (fact.type === 'hinted') return fact.criterion === criterion.id ? [row, hints + 1] : acc;
      if (!criterion.reads.includes(fact.type)) return acc;
      const after = criterion.next(row, fact, setting);
      return after === row ? acc : [after, hints];
    },
    verdict: ([row, hints], setting) => under(criterion.verdict(row, setting), hints),
    ...(criterion.atLeast === undefined
      ? {}
      : {
          atLeast: (a, b, future) => a[1] <= b[1] && criterion.atLeast?.(a[0], b[0], future) === true,
        }),
    bound: ([row, hints], setting, outlook) => under(criterion.bound(row, setting, outlook), hints),
  };
}

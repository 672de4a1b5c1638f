import fc from 'fast-check';
import { describe, it } from 'vitest';
import { ALL_REDUCTIONS, type Reductions } from '../../src/core/search';
import { caseOf } from './cases';
import { agreesFromTheStart, enumerated } from './exactness';
import { richCase } from './generate-rich';

const SEED = 71_828;
/** Milliseconds; a slow machine is no failure. */
const GENEROUS = 1_800_000;

interface Variant {
  readonly name: string;
  readonly off: Partial<Reductions>;
  readonly cases: number;
  /** States of the largest case: without merging every play is walked on its own. */
  readonly most: number;
}

const variants: readonly Variant[] = [
  { name: 'relevance', off: { relevance: false }, cases: 250, most: 1000 },
  { name: 'bounds', off: { bounds: false }, cases: 250, most: 1000 },
  { name: 'dominance', off: { dominance: false }, cases: 250, most: 1000 },
  { name: 'merging', off: { merging: false }, cases: 250, most: 150 },
  { name: 'relevance and bounds', off: { relevance: false, bounds: false }, cases: 150, most: 600 },
  { name: 'relevance and merging', off: { relevance: false, merging: false }, cases: 150, most: 60 },
];

describe('search with a reduction switched off', () => {
  it.each(variants)(
    `gives the same answers without $name ($cases cases, seed ${String(SEED)})`,
    (variant) => {
      fc.assert(
        fc.property(richCase, fc.nat({ max: 9 }), (raw, luck) => {
          const c = caseOf(raw, luck);
          const all = enumerated(c, variant.most);
          fc.pre(all !== undefined);
          agreesFromTheStart(c, all, { ...ALL_REDUCTIONS, ...variant.off });
        }),
        { seed: SEED, numRuns: variant.cases },
      );
    },
    GENEROUS,
  );
});

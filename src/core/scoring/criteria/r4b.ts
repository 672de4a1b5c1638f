import { share, WHOLE } from '../../base';
import type { Criterion } from '../criterion';
import { promiseRealism } from '../formulas';
import { stillCan } from './ahead';
import { emptyPlaces, filled, placeOf, weightedShare } from './weighted';

/** For each promise of the rubric entry the basis points of the first one given, null until then. */
type Acc = readonly (number | null)[];

/** R4.b: how likely each first promise was to be kept, by the data at hand; weighted over `promises`. */
export const r4b: Criterion<Acc> = {
  id: 'R4.b',
  title: { 'zh-CN': '承诺可信度', en: 'Promise realism' },
  source: '§3.2 promise realism',
  reads: ['promised'],
  begin: ({ entry }) => emptyPlaces(entry.promises),
  next(acc, fact, { entry }) {
    if (fact.type !== 'promised') return acc;
    const place = placeOf(fact.promise, entry.promises);
    if (acc[place] !== null) return acc;
    return filled<number | null>(acc, place, share(promiseRealism({ ...fact, now: fact.at })));
  },
  verdict: (acc, { entry }) => weightedShare(acc, entry.promises, (basis) => basis ?? 0),
  atLeast: (a, b) => a.every((basis, place) => atLeast(basis, b[place] ?? null)),
  bound: (acc, { entry }, outlook) =>
    weightedShare(
      acc,
      entry.promises,
      (basis, id) => basis ?? (stillCan(outlook, `promised:${id}`) ? WHOLE : 0),
    ),
};

function atLeast(a: number | null, b: number | null): boolean {
  return a === b || a === WHOLE || b === 0 || (a !== null && b !== null && a >= b);
}

import { WHOLE } from '../../base';
import type { Criterion } from '../criterion';
import { stillCan } from './ahead';
import { emptyPlaces, filled, placeOf, weightedShare } from './weighted';

/** For each deadline 1 when met in time, 0 when it lapsed first, null while it runs. */
type Acc = readonly (0 | 1 | null)[];

/** R4.d: deadlines met before they lapsed, weighted over `deadlines`. */
export const r4d: Criterion<Acc> = {
  id: 'R4.d',
  title: { 'zh-CN': '期限与主动告知', en: 'Deadlines and proactive notice' },
  source: '§2 R4.d, share of deadlines met',
  reads: ['met', 'lapsed'],
  begin: ({ entry }) => emptyPlaces(entry.deadlines),
  next(acc, fact, { entry }) {
    if (fact.type !== 'met' && fact.type !== 'lapsed') return acc;
    const place = placeOf(fact.deadline, entry.deadlines);
    if (acc[place] !== null) return acc;
    return filled<0 | 1 | null>(acc, place, fact.type === 'met' ? 1 : 0);
  },
  verdict: (acc, { entry }) => weightedShare(acc, entry.deadlines, (met) => (met ?? 0) * WHOLE),
  atLeast: (a, b) => a.every((met, place) => met === 1 || b[place] === 0 || met === b[place]),
  bound: (acc, { entry }, outlook) =>
    weightedShare(
      acc,
      entry.deadlines,
      (met, id) => (met ?? (stillCan(outlook, `met:${id}`) ? 1 : 0)) * WHOLE,
    ),
};

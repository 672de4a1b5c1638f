import { alwaysCriterion } from './always';

/** R3.c: all money committed lies within one's authority or was approved before. */
export const r3c = alwaysCriterion(
  {
    id: 'R3.c',
    title: { 'zh-CN': '已告知、已同意、已授权', en: 'Disclosed, consented, authorised' },
    source: '§2 R3.c, amount ≤ authority or approved',
  },
  'spent',
  (fact) => (fact.type === 'spent' ? fact.amount <= fact.limit || fact.approved : undefined),
);

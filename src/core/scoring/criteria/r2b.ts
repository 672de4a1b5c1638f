import { alwaysCriterion } from './always';

/** R2.b: everything proposed lies within the limit (available-to-promise, capacity). One offer beyond it is final. */
export const r2b = alwaysCriterion(
  {
    id: 'R2.b',
    title: { 'zh-CN': '方案可行', en: 'Feasible' },
    source: '§2 R2.b, offer ≤ available-to-promise',
  },
  'proposed',
  (fact) => (fact.type === 'proposed' ? fact.quantity <= fact.limit : undefined),
);

import { costRegret } from '../formulas';
import { latestCriterion } from './latest';

/** R3.d: what the last option chosen costs both sides, against the best feasible one. */
export const r3d = latestCriterion(
  {
    id: 'R3.d',
    title: { 'zh-CN': '双方总成本合理', en: 'Joint economy' },
    source: '§3.8 regret of total cost',
  },
  'cost',
  (fact) => (fact.type === 'cost' ? costRegret(fact.amount, fact) : undefined),
);

import { priceBand } from '../formulas';
import { latestCriterion } from './latest';

/** R3.b: the last amount offered lies in the reasonable band. */
export const r3b = latestCriterion(
  { id: 'R3.b', title: { 'zh-CN': '金额在合理区间', en: 'Amount in band' }, source: '§3.4 price band' },
  'offered',
  (fact) => (fact.type === 'offered' ? priceBand(fact.amount, fact) : undefined),
);

import { coverageCriterion } from './coverage';

/** R7.a: share of the customer's key facts known at the first proposal. */
export const r7a = coverageCriterion({
  id: 'R7.a',
  title: { 'zh-CN': '先问清关键事实', en: 'Key facts elicited first' },
  source: '§3.5 coverage before proposing',
});

import { coverageCriterion } from './coverage';

/** R2.a: share of the required look-ups done before the first proposal. */
export const r2a = coverageCriterion({
  id: 'R2.a',
  title: { 'zh-CN': '先查实再提方案', en: 'Facts checked before offering' },
  source: '§3.5 coverage before proposing',
});

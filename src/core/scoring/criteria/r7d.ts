import { marksCriterion } from './marks';

/** R7.d: satisfaction checked, follow-up dated, root-cause ticket. Graded by the option table. */
export const r7d = marksCriterion({
  id: 'R7.d',
  title: { 'zh-CN': '闭环收尾', en: 'Closure' },
  source: '§2 R7.d, graded',
});

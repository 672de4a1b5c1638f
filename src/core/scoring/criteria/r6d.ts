import { marksCriterion } from './marks';

/** R6.d: order of evidence, standard steps, no shortcut. Graded by the option table. */
export const r6d = marksCriterion({
  id: 'R6.d',
  title: { 'zh-CN': '流程规范', en: 'Procedure' },
  source: '§2 R6.d, graded',
});

import { marksCriterion } from './marks';

/** R5.b: the department that can act, few transfers, warm hand-over. Graded by the option table. */
export const r5b = marksCriterion({
  id: 'R5.b',
  title: { 'zh-CN': '转对部门', en: 'Right desk' },
  source: '§2 R5.b, graded',
});

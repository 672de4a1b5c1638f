import { marksCriterion } from './marks';

/** R2.d: the option’s fit in the option table. Graded by the option table. */
export const r2d = marksCriterion({
  id: 'R2.d',
  title: { 'zh-CN': '方案最贴合需求', en: 'Best fit' },
  source: '§2 R2.d, graded',
});

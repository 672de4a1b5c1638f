import { marksCriterion } from './marks';

/** R2.c: item, unit, quantity, lot status, temperature, packaging. Graded by the option table. */
export const r2c = marksCriterion({
  id: 'R2.c',
  title: { 'zh-CN': '品项、数量、状态正确', en: 'Correct item, quantity, condition' },
  source: '§2 R2.c, graded',
});

import { marksCriterion } from './marks';

/** R6.c: who, what, when, how much, in writing; notes complete. Graded by the option table. */
export const r6c = marksCriterion({
  id: 'R6.c',
  title: { 'zh-CN': '书面确认与记录', en: 'Written confirmation and record' },
  source: '§2 R6.c, graded',
});

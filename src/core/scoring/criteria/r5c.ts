import { marksCriterion } from './marks';

/** R5.c: private matters neither in a group nor in public. Graded by the option table. */
export const r5c = marksCriterion({
  id: 'R5.c',
  title: { 'zh-CN': '场合得当', en: 'Right setting' },
  source: '§2 R5.c, graded',
});

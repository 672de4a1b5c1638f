import { marksCriterion } from './marks';

/** R3.a: the clause opened and cited. Graded by the option table. */
export const r3a = marksCriterion({
  id: 'R3.a',
  title: { 'zh-CN': '有据可依', en: 'Rule applied' },
  source: '§2 R3.a, graded',
});

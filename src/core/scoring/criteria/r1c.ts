import { marksCriterion } from './marks';

/** R1.c: no use of other customers’ stock, data or slot without consent. Graded by the option table. */
export const r1c = marksCriterion({
  id: 'R1.c',
  title: { 'zh-CN': '第三方权益保护', en: 'Third parties protected' },
  source: '§2 R1.c, graded',
});

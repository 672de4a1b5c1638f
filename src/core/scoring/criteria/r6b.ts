import { marksCriterion } from './marks';

/** R6.b: feeling before argument, plain words, no blame, honest. Graded by the option table. */
export const r6b = marksCriterion({
  id: 'R6.b',
  title: { 'zh-CN': '语气与顺序', en: 'Tone and sequence' },
  source: '§2 R6.b, graded',
});

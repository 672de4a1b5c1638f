import { marksCriterion } from './marks';

/** R5.a: address, dock, gate pass, receiver, locker consent. Graded by the option table. */
export const r5a = marksCriterion({
  id: 'R5.a',
  title: { 'zh-CN': '交付地点正确', en: 'Physical point' },
  source: '§2 R5.a, graded',
});

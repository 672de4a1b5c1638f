import { marksCriterion } from './marks';

/** R7.c: the option’s coverage of the need. Graded by the option table. */
export const r7c = marksCriterion({
  id: 'R7.c',
  title: { 'zh-CN': '方案满足需求', en: 'Proposal meets the need' },
  source: '§2 R7.c, graded',
});

import { marksCriterion } from './marks';

/** R1.d: only against a harmful customer, on record, without denial of rights. Graded by the option table. */
export const r1d = marksCriterion({
  id: 'R1.d',
  title: { 'zh-CN': '适度防御', en: 'Proportionate defence' },
  source: '§2 R1.d, graded',
});

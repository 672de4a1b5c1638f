import { shareOfBasis, WHOLE } from '../../base';
import type { Criterion } from '../criterion';
import { stillCan } from './ahead';

/** R1.a: identity and authority verified before anything is disclosed or proposed. Whichever comes first is final. */
export const r1a: Criterion<number | null> = {
  id: 'R1.a',
  title: { 'zh-CN': '身份与权限核验', en: 'Identity and authority verified' },
  source: '§2 R1.a, verification first',
  reads: ['verified', 'disclosed', 'proposed'],
  begin: () => null,
  next(acc, fact) {
    if (acc !== null) return acc;
    if (fact.type === 'verified') return fact.share;
    return fact.type === 'disclosed' || fact.type === 'proposed' ? 0 : acc;
  },
  verdict: (acc) => shareOfBasis(acc ?? 0),
  atLeast: (a, b) => a === WHOLE || b === 0 || (a !== null && b !== null && a >= b),
  bound: (acc, _setting, outlook) => shareOfBasis(acc ?? (stillCan(outlook, 'verified') ? WHOLE : 0)),
};

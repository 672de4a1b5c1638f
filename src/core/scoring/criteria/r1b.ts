import { share, shareOfBasis, WHOLE } from '../../base';
import type { Criterion } from '../criterion';
import { tierFit } from '../formulas';
import { knowable, stillCan } from './ahead';

const NONE: readonly string[] = [];

/** Whether the tier has been looked up, and the basis points of the last level given (null: none yet). */
type Acc = readonly [informed: 0 | 1, basis: number | null];

/**
 * R1.b: the level of service last given is the tier's level (§3.6). Half of it if none of `findings` was known
 * by then: the right level by luck.
 */
export const r1b: Criterion<Acc> = {
  id: 'R1.b',
  title: { 'zh-CN': '分级服务恰当', en: 'Tier-appropriate service' },
  source: '§3.6 tier fit',
  reads: ['learned', 'served'],
  begin: () => [0, null],
  next(acc, fact, { entry, tier }) {
    const [informed, basis] = acc;
    if (fact.type === 'learned')
      return informed === 0 && entry.findings?.includes(fact.finding) === true ? [1, basis] : acc;
    if (fact.type !== 'served') return acc;
    const blind = informed === 0 && entry.findings !== undefined;
    const fit = share(tierFit(tier, fact.level) * (blind ? 0.5 : 1));
    return fit === basis ? acc : [informed, fit];
  },
  verdict: ([, basis]) => shareOfBasis(basis ?? 0),
  atLeast: ([informedA, basisA], [informedB, basisB]) =>
    informedA >= informedB && (basisA ?? 0) >= (basisB ?? 0),
  bound([informed, basis], { entry }, outlook) {
    if (!stillCan(outlook, 'served')) return shareOfBasis(basis ?? 0);
    const knows = informed === 1 || knowable(0, entry.findings ?? NONE, outlook) !== 0;
    return shareOfBasis(knows || entry.findings === undefined ? WHOLE : WHOLE / 2);
  },
};

import { share, type Share } from '../../base';
import type { Fact, FactType } from '../../attempt';
import type { Criterion } from '../criterion';
import { stillCan } from './ahead';
import type { Row } from './marks';

/** 1 while every fact was right, 0 once one was wrong, null before the first. */
export type Always = 0 | 1 | null;

/** Tells whether a fact is right; undefined if the row does not read it. */
type Right = (fact: Fact) => boolean | undefined;

/**
 * A row that is met when something was done and all of it was right. One fault is final.
 * @example alwaysCriterion(row, 'proposed', (fact) => fact.type === 'proposed' ? fact.quantity <= fact.limit : undefined)
 */
export function alwaysCriterion(row: Row, reads: FactType, right: Right): Criterion<Always> {
  const verdict = (acc: Always): Share => share(acc ?? 0);
  return {
    ...row,
    reads: [reads],
    begin: () => null,
    next: (acc, fact) => {
      if (acc === 0) return acc;
      const good = right(fact);
      if (good === undefined) return acc;
      return good ? 1 : 0;
    },
    verdict,
    atLeast: (a, b) => a === 1 || b === 0,
    bound: (acc, _setting, outlook) => (acc === null && stillCan(outlook, reads) ? share(1) : verdict(acc)),
  };
}

import { share, shareOfBasis, WHOLE } from '../../base';
import type { FactBody, FactType } from '../../attempt';
import type { Criterion, Setting } from '../criterion';
import { stillCan } from './ahead';
import type { Row } from './marks';

/** The share of the last thing done, in basis points. Null until something was done. */
export type Latest = number | null;

/** Gives the x of a fact, 0 … 1, or undefined if the row does not read it. */
type Grade = (fact: FactBody, setting: Setting) => number | undefined;

/**
 * A row that grades the last fact of its kind: whoever corrects an offer is judged by the correction.
 * @example latestCriterion(row, 'cost', (fact) => (fact.type === 'cost' ? costRegret(fact.amount, fact) : undefined))
 */
export function latestCriterion(row: Row, reads: FactType, grade: Grade): Criterion<Latest> {
  return {
    ...row,
    reads: [reads],
    begin: () => null,
    next: (acc, fact, setting) => {
      const x = grade(fact, setting);
      return x === undefined ? acc : share(x);
    },
    verdict: (acc) => shareOfBasis(acc ?? 0),
    atLeast: (a, b) => (a ?? 0) >= (b ?? 0),
    bound: (acc, setting, outlook) => {
      if (!stillCan(outlook, reads)) return shareOfBasis(acc ?? 0);
      const ahead = outlook.certain?.(reads)?.map((fact) => share(grade(fact, setting) ?? 0));
      return shareOfBasis(ahead ? Math.max(acc ?? 0, ...ahead) : WHOLE);
    },
  };
}

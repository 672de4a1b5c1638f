import { shareOfBasis, type Localized } from '../../base';
import type { CriterionId } from '../../scenario';
import type { Criterion } from '../criterion';

/** What distinguishes one row from another of the same kind. */
export interface Row {
  readonly id: CriterionId;
  readonly title: Localized;
  readonly source: string;
}

/** The sum of marks in basis points, unclipped: a slip is made good by later merit. Null until the first mark. */
export type Marks = number | null;

/**
 * A row graded by the scenario's option table: the sum of its marks, clipped to 0 … 1 when read.
 * @example marksCriterion({ id: 'R5.a', title, source: '§2 R5.a, graded' })
 */
export function marksCriterion(row: Row): Criterion<Marks> {
  return {
    ...row,
    reads: ['marked'],
    begin: () => null,
    next: (acc, fact) =>
      fact.type === 'marked' && fact.criterion === row.id ? (acc ?? 0) + fact.basis : acc,
    verdict: (acc) => shareOfBasis(acc ?? 0),
    atLeast: (a, b) => (a ?? 0) >= (b ?? 0),
    bound: (acc, _setting, outlook) => shareOfBasis((acc ?? 0) + (outlook.open ? outlook.marks : 0)),
  };
}

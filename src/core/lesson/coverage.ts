import type { Row } from './model';

/** What became of one topic. */
export interface CoveredRow {
  readonly row: Row;
  /** Where it is told: sections as `u05/s3`, cases and labs by id. */
  readonly places: readonly string[];
  readonly state: 'realised' | 'open' | 'noise';
}

/** A place of the course and the rows that it realises. */
export interface Realised {
  readonly place: string;
  readonly rows: readonly string[];
}

/**
 * Where each topic is told, in the order of the rows; noise is neither told nor missing.
 * @example coverage(rows, [{ place: 'u05/s3', rows: ['D1-010'] }])
 */
export function coverage(rows: readonly Row[], realised: readonly Realised[]): readonly CoveredRow[] {
  return rows.map((row) => {
    const places = realised.filter((one) => one.rows.includes(row.id)).map(({ place }) => place);
    const told = places.length > 0 ? 'realised' : 'open';
    return { row, places, state: row.noise ? 'noise' : told };
  });
}

/**
 * How many topics are in each state.
 * @example countsOf(coverage(rows, [])).open
 */
export function countsOf(list: readonly CoveredRow[]): Readonly<Record<CoveredRow['state'], number>> {
  const count = (state: CoveredRow['state']): number => list.filter((one) => one.state === state).length;
  return { realised: count('realised'), open: count('open'), noise: count('noise') };
}

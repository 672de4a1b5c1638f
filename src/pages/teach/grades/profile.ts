import { RIGHTS, type Right } from '../../../core/scenario';
import { isCounted } from '../results';
import type { BookRow, Sheaf } from './book';

/** One right over the cases that count: a share in basis points, or null with too little evidence in all of them. */
export interface ProfileLine {
  readonly right: Right;
  readonly share: number | null;
}

/**
 * The rights of one student over the results that make the marks of an assignment, each case counting the same. Empty
 * where no case counts.
 * @example profileOf(sheaf, row).find(({ right }) => right === 'R4')?.share
 */
export function profileOf({ entries, held }: Sheaf, row: BookRow): readonly ProfileLine[] {
  const from = new Set(
    held.assignment.tasks.flatMap(
      ({ id }) => row.cells.get(`${held.assignment.id}/${id}`)?.grade?.from ?? [],
    ),
  );
  const profiles = entries
    .filter(isCounted)
    .filter(({ stored }) => from.has(stored.id))
    .map(({ verdict }) => verdict.rights);
  return RIGHTS.flatMap((right) => {
    const values = profiles.flatMap((rights) => (rights[right] === undefined ? [] : [rights[right]]));
    if (values.length === 0) return [];
    const known = values.filter((value) => value !== null);
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
    return [{ right, share: known.length === 0 ? null : Math.round(mean) }];
  });
}

import * as v from 'valibot';
import type { Defects, Spot } from './defects';
import type { Reading } from './reading';
import { slug } from './shape';

/** One fence while it is read. */
export interface Fence {
  /** What stands between the kind and the id: the kind of check or figure. */
  readonly shape: string;
  readonly id: string;
  readonly line: number;
  readonly data: unknown;
  readonly reading: Reading;
}

/**
 * Where a fence's defects are noted.
 * @example placeOf(fence).spot.line
 */
export function placeOf({ reading, line, id }: Fence): { readonly spot: Spot; readonly defects: Defects } {
  return { spot: reading.spot(line, id), defects: reading.means.defects };
}

/** A table by ids. */
export const keyed = <S extends v.GenericSchema>(entry: S) => v.record(slug, entry);

import { points, present, WHOLE, type Minutes, type Points } from '../base';
import type { FactType } from '../attempt';
import { RIGHTS, type CriterionId, type Right, type Spec, type Tier } from '../scenario';
import { criteria } from './criteria';
import type { Criterion, Setting } from './criterion';
import { hintedIn, withHints } from './hints';

/** Weights of the rights in a profile, of 100 (§2). */
export const WEIGHTS: Readonly<Record<Right, number>> = {
  R1: 12,
  R2: 18,
  R3: 14,
  R4: 18,
  R5: 8,
  R6: 12,
  R7: 18,
};

/** Points a right must offer, of a weight, before a low result in it caps the mark (§4.4), or it is assessed (§4.2). */
export const ENOUGH_POINTS = 6;
const ENOUGH_WEIGHT = 10;

/** One criterion as a scenario uses it. */
export interface RubricRow {
  readonly criterion: Criterion;
  readonly setting: Setting;
  /** Points of the rubric, not scaled. */
  readonly points: number;
}

/** The rows of one right: `from` … `to − 1` of the rubric's rows. */
export interface RightRows {
  readonly right: Right;
  readonly from: number;
  readonly to: number;
  /** Points on offer. */
  readonly points: Points;
  /** Whether a result below 40 % caps the mark (§4.4). */
  readonly floored: boolean;
}

/** What a case is scored by. Built once per case; the tables are there for speed. */
export interface Rubric {
  readonly tier: Tier;
  /** In the order of the model. */
  readonly rows: readonly RubricRow[];
  /** Points on offer in all rows. */
  readonly total: Points;
  /** Rights with at least one row, in order. */
  readonly byRight: readonly RightRows[];
  /** Rows that read a type of fact. Not for `marked`. */
  readonly readers: Readonly<Partial<Record<FactType, readonly number[]>>>;
  /** The row that reads marks for a criterion: a mark concerns no other row. */
  readonly marked: Readonly<Partial<Record<CriterionId, readonly number[]>>>;
}

/**
 * The right a criterion belongs to.
 * @example rightOf('R4.b') // 'R4'
 */
export function rightOf(criterion: CriterionId): Right {
  return present(
    RIGHTS.find((right) => criterion.startsWith(right)),
    `right of ${criterion}`,
  );
}

/** What hints do to the mark (§3.10): counted when assessed, only recorded in practice. */
export type HintRule = 'counted' | 'recorded';

/**
 * Reads the rubric of a scenario.
 * @param start the minute the case starts
 * @param hints whether a hint lowers the ceiling of its criterion
 * @example rubricOf(spec, minutes(910)).total // 750_000 for 75 points
 */
export function rubricOf(
  spec: Pick<Spec, 'rubric' | 'customer'> & Partial<Pick<Spec, 'desk' | 'scenes'>>,
  start: Minutes,
  hints: HintRule = 'counted',
): Rubric {
  const { tier, channel } = spec.customer;
  const hinted = hints === 'counted' ? hintedIn(spec) : new Set<CriterionId>();
  const rows: RubricRow[] = [];
  for (const plain of criteria) {
    const entry = spec.rubric[plain.id];
    const criterion = hinted.has(plain.id) ? withHints(plain) : plain;
    if (entry !== undefined)
      rows.push({ criterion, setting: { entry, tier, channel, start }, points: entry.points });
  }
  return { tier, rows, total: sumOf(rows), byRight: groups(rows), ...indexOf(rows) };
}

function sumOf(rows: readonly RubricRow[]): Points {
  return points(rows.reduce((sum, row) => sum + row.points, 0) * WHOLE);
}

function groups(rows: readonly RubricRow[]): readonly RightRows[] {
  return RIGHTS.flatMap((right) => {
    const own = rows.filter((row) => rightOf(row.criterion.id) === right);
    const from = rows.findIndex((row) => rightOf(row.criterion.id) === right);
    if (own.length === 0) return [];
    const sum = sumOf(own);
    const floored = WEIGHTS[right] >= ENOUGH_WEIGHT && sum >= ENOUGH_POINTS * WHOLE;
    return [{ right, from, to: from + own.length, points: sum, floored }];
  });
}

function indexOf(rows: readonly RubricRow[]): Pick<Rubric, 'readers' | 'marked'> {
  const readers: Partial<Record<FactType, number[]>> = {};
  const marked: Partial<Record<CriterionId, readonly number[]>> = {};
  rows.forEach(({ criterion }, index) => {
    for (const type of criterion.reads) {
      if (type === 'marked') marked[criterion.id] = [index];
      else (readers[type] ??= []).push(index);
    }
  });
  return { readers, marked };
}

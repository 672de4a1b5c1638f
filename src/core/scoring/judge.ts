import { earned, type Json, type Points, type Share } from '../base';
import type { Fact } from '../attempt';
import type { CriterionId, CriticalErrorId } from '../scenario';
import { criticalOf, nextCriticals, NO_CRITICALS, type CriticalMark, type Criticals } from './critical';
import type { Rubric } from './rubric';

/** Where the fold over an attempt's facts stands: one accumulator per row, and the critical errors. */
export interface Standing {
  readonly accs: readonly Json[];
  readonly criticals: Criticals;
}

/** The result of one row. */
export interface Finding {
  readonly criterion: CriterionId;
  /** Points of the rubric, not scaled. */
  readonly points: number;
  readonly share: Share;
  readonly earned: Points;
  /** Indexes of the facts that changed the row's accumulator, ascending. */
  readonly evidence: readonly number[];
}

/** A critical error with the facts that committed or repaired it. */
export interface CriticalFinding extends CriticalMark {
  readonly evidence: readonly number[];
}

export interface Judgement {
  /** One for each row of the rubric, in its order. */
  readonly findings: readonly Finding[];
  readonly criticals: readonly CriticalFinding[];
}

/**
 * The standing before anything happened.
 * @example beginStanding(rubric).criticals // []
 */
export function beginStanding(rubric: Rubric): Standing {
  return {
    accs: rubric.rows.map(({ criterion, setting }) => criterion.begin(setting)),
    criticals: NO_CRITICALS,
  };
}

const NOBODY: readonly number[] = [];

function readersOf(rubric: Rubric, fact: Fact): readonly number[] {
  const rows = fact.type === 'marked' ? rubric.marked[fact.criterion] : rubric.readers[fact.type];
  return rows ?? NOBODY;
}

/**
 * Takes one fact. Pure; the very same standing, and within it the very same accumulators, where nothing changes.
 * @example take(rubric, standing, fact) === standing // the fact concerned no row
 */
export function take(rubric: Rubric, standing: Standing, fact: Fact): Standing {
  const accs = nextAccs(rubric, standing.accs, fact);
  const criticals = nextCriticals(standing.criticals, fact, rubric.tier);
  return accs === standing.accs && criticals === standing.criticals ? standing : { accs, criticals };
}

function nextAccs(rubric: Rubric, accs: readonly Json[], fact: Fact): readonly Json[] {
  let changed: Json[] | undefined;
  for (const index of readersOf(rubric, fact)) {
    const row = rubric.rows[index];
    const before = accs[index];
    if (row === undefined || before === undefined) continue;
    const after = row.criterion.next(before, fact, row.setting);
    if (after === before) continue;
    changed ??= [...accs];
    changed[index] = after;
  }
  return changed ?? accs;
}

/**
 * The share of one row in a standing, if the case ended now.
 * @param index of the row in the rubric
 * @example shareAt(rubric, standing, 0)
 */
export function shareAt(rubric: Rubric, standing: Standing, index: number): Share | undefined {
  const row = rubric.rows[index];
  const acc = standing.accs[index];
  return row === undefined || acc === undefined ? undefined : row.criterion.verdict(acc, row.setting);
}

/**
 * Folds all criteria over the facts of an attempt.
 * @example judge(rubric, facts).findings.find((f) => f.criterion === 'R4.b')?.share
 */
export function judge(rubric: Rubric, facts: readonly Fact[]): Judgement {
  const evidence: number[][] = rubric.rows.map(() => []);
  const errors = new Map<CriticalErrorId, number[]>();
  let standing = beginStanding(rubric);
  facts.forEach((fact, index) => {
    const next = take(rubric, standing, fact);
    for (const row of readersOf(rubric, fact))
      if (next.accs[row] !== standing.accs[row]) evidence[row]?.push(index);
    const error = errorAt(fact, next.criticals !== standing.criticals, rubric);
    if (error !== undefined) errors.set(error, [...(errors.get(error) ?? []), index]);
    standing = next;
  });
  return {
    findings: rubric.rows.map(({ criterion, setting, points }, row) => {
      const acc = standing.accs[row] ?? null;
      const share = criterion.verdict(acc, setting);
      return {
        criterion: criterion.id,
        points,
        share,
        earned: earned(points, share),
        evidence: evidence[row] ?? [],
      };
    }),
    criticals: standing.criticals.map((mark) => ({ ...mark, evidence: errors.get(mark.error) ?? [] })),
  };
}

/** Every time an error is committed counts as evidence, even where its cap stands already; a repair only if it tells. */
function errorAt(fact: Fact, changed: boolean, rubric: Rubric): CriticalErrorId | undefined {
  if (fact.type === 'repaired') return changed ? fact.error : undefined;
  return criticalOf(fact, rubric.tier)?.error;
}

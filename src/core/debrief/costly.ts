import { present } from '../base';
import type { Input } from '../attempt';
import type { Judgement } from '../scoring';
import type { Regret } from '../search';
import type { Graded } from './findings';
import { regretClass, type Grade } from './regret-class';

/** A decision that cost enough to be learned from. */
export interface CostlyDecision {
  /** Of the input, counted from 0. */
  readonly index: number;
  /** Names the slip, not the attempt: the same thing done in the same scene has the same key. */
  readonly slip: string;
  /** Basis points of the final score. */
  readonly lost: number;
  readonly grade: Grade;
}

/**
 * The decisions of an attempt that are classed as a mistake or worse, in the order in which they were made.
 * @example costlyDecisions(graded, regrets).map(({ slip }) => slip) // ['quantity~quantity.all', …]
 */
export function costlyDecisions(
  graded: Pick<Graded, 'log' | 'replayed' | 'judgement'>,
  regrets: readonly Regret[],
): readonly CostlyDecision[] {
  return regrets.flatMap(({ index, lost }) => {
    const grade = regretClass(lost, committedAt(graded, index));
    if (!isCostly(grade)) return [];
    const { input } = present(graded.log[index], 'input');
    const { scene } = present(graded.replayed.runs[index], 'state before');
    return [{ index, slip: `${scene}~${nameOf(input)}`, lost, grade }];
  });
}

/**
 * Tells whether a decision of this class is a mistake or worse.
 * @example isCostly('inaccuracy') // false
 */
export function isCostly(grade: Grade): boolean {
  return grade === 'mistake' || grade === 'blunder' || grade === 'critical';
}

/**
 * Tells whether a critical error was committed by an input.
 * @param index of the input, counted from 0
 */
export function committedAt(
  { replayed, judgement }: { readonly replayed: Graded['replayed']; readonly judgement: Judgement },
  index: number,
): boolean {
  return judgement.criticals.some(({ evidence }) =>
    evidence.some((fact) => {
      const one = replayed.facts[fact];
      return one?.input === index && one.type !== 'repaired';
    }),
  );
}

/** Numbers typed do not make another slip: promising too early is one mistake at ten o'clock and at eleven. */
function nameOf(input: Input): string {
  switch (input.kind) {
    case 'act':
      return input.act;
    case 'look':
      return `look:${input.record}`;
    case 'wait':
      return 'wait';
  }
}

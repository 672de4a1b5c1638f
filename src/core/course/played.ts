import type { Input } from '../attempt';
import type { Right } from '../scenario';
import type { VerifiedCase } from './verified';

/** One decision as the analysis of a class needs it. */
export interface PlayedStep {
  readonly scene: string;
  /** The scene after it. */
  readonly to: string;
  readonly input: Input;
  /** Whether the customer left in its course. */
  readonly left: boolean;
}

/** A verified result as the analysis of a class needs it: small and plain, so that it can be kept. */
export interface Played {
  /** `handinId` of the result. */
  readonly id: string;
  /** `numberKey` of the number typed. */
  readonly number: string;
  readonly scenarioId: string;
  /** Basis points of 100. */
  readonly score: number;
  readonly ending: string;
  readonly hints: number;
  /** Shares in basis points; null where there was too little evidence. */
  readonly rights: Readonly<Partial<Record<Right, number | null>>>;
  readonly steps: readonly PlayedStep[];
  /** What each step cost, basis points ≥ 0; null where the search found the case too large. */
  readonly lost: readonly number[] | null;
}

/**
 * What the analysis of a class needs of a result.
 * @param lost what each decision cost, basis points; null where it is not known
 * @example playedOf(verified, regrets.map(({ lost }) => lost)).steps.length
 */
export function playedOf(result: VerifiedCase, lost: readonly number[] | null): Played {
  const { id, number, scenarioId, score, ending, hintsTaken, scorecard } = result;
  return {
    id,
    number,
    scenarioId,
    score,
    ending,
    hints: hintsTaken,
    rights: Object.fromEntries(
      scorecard.rights.map(({ right, share, assessed }) => [right, assessed ? share : null]),
    ),
    steps: result.decisions.map(({ scene, to, input, facts }) => ({
      scene,
      to,
      input,
      left: facts.some(({ type }) => type === 'left'),
    })),
    lost,
  };
}

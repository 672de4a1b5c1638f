import type { Json } from '../../core/base';
import type { ScenarioCard } from '../../io/content';
import type { AttemptHeader } from '../../io/db';

/** One attempt as the home page shows it: its header, joined with the case it belongs to. */
export interface Entry {
  readonly id: string;
  readonly mode: AttemptHeader['mode'];
  readonly startedAt: number;
  /** Inputs made so far. */
  readonly steps: number;
  /** Basis points; undefined where the attempt was never scored. */
  readonly score: number | undefined;
  /** Undefined where the courseware no longer holds the case. */
  readonly card: ScenarioCard | undefined;
}

/** What was begun and what was finished, latest first. */
export interface Entries {
  readonly open: readonly Entry[];
  readonly finished: readonly Entry[];
}

/**
 * Sorts attempts into unfinished and finished ones, latest first, each with its case.
 * @param scores basis points by attempt, for attempts that were scored
 * @example toEntries(headers, catalogue, scores).open[0]?.card?.code // 'S07'
 */
export function toEntries(
  headers: readonly AttemptHeader[],
  catalogue: readonly ScenarioCard[],
  scores: ReadonlyMap<string, number>,
): Entries {
  const cards = new Map(catalogue.map((card) => [card.id, card]));
  const latestFirst = [...headers].sort((a, b) => b.startedAt - a.startedAt);
  const entry = (header: AttemptHeader): Entry => ({
    id: header.id,
    mode: header.mode,
    startedAt: header.startedAt,
    steps: header.lastSeq,
    score: scores.get(header.id),
    card: cards.get(header.scenarioId),
  });
  return {
    open: latestFirst.filter(({ status }) => status === 'open').map(entry),
    finished: latestFirst.filter(({ status }) => status === 'finished').map(entry),
  };
}

/**
 * The score in the result that a debrief has left behind, in basis points; undefined for anything else.
 * @example scoreIn({ score: 7309 }) // 7309
 */
export function scoreIn(result: Json | undefined): number | undefined {
  if (typeof result !== 'object' || result === null || !('score' in result)) return undefined;
  const { score } = result;
  return typeof score === 'number' && Number.isInteger(score) && score >= 0 && score <= 10_000
    ? score
    : undefined;
}

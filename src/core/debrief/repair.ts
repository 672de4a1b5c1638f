import { present, type Points, type Share } from '../base';
import { step, type AttemptEvent, type Input, type Replayed } from '../attempt';
import type { CompiledCase } from '../scenario';
import { finalScore, take, type Rubric } from '../scoring';
import { movesFrom, type Position } from '../search';
import { sameInput } from './divergence';

/** How one decision was changed: another in its place, none, or one more before it. */
export const REPAIR_KINDS = ['instead', 'first', 'without'] as const;
export type RepairKind = (typeof REPAIR_KINDS)[number];

/** One decision changed and all others kept, and the final score that this would have come to. */
export interface Repair {
  readonly kind: RepairKind;
  /** Of the decision in the attempt, counted from 0. */
  readonly index: number;
  /** What is done instead or first; undefined where the decision is left out. */
  readonly input: Input | undefined;
  readonly score: Share;
}

/** An attempt with what is needed to score another play of its case. */
export interface Repairable {
  readonly c: CompiledCase;
  readonly rubric: Rubric;
  /** Full mark of the case. */
  readonly best: Points;
  readonly log: readonly AttemptEvent[];
  readonly replayed: Replayed;
  /** The positions before each input, as `Analysis.positions` gives them. */
  readonly positions: readonly Position[];
}

/**
 * The change of one decision that gains most while everything else is done as it was done. Every change is tried:
 * another act, record or number in place of each decision, one more look-up or act before it, leaving it out. A
 * change after which a later decision would no longer be possible is none. Of equal gains the smaller change wins:
 * first another choice, then the nearest numbers, then the earlier decision.
 * @returns undefined where no single change gains anything
 * @example minimalRepair(attempt)?.score // 8400
 */
export function minimalRepair(attempt: Repairable): Repair | undefined {
  const { positions, rubric, best } = attempt;
  let winner: Candidate | undefined;
  let least = finalScore(rubric, present(positions.at(-1), 'last position').standing, best);
  for (const index of attempt.log.keys()) {
    for (const candidate of candidatesAt(attempt, index)) {
      const score = scoreOf(attempt, candidate);
      if (score === undefined || score < least) continue;
      if (score === least && (winner === undefined || !smaller(candidate, winner))) continue;
      [winner, least] = [candidate, score];
    }
  }
  return winner && { kind: winner.kind, index: winner.index, input: winner.input, score: least };
}

interface Candidate {
  readonly kind: RepairKind;
  readonly index: number;
  readonly input: Input | undefined;
  /** How far its numbers are from those of the attempt. */
  readonly distance: number;
}

function candidatesAt({ c, log, positions }: Repairable, index: number): readonly Candidate[] {
  const own = present(log[index], 'input').input;
  const run = present(positions[index], 'position').run;
  const others = movesFrom(c, run)
    .map((move) => move.input)
    .filter((input) => !sameInput(input, own));
  const of = (kind: RepairKind, input: Input | undefined): Candidate => ({
    kind,
    index,
    input,
    distance: input ? distance(own, input) : 0,
  });
  return [
    ...others.map((input) => of('instead', input)),
    ...others.filter(({ kind }) => kind !== 'wait').map((input) => of('first', input)),
    of('without', undefined),
  ];
}

function distance(own: Input, other: Input): number {
  if (own.kind !== 'act' || other.kind !== 'act' || own.act !== other.act) return 0;
  return Object.entries(other.with).reduce(
    (sum, [id, value]) => sum + Math.abs(value - (own.with[id] ?? value)),
    0,
  );
}

/** Plays the changed attempt to its end; undefined where a later decision is not possible or it does not end. */
function scoreOf(attempt: Repairable, { kind, index, input }: Candidate): Share | undefined {
  const { c, rubric, log, positions, best } = attempt;
  const rest = log.slice(kind === 'first' ? index : index + 1).map((event) => event.input);
  const inputs = input ? [input, ...rest] : rest;
  let { run, standing } = present(positions[index], 'position');
  for (const one of inputs) {
    const next = step(c, run, one);
    if (!next.ok) return undefined;
    run = next.value.run;
    for (const fact of next.value.facts) standing = take(rubric, standing, { ...fact, input: 0 });
  }
  return run.ended ? finalScore(rubric, standing, best) : undefined;
}

function smaller(a: Candidate, b: Candidate): boolean {
  const rank = (one: Candidate): number => REPAIR_KINDS.indexOf(one.kind);
  return rank(a) - rank(b) < 0 || (rank(a) === rank(b) && a.index === b.index && a.distance < b.distance);
}

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
  /** Later decisions of the attempt that are no longer possible after the change and fall away; counted from 0. */
  readonly dropped: readonly number[];
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
 * another act, record or number in place of each decision, one more look-up or act before it, leaving it out. A later
 * decision that the change makes impossible (correcting a mistake that was not made) falls away; a change that takes
 * more than two with it, or after which the case does not end, is none. Of equal gains the smaller change wins: the one
 * that takes less with it, then another choice, then the earlier decision, then the nearest numbers.
 * @returns undefined where no single change gains anything
 * @example minimalRepair(attempt)?.score // 8400
 */
export function minimalRepair(attempt: Repairable): Repair | undefined {
  const { positions, rubric, best } = attempt;
  let winner: Trial | undefined;
  let least = finalScore(rubric, present(positions.at(-1), 'last position').standing, best);
  for (const index of attempt.log.keys()) {
    for (const candidate of candidatesAt(attempt, index)) {
      const trial = trialOf(attempt, candidate);
      if (trial === undefined || trial.score < least) continue;
      if (trial.score === least && (winner === undefined || !smaller(trial, winner))) continue;
      [winner, least] = [trial, trial.score];
    }
  }
  if (!winner) return undefined;
  const { kind, index, input, dropped } = winner;
  return { kind, index, input, dropped, score: least };
}

/** Later decisions that may fall away with a change before it counts as more than one. */
const MOST_DROPPED = 2;

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

/** A change that was played to the end of the case. */
interface Trial extends Candidate {
  readonly dropped: readonly number[];
  readonly score: Share;
}

/** Plays the changed attempt; undefined where too much falls away or it does not end. */
function trialOf(attempt: Repairable, candidate: Candidate): Trial | undefined {
  const { kind, index, input } = candidate;
  const { c, rubric, log, positions, best } = attempt;
  const rest = kind === 'first' ? index : index + 1;
  const dropped: number[] = [];
  let { run, standing } = present(positions[index], 'position');
  const inputs = log.slice(rest).map((event, n) => ({ own: rest + n, input: event.input }));
  for (const one of input ? [{ own: undefined, input }, ...inputs] : inputs) {
    const next = step(c, run, one.input);
    if (!next.ok) {
      if (one.own === undefined || dropped.push(one.own) > MOST_DROPPED) return undefined;
      continue;
    }
    run = next.value.run;
    for (const fact of next.value.facts) standing = take(rubric, standing, { ...fact, input: 0 });
  }
  return run.ended ? { ...candidate, dropped, score: finalScore(rubric, standing, best) } : undefined;
}

/** Whether a change is smaller than another that gains as much. */
function smaller(a: Trial, b: Trial): boolean {
  const measures = (one: Trial): readonly number[] => [
    one.dropped.length,
    REPAIR_KINDS.indexOf(one.kind),
    one.index,
    one.distance,
  ];
  const [mine, others] = [measures(a), measures(b)];
  const place = mine.findIndex((measure, n) => measure !== others[n]);
  return place >= 0 && (mine[place] ?? 0) < (others[place] ?? 0);
}

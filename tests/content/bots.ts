import { dice, type Dice } from '../../src/core/base';
import { offers, type ActOffer, type Input, type Offers } from '../../src/core/attempt';
import type { CompiledCase, CriticalErrorId } from '../../src/core/scenario';
import { Attempt, inputOf, type Played } from './plays';

// The bots of the scoring model, §9.1: what each does, and the band its score must lie in.

/** Bots that replay their transcript of `expected.yaml`. */
export const PERSONAS = ['novice', 'pleaser', 'rigid', 'denier'] as const;
export const BOTS = ['expert', ...PERSONAS, 'random', 'silent'] as const;
export type Bot = (typeof BOTS)[number];

/** What is expected of a bot: its score in points of 100, and its critical errors. */
export interface Band {
  readonly from: number;
  readonly to: number;
  /** `none`, or errors of which at least one must be committed. */
  readonly errors?: 'none' | readonly CriticalErrorId[];
}

export const BANDS: Readonly<Record<Exclude<Bot, 'random'>, Band>> = {
  expert: { from: 90, to: 100, errors: 'none' },
  novice: { from: 60, to: 80 },
  pleaser: { from: 0, to: 59, errors: ['CE-01', 'CE-05'] },
  rigid: { from: 0, to: 65 },
  denier: { from: 0, to: 49, errors: ['CE-03', 'CE-06'] },
  silent: { from: 0, to: 30 },
};

/** Random play, over all its runs: the highest mean, the pass mark, and the largest share that may reach it. */
export const RANDOM = { runs: 200, mean: 45, pass: 60, passing: 0.05 };

/**
 * What a result has against its band; undefined if it lies within.
 * @example outside(BANDS.rigid, { score: 71, criticals: [] }) // '71.0 is above 65'
 */
export function outside(
  band: Band,
  got: { readonly score: number; readonly criticals: readonly CriticalErrorId[] },
): string | undefined {
  if (got.score < band.from) return `${got.score.toFixed(1)} is below ${band.from}`;
  if (got.score > band.to) return `${got.score.toFixed(1)} is above ${band.to}`;
  const { errors } = band;
  if (errors === 'none') return got.criticals.length > 0 ? `commits ${got.criticals.join(', ')}` : undefined;
  if (errors === undefined || errors.some((error) => got.criticals.includes(error))) return undefined;
  return `commits none of ${errors.join(', ')}`;
}

/** A play and the inputs of the transcript that were not possible on this case. */
export interface Followed extends Played {
  readonly skipped: readonly string[];
}

/**
 * Replays a transcript on any case: what is not on offer is skipped; if the case has not ended then, the first way
 * on without a condition is taken, and where there is none time passes.
 * @param detour asked before each input for something else to do first
 * @example followPlay(c, plays['rigid'].inputs).run.ended // true
 */
export function followPlay(
  c: CompiledCase,
  inputs: readonly string[],
  detour: (on: Offers) => Input | undefined = () => undefined,
): Followed {
  const attempt = new Attempt(c);
  const skipped: string[] = [];
  for (const text of inputs) {
    const first = attempt.run.ended ? undefined : detour(offers(c, attempt.run));
    if (first) attempt.give(first);
    if (attempt.run.ended) break;
    if (attempt.give(inputOf(text)) !== undefined) skipped.push(text);
  }
  while (!attempt.run.ended) attempt.give(wayOn(c, attempt) ?? { kind: 'wait', minutes: HOUR });
  return { ...attempt.played, skipped };
}

/**
 * Follows a transcript but for one thing nobody has done yet, which is done as soon as it is on offer.
 * @param done `act <ref>` and `record <id>` that have been seen
 */
export function playDetour(c: CompiledCase, inputs: readonly string[], done: ReadonlySet<string>): Played {
  let taken = false;
  return followPlay(c, inputs, (on) => {
    const { acts, records } = freshOf(optionsOf(on), done);
    const [offer] = acts;
    const [record] = records;
    if (taken || (!offer && record === undefined)) return undefined;
    taken = true;
    return offer ? act(offer, (_, high) => high) : { kind: 'look', record: record ?? '' };
  });
}

const HOUR = 60;

function wayOn(c: CompiledCase, attempt: Attempt): Input | undefined {
  const spec = c.of.logic.spec.scenes[attempt.run.scene]?.acts ?? {};
  const way = offers(c, attempt.run).acts.find(
    ({ id }) => spec[id]?.when === undefined && spec[id]?.to !== undefined,
  );
  return way && act(way, (low) => low);
}

/** An act with a number for each of its fields, from the lowest step to the highest. */
function act(offer: ActOffer, pick: Dice): Input {
  const typed: Record<string, number> = {};
  for (const [id, { min, max, step }] of Object.entries(offer.asks))
    typed[id] = min + pick(0, (max - min) / step) * step;
  return { kind: 'act', act: offer.ref, with: typed };
}

/**
 * Gives some inputs, skipping what is not on offer, and then lets the clock run. With none it is the silent bot.
 * @example playThenWait(c, []).run.ended // true
 */
export function playThenWait(c: CompiledCase, inputs: readonly string[]): Played {
  const attempt = new Attempt(c);
  for (const text of inputs) attempt.give(inputOf(text));
  while (!attempt.run.ended) attempt.give({ kind: 'wait', minutes: HOUR });
  return attempt.played;
}

const LONGEST_PAUSE = 10;

interface Options {
  readonly acts: readonly ActOffer[];
  readonly records: readonly string[];
}

function optionsOf({ acts, desk, records }: Offers): Options {
  return {
    acts: [...acts, ...desk],
    records: records.filter((record) => record.state === 'closed').map((record) => record.id),
  };
}

function freshOf({ acts, records }: Options, done: ReadonlySet<string>): Options {
  return {
    acts: acts.filter(({ ref }) => !done.has(`act ${ref}`)),
    records: records.filter((id) => !done.has(`record ${id}`)),
  };
}

function pick({ acts, records }: Options, roll: Dice): Input {
  const index = roll(0, acts.length + records.length);
  const chosen = acts[index];
  if (chosen) return act(chosen, roll);
  const record = records[index - acts.length];
  return record === undefined ? { kind: 'wait', minutes: roll(1, LONGEST_PAUSE) } : { kind: 'look', record };
}

/**
 * Chooses evenly among everything on offer: acts, records, and a pause of one to ten minutes.
 * @param name of the run, so that each has dice of its own
 * @example playRandom(c, 'random 3')
 */
export function playRandom(c: CompiledCase, name: string): Played {
  const roll = dice(c.of.seed, name);
  const attempt = new Attempt(c);
  while (!attempt.run.ended) attempt.give(pick(optionsOf(offers(c, attempt.run)), roll));
  return attempt.played;
}

/**
 * As {@link playRandom}, but prefers what nobody has done yet and does not dawdle: made to reach every corner.
 * @param done `act <ref>` and `record <id>` that have been seen
 */
export function playCurious(c: CompiledCase, name: string, done: ReadonlySet<string>): Played {
  const roll = dice(c.of.seed, name);
  const attempt = new Attempt(c);
  while (!attempt.run.ended) {
    const all = optionsOf(offers(c, attempt.run));
    const fresh = freshOf(all, done);
    const some = fresh.acts.length + fresh.records.length > 0 && roll(0, 1) === 1;
    const input = pick(some ? fresh : all, roll);
    attempt.give(input.kind === 'wait' && roll(0, 3) > 0 ? pick(all, roll) : input);
  }
  return attempt.played;
}

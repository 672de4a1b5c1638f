import * as v from 'valibot';
import {
  canonical,
  hashText,
  parsedJson,
  points,
  shareOfBasis,
  WHOLE,
  type Json,
  type Points,
} from '../../core/base';
import { ENGINE, eventToJson, parseEvent, type AttemptEvent, type Input } from '../../core/attempt';
import { REPAIR_KINDS, type Advice, type Graded, type Repair } from '../../core/debrief';
import { CRITERIA, type Logic } from '../../core/scenario';
import type { Regret } from '../../core/search';

/** The best play of a case from its start. */
export interface KeptBest {
  readonly points: Points;
  readonly inputs: readonly Input[];
}

/** What was worked out of an attempt besides its grade, which is replayed each time. */
export interface KeptFindings {
  readonly regrets: readonly Regret[];
  /** Undefined where the work was stopped before it came to this. */
  readonly rest: { readonly advice: readonly Advice[]; readonly repair: Repair | undefined } | undefined;
}

/** What is left of earlier analyses. */
export interface Kept {
  readonly best: KeptBest | undefined;
  readonly findings: KeptFindings | undefined;
}

/** Names of what is kept. */
export interface Keys {
  readonly best: string;
  readonly findings: string;
}

/**
 * The names under which the best play of a case and the findings of an attempt are kept. They stand for all these
 * depend on: the content of the case, the seed, the inputs, the version of the rules, and the program that searches
 * and judges. What was kept by another program, or of another edition of the case, is not found.
 * @param program any text that is another one when the program is
 * @example keysOf({ logic, seed: 7, log }, 'assess.worker-zfiINr5W.js').best
 */
export function keysOf(
  {
    logic,
    seed,
    log,
  }: { readonly logic: Logic; readonly seed: number; readonly log: readonly AttemptEvent[] },
  program: string,
): Keys {
  const of = { program, engine: ENGINE, scenario: logic.hash, seed };
  return {
    best: hashText(canonical({ ...of, kind: 'best' })),
    findings: hashText(canonical({ ...of, kind: 'findings', log: log.map(eventToJson) })),
  };
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const share = v.pipe(count, v.maxValue(WHOLE), v.transform(shareOfBasis));
const amount = v.pipe(count, v.transform(points));
const input = v.pipe(
  v.unknown(),
  v.rawTransform(({ dataset, addIssue, NEVER }): Input => {
    const read = parseEvent({ v: 1, at: 0, input: dataset.value });
    if (read.ok) return read.value.input;
    addIssue({ message: 'no input' });
    return NEVER;
  }),
);

const bestSchema = v.object({ points: amount, inputs: v.array(input) });
const regret = v.object({ index: count, before: share, after: share, lost: count, nodes: count });
const advice = v.object({
  index: count,
  instead: v.optional(input),
  closed: v.array(v.object({ criterion: v.picklist(CRITERIA), lost: amount })),
});
const repair = v.object({
  kind: v.picklist(REPAIR_KINDS),
  index: count,
  input: v.optional(input),
  dropped: v.array(count),
  score: share,
});
const rest = v.object({ advice: v.array(advice), repair: v.optional(repair) });
const findingsSchema = v.object({ regrets: v.array(regret), rest: v.optional(rest) });

/** Reads a best play; undefined where it is none. Whether it fits the case is for who uses it to find out. */
export function readBest(raw: Json | undefined): KeptBest | undefined {
  const read = v.safeParse(bestSchema, raw);
  return read.success ? read.output : undefined;
}

/** Reads findings; undefined where they are none. Whether they fit the attempt, `fits` tells. */
export function readFindings(raw: Json | undefined): KeptFindings | undefined {
  const read = v.safeParse(findingsSchema, raw);
  if (!read.success) return undefined;
  const { regrets, rest: more } = read.output;
  if (!more) return { regrets, rest: undefined };
  const advised = more.advice.map(({ index, instead, closed }) => ({ index, instead, closed }));
  const found = more.repair;
  const repaired = found && { ...found, input: found.input };
  return { regrets, rest: { advice: advised, repair: repaired } };
}

/**
 * Tells whether findings can be those of an attempt: a loss for each input, each beginning where the one before ended,
 * and the last at the attempt's own score; advice and repair about inputs that there are.
 * @example fits({ regrets: [], rest: undefined }, graded) // false, if there were inputs
 */
export function fits({ regrets, rest: more }: KeptFindings, { log, scorecard }: Graded): boolean {
  const last = regrets.at(-1);
  const places = [...(more?.advice ?? []), ...(more?.repair ? [more.repair] : [])];
  return (
    regrets.length === log.length &&
    regrets.every(
      ({ index, before, after, lost }, place) =>
        index === place && lost === before - after && (regrets[place + 1]?.before ?? after) === after,
    ) &&
    (last === undefined || last.after === scorecard.score) &&
    places.every(({ index }) => index < log.length)
  );
}

/**
 * Plain data for storage: what is undefined is left out.
 * @example plain({ best: 1, rest: undefined }) // { best: 1 }
 */
export function plain(value: KeptBest | KeptFindings): Json {
  return parsedJson(JSON.stringify(value));
}

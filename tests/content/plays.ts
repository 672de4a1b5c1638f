import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import * as v from 'valibot';
import { err, ok, present, type Result } from '../../src/core/base';
import {
  begin,
  stamp,
  step,
  type AttemptEvent,
  type Fact,
  type Input,
  type Run,
} from '../../src/core/attempt';
import {
  CRITERIA,
  CRITICAL_ERRORS,
  instantiate,
  type CompiledCase,
  type Scenario,
} from '../../src/core/scenario';

export const scenariosRoot = join(import.meta.dirname, '..', '..', 'scenarios');

const basis = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000));
const playSchema = v.strictObject({
  assumes: v.record(v.string(), v.union([v.number(), v.boolean(), v.string()])),
  inputs: v.pipe(v.array(v.string()), v.minLength(1)),
  shares: v.record(v.picklist(CRITERIA), basis),
  earned: v.number(),
  criticals: v.array(v.picklist(CRITICAL_ERRORS)),
  raw: basis,
  caps: v.array(v.strictObject({ by: v.picklist([...CRITICAL_ERRORS, 'floor']), at: basis })),
  score: basis,
});
const fileSchema = v.strictObject({ plays: v.record(v.string(), playSchema) });

/** A play of `expected.yaml`: what is done, and what a person with a pocket calculator found it to be worth. */
export type Play = v.InferOutput<typeof playSchema>;
export type Plays = Readonly<Record<string, Play>>;

/**
 * The hand-scored plays of a scenario; none where the folder has no `expected.yaml`. Throws on a wrong shape.
 * @example readPlays('stockout-key-account')['expert']?.score // 10_000
 */
export function readPlays(id: string, root: string = scenariosRoot): Plays {
  const path = join(root, id, 'expected.yaml');
  if (!existsSync(path)) return {};
  return v.parse(fileSchema, load(readFileSync(path, 'utf8'), { maxAliases: 0 })).plays;
}

/**
 * Reads an input as authors write it: `scene.act name=value`, `desk.act`, `look:record`, `wait:minutes`.
 * @example inputOf('quantity.release qty=300')
 */
export function inputOf(text: string): Input {
  const [head = '', ...typed] = text.split(' ');
  if (head.startsWith('look:')) return { kind: 'look', record: head.slice(5) };
  if (head.startsWith('wait:')) return { kind: 'wait', minutes: Number(head.slice(5)) };
  const pairs = typed.map((pair) => pair.split('='));
  return {
    kind: 'act',
    act: head,
    with: Object.fromEntries(pairs.map(([name = '', value]) => [name, Number(value)])),
  };
}

/**
 * An input as authors write it.
 * @example spell({ kind: 'look', record: 'wms' }) // 'look:wms'
 */
export function spell(input: Input): string {
  switch (input.kind) {
    case 'look':
      return `look:${input.record}`;
    case 'wait':
      return `wait:${input.minutes}`;
    case 'act':
      return [input.act, ...Object.entries(input.with).map(([name, value]) => `${name}=${value}`)].join(' ');
  }
}

const MOST_SEEDS = 200_000;

/** The first seed, from 1, whose case has these facts; undefined if 200,000 seeds do not draw them. */
export function seedFor(scenario: Scenario, assumes: Play['assumes']): number | undefined {
  const wanted = Object.entries(assumes);
  for (let seed = 1; seed <= MOST_SEEDS; seed++) {
    const { facts } = instantiate(scenario, seed);
    if (wanted.every(([id, value]) => facts[id] === value)) return seed;
  }
  return undefined;
}

/** An attempt as it was played. */
export interface Played {
  readonly run: Run;
  readonly log: readonly AttemptEvent[];
  readonly facts: readonly Fact[];
}

/** An attempt under way: every input that is possible is carried out and written down. */
export class Attempt {
  run: Run;
  readonly log: AttemptEvent[] = [];
  readonly facts: Fact[] = [];
  readonly #c: CompiledCase;

  constructor(c: CompiledCase) {
    this.#c = c;
    this.run = begin(c);
  }

  /** Carries out an input; a refused one changes nothing and gives its reason. */
  give(input: Input): string | undefined {
    const result = step(this.#c, this.run, input);
    if (!result.ok) return result.error;
    for (const fact of stamp(result.value.facts, this.log.length)) this.facts.push(fact);
    this.log.push({ v: 1, at: this.run.now, input });
    this.run = result.value.run;
    return undefined;
  }

  /** What has been played so far. */
  get played(): Played {
    return { run: this.run, log: [...this.log], facts: [...this.facts] };
  }
}

/**
 * Plays inputs one after the other; the first refused one is named with its reason.
 * @example playAll(c, play.inputs.map(inputOf))
 */
export function playAll(c: CompiledCase, inputs: readonly Input[]): Result<Played, string> {
  const attempt = new Attempt(c);
  for (const [index, input] of inputs.entries()) {
    const refusal = attempt.give(input);
    if (refusal !== undefined) return err(`input ${index + 1}, ${spell(input)}: ${refusal}`);
  }
  return ok(attempt.played);
}

/**
 * The value of a result that must be good, or its reason as an error.
 * @example must(playAll(c, inputs)).run.ended
 */
export function must<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

/** Reads an entry of `plays` that must be there. */
export function playNamed(plays: Plays, name: string): Play {
  return present(plays[name], `the play ${name} in expected.yaml`);
}

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { formatIssue, invariant, present, type Dice } from '../../src/core/base';
import { begin, step, type AttemptEvent, type Fact, type Input, type Run } from '../../src/core/attempt';
import { stamp } from '../../src/core/attempt';
import { compileCase, instantiate, parseLogic, type CompiledCase, type Logic } from '../../src/core/scenario';
import { inputsOf } from './brute';

/** Scenarios that come with the product, by the names of their folders. */
export type Bundled = 'stockout-key-account' | 'time-critical-delay' | 'broken-tea-sets';

/** A bundled scenario as its file stands, before anything is known about it. */
export function rawCase(id: Bundled): unknown {
  const file = new URL(`../../scenarios/${id}/scenario.yaml`, import.meta.url);
  return load(readFileSync(fileURLToPath(file), 'utf8'));
}

/** The bundled case S07. */
export function rawS07(): unknown {
  return rawCase('stockout-key-account');
}

/** Reads a scenario that is known to be sound; a defect is a bug of whoever made it. */
export function logicOf(raw: unknown): Logic {
  const read = parseLogic(raw, 'scenario.yaml');
  invariant(read.ok, read.ok ? '' : read.error.map((issue) => formatIssue(issue, 'en')).join('\n'));
  return read.value;
}

/** One case of a scenario file. */
export function caseOf(raw: unknown, seed: number): CompiledCase {
  return compileCase(instantiate(logicOf(raw), seed));
}

/** An attempt as it was lived through: what was given, where it stood before each input and at last, what happened. */
export interface Played {
  readonly log: readonly AttemptEvent[];
  readonly runs: readonly Run[];
  readonly facts: readonly Fact[];
}

/** The longest wait that chance asks for; most waits are short. */
const LONG = 600;

/** Fills in everything that dice decide about an input: a longer wait than a minute, mostly a short one. */
function waited(input: Input, dice: Dice): Input {
  if (input.kind !== 'wait') return input;
  return { kind: 'wait', minutes: dice(0, 9) === 0 ? LONG : dice(1, 9) };
}

/**
 * A play in which chance chooses among everything possible, up to its end.
 * @param most inputs; a play that takes more breaks the promise that every play ends
 * @example randomPlay(c, dice(7, 'play'), 3000).log.length
 */
export function randomPlay(c: CompiledCase, dice: Dice, most: number): Played {
  const log: AttemptEvent[] = [];
  const facts: Fact[] = [];
  const runs: Run[] = [begin(c)];
  for (let run = present(runs[0], 'start'); !run.ended; run = present(runs.at(-1), 'last')) {
    invariant(log.length < most, `a play ends within ${String(most)} inputs`);
    const possible = inputsOf(c, run);
    const input = waited(present(possible[dice(0, possible.length - 1)], 'a possible input'), dice);
    const result = step(c, run, input);
    invariant(result.ok, `offered and possible: ${JSON.stringify(input)}`);
    facts.push(...stamp(result.value.facts, log.length));
    log.push({ v: 1, at: run.now, input });
    runs.push(result.value.run);
  }
  return { log, runs, facts };
}

/**
 * More inputs than any play of a case can have: each takes a minute at least, save acts that can be done once in a
 * minute (on the way on, or on the side) and look-ups.
 */
export function mostInputs(c: CompiledCase): number {
  const acts = Object.values(c.scenes).reduce((sum, scene) => sum + scene.acts.length, 0);
  const free = acts + c.desk.length + c.records.length;
  return (c.settles - c.start + 1) * (free + 1);
}

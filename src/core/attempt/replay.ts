import { canonical, err, hashText, ok, type Result } from '../base';
import type { CompiledCase } from '../scenario';
import type { AttemptEvent } from './event';
import type { Fact } from './fact';
import type { Refusal } from './input';
import { begin, type Run } from './run';
import { stamp, step } from './step';

/** Where a log stops making sense, and why. `index` counts from 0. */
export interface ReplayFault {
  readonly index: number;
  readonly reason: Refusal | 'wrong-clock';
}

/** An attempt as far as its log goes. */
export interface Replayed {
  readonly run: Run;
  readonly facts: readonly Fact[];
  /** The state before each input, and the last one: one more than there are inputs. */
  readonly runs: readonly Run[];
}

/**
 * Plays a log again. Every line must be possible where it stands and carry the clock it was given at, so a
 * changed, removed, reordered or invented line is refused with its index.
 * @example replay(compiled, log)
 */
export function replay(c: CompiledCase, log: readonly AttemptEvent[]): Result<Replayed, ReplayFault> {
  let run = begin(c);
  const runs: Run[] = [run];
  const facts: Fact[] = [];
  for (const [index, event] of log.entries()) {
    if (event.at !== run.now) return err({ index, reason: 'wrong-clock' });
    const result = step(c, run, event.input);
    if (!result.ok) return err({ index, reason: result.error });
    run = result.value.run;
    runs.push(run);
    for (const fact of stamp(result.value.facts, index)) facts.push(fact);
  }
  return ok({ run, facts, runs });
}

/**
 * A short fingerprint of what happened, for comparing two machines.
 * @example digest(replayed.facts).length // 32
 */
export function digest(facts: readonly Fact[]): string {
  return hashText(canonical(facts.map((fact) => ({ ...fact }))));
}

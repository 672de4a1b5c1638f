import { err, ok, type Result } from '../base';
import { replay, step, type AttemptEvent, type Input, type Refusal, type Replayed } from '../attempt';
import type { CompiledCase } from '../scenario';

/**
 * A way the attempt could have gone on: its first `from` inputs are those of the attempt, the others are tried out.
 * It lives beside the attempt and never becomes part of it.
 */
export interface Branch {
  /** Number of inputs taken over from the attempt. */
  readonly from: number;
  /** What is tried from there. */
  readonly inputs: readonly Input[];
}

/** A branch as it was played: a log like that of an attempt, and what came of it. */
export interface PlayedBranch extends Replayed {
  readonly log: readonly AttemptEvent[];
}

/**
 * A branch that leaves the attempt before its input `from`, counted from 0.
 * @example branchAt(9) // { from: 9, inputs: [] }
 */
export function branchAt(from: number): Branch {
  return { from, inputs: [] };
}

/**
 * The state of a branch: the true state of the attempt at the fork, carried on by what was tried. The attempt's log
 * is only read.
 * @param log of the attempt; it must replay
 * @example playBranch(c, attempt.log, branchAt(9)).run.now
 */
export function playBranch(c: CompiledCase, log: readonly AttemptEvent[], branch: Branch): PlayedBranch {
  const kept = log.slice(0, branch.from);
  const start = replay(c, kept);
  if (!start.ok) throw new Error(`the attempt does not replay: ${JSON.stringify(start.error)}`);
  let { run } = start.value;
  const whole = [...kept];
  for (const input of branch.inputs) {
    whole.push({ v: 1, at: run.now, input });
    const next = step(c, run, input);
    if (!next.ok) throw new Error(`the branch was not possible: ${next.error}`);
    run = next.value.run;
  }
  const played = replay(c, whole);
  if (!played.ok) throw new Error(`the branch does not replay: ${JSON.stringify(played.error)}`);
  return { ...played.value, log: whole };
}

/**
 * The branch with one more input, or why that is not possible there. The old branch is left as it is.
 * @example extend(c, { log, branch }, { kind: 'look', record: 'wms' })
 */
export function extend(
  c: CompiledCase,
  at: { readonly log: readonly AttemptEvent[]; readonly branch: Branch },
  input: Input,
): Result<Branch, Refusal> {
  const next = step(c, playBranch(c, at.log, at.branch).run, input);
  return next.ok ? ok({ ...at.branch, inputs: [...at.branch.inputs, input] }) : err(next.error);
}

/**
 * The branch without its last input; unchanged where nothing was tried yet.
 * @example takeBack({ from: 9, inputs: [input] }) // { from: 9, inputs: [] }
 */
export function takeBack(branch: Branch): Branch {
  return { ...branch, inputs: branch.inputs.slice(0, -1) };
}

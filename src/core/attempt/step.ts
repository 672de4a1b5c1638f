import { err, minutes, ok, present, type Minutes, type Result } from '../base';
import type { Ask, CompiledAct, CompiledCase, CompiledRecord } from '../scenario';
import type { Fact } from './fact';
import { LONGEST_WAIT, type Input, type Refusal, type Typed } from './input';
import type { Run } from './run';
import {
  applyChange,
  enter,
  envOf,
  lapseIfClosed,
  learn,
  leaveIfGone,
  passTime,
  settle,
  tell,
  type Draft,
} from './time';

/** What one input did. */
export interface Step {
  readonly run: Run;
  /** Facts of this step alone, with `input` 0; `stamp` gives them their place in an attempt. */
  readonly facts: readonly Fact[];
}

/**
 * Carries out one input. An act takes effect at the minute it is begun; then its minutes pass and whatever
 * falls due happens in order. A refused input leaves nothing changed and says why.
 * @example step(c, begin(c), { kind: 'act', act: 'opening.match', with: {} })
 */
export function step(c: CompiledCase, run: Run, input: Input): Result<Step, Refusal> {
  if (run.ended) return err('ended');
  switch (input.kind) {
    case 'act':
      return doAct(c, run, input);
    case 'look':
      return look(c, run, input.record);
    case 'wait':
      return wait(c, run, input.minutes);
  }
}

function doAct(
  c: CompiledCase,
  run: Run,
  input: { readonly act: string; readonly with: Typed },
): Result<Step, Refusal> {
  const act = findAct(c, run, input.act);
  if (!act) return err('unknown-act');
  const refusal = refusalOf(act, run) ?? refusalOfNumbers(act, run, input.with);
  return refusal === undefined ? ok(perform(c, run, { act, typed: input.with })) : err(refusal);
}

/** An act of the run's scene or of the desk; undefined elsewhere. */
export function findAct(c: CompiledCase, run: Run, ref: string): CompiledAct | undefined {
  const here = c.scenes[run.scene]?.acts.find((act) => act.ref === ref);
  return here ?? c.desk.find((act) => act.ref === ref);
}

/** Why an act is not possible now, or undefined if it is. Numbers are looked at apart. */
export function refusalOf(act: CompiledAct, run: Run): Refusal | undefined {
  if (act.once !== 0 && (run.done & act.once) !== 0) return 'already-done';
  return act.change.may(envOf(run)) ? undefined : 'not-offered';
}

/**
 * The minute at which an act ends that is begun now: after its minutes, or at the clock it lets pass to if that is
 * later. Whoever comes late does it late; the clock never takes it away.
 * @example endOf(morningCall, run) // 1935 at any time before 08:14 of the next day
 */
export function endOf(act: CompiledAct, run: Run): Minutes {
  return minutes(Math.max(act.until ?? 0, run.now + act.minutes));
}

/** Why these numbers cannot be given with an act, or undefined if they can. */
export function refusalOfNumbers(act: CompiledAct, run: Run, typed: Typed): Refusal | undefined {
  const refusal = refusalOfFields(act.asks, typed);
  if (refusal !== undefined || act.total === undefined) return refusal;
  const sum = Object.values(typed).reduce((all, value) => all + value, 0);
  return sum > act.total(envOf(run)) ? 'number-out-of-range' : undefined;
}

function refusalOfFields(asks: Readonly<Record<string, Ask>>, typed: Typed): Refusal | undefined {
  if (Object.keys(typed).length !== Object.keys(asks).length) return 'number-missing';
  for (const [id, ask] of Object.entries(asks)) {
    const value = typed[id];
    if (value === undefined) return 'number-missing';
    const onGrid = Number.isInteger(value) && (value - ask.min) % ask.step === 0;
    if (!onGrid || value < ask.min || value > ask.max) return 'number-out-of-range';
  }
  return undefined;
}

/** Carries out an act that has been found possible. Search comes in here, past the checks. */
export function perform(
  c: CompiledCase,
  run: Run,
  what: { readonly act: CompiledAct; readonly typed: Typed; readonly quiet?: boolean },
): Step {
  const { act, typed, quiet = false } = what;
  const draft: Draft = { c, run, facts: [], quiet };
  const contact = present(c.scenes[run.scene], 'scene').line && (act.scene !== 'desk' || !act.waiting);
  tell(draft, { type: 'acted', scene: run.scene, act: act.ref, contact });
  const env = envOf(run, typed);
  const target = act.to(env);
  applyChange(draft, act.change, env);
  const explained = act.hold === undefined ? draft.run.explained : act.hold === 'explained';
  draft.run = { ...draft.run, explained, done: draft.run.done | act.once };
  enter(draft, target);
  leaveIfGone(draft);
  lapseIfClosed(draft);
  return finish(draft, endOf(act, run), act.waiting);
}

function look(c: CompiledCase, run: Run, id: string): Result<Step, Refusal> {
  const record = c.records.find((r) => r.id === id);
  if (!record) return err('unknown-act');
  const refusal = refusalOfLook(record, run);
  return refusal === undefined ? ok(open(c, run, { record })) : err(refusal);
}

/** Why a record cannot be opened now, or undefined if it can. */
export function refusalOfLook(record: CompiledRecord, run: Run): Refusal | undefined {
  if ((run.done & record.once) !== 0) return 'already-done';
  if (record.within !== 0 && (run.done & record.within) === 0) return 'not-open';
  return record.may(envOf(run)) ? undefined : 'not-offered';
}

/** Opens a record that has been found possible. */
export function open(
  c: CompiledCase,
  run: Run,
  what: { readonly record: CompiledRecord; readonly quiet?: boolean },
): Step {
  const { record, quiet = false } = what;
  const draft: Draft = { c, run, facts: [], quiet };
  tell(draft, { type: 'looked-up', record: record.id });
  const fresh = record.learnBits & ~run.known;
  for (const finding of record.learns) learn(draft, finding, fresh);
  draft.run = { ...run, known: run.known | record.learnBits, done: run.done | record.once };
  return finish(draft, minutes(run.now + record.minutes), true);
}

function wait(c: CompiledCase, run: Run, span: number): Result<Step, Refusal> {
  if (!Number.isInteger(span) || span < 1 || span > LONGEST_WAIT) return err('bad-wait');
  return ok(finish({ c, run, facts: [], quiet: false }, minutes(run.now + span), true));
}

function finish(draft: Draft, until: Minutes, waiting: boolean): Step {
  const ending = (): boolean => present(draft.c.scenes[draft.run.scene], 'scene').ending;
  if (!ending()) passTime(draft, until, waiting);
  if (ending()) settle(draft);
  return { run: draft.run, facts: draft.facts };
}

/** Facts of a step as they stand in an attempt's list. */
export function stamp(facts: Step['facts'], input: number): readonly Fact[] {
  return facts.map((fact) => ({ ...fact, input }));
}

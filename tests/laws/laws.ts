import { isDeepStrictEqual } from 'node:util';
import { createActor } from 'xstate';
import { expect } from 'vitest';
import { canonical, parsedJson, present, type Points } from '../../src/core/base';
import {
  begin,
  disagreements,
  drive,
  eventToJson,
  offers,
  parseEvent,
  REFUSALS,
  replay,
  step,
  type AttemptEvent,
  type Fact,
  type Input,
  type Run,
} from '../../src/core/attempt';
import { machineOf, type CompiledAct, type CompiledCase } from '../../src/core/scenario';
import { judge, rubricOf, score, type Scorecard } from '../../src/core/scoring';
import { rowsOf } from './brute';
import type { Played } from './cases';
import type { Tampered } from './tampering';

// What must hold for every play of every case. Each law takes one play that was lived through and throws where the
// law is broken; the tests beside it say for which cases and plays.

/** The log as it comes back from storage: text and back, line by line. */
export function stored(log: readonly AttemptEvent[]): readonly AttemptEvent[] {
  return log.map((event) => {
    const read = parseEvent(parsedJson(JSON.stringify(eventToJson(event))));
    expect(read.ok).toBe(true);
    return read.ok ? read.value : event;
  });
}

/** The bytes of a scorecard. */
export function scorecardText(card: Scorecard): string {
  return canonical(parsedJson(JSON.stringify(card)));
}

/** The scorecard of facts against a full mark. */
export function scored(c: CompiledCase, facts: readonly Fact[], best: Points): Scorecard {
  const rubric = rubricOf(c.of.logic.spec, c.start);
  return score(rubric, judge(rubric, facts), best);
}

/** Replay of the stored log gives the live states, facts and scorecard, byte for byte. */
export function replaysExactly(c: CompiledCase, { log, runs, facts }: Played): void {
  const again = replay(c, stored(log));
  expect(again.ok).toBe(true);
  if (!again.ok) return;
  expect(again.value.runs).toEqual(runs);
  expect(again.value.facts).toEqual(facts);
  const { total } = rubricOf(c.of.logic.spec, c.start);
  const texts = [facts, again.value.facts].map((list) => scorecardText(scored(c, list, total)));
  expect(texts[1]).toBe(texts[0]);
}

/** What is judged, without the places of the evidence: cutting a wait in two moves later facts on by one. */
function verdicts(c: CompiledCase, facts: readonly Fact[]): unknown {
  const { findings, criticals } = judge(rubricOf(c.of.logic.spec, c.start), facts);
  return {
    findings: findings.map(({ criterion, share, earned }) => [criterion, share, earned]),
    criticals: criticals.map(({ error, repaired, cap }) => [error, repaired, cap]),
  };
}

/** A wait and the same wait minute by minute lead to the same state and the same verdicts. */
export function waitsAddUp(c: CompiledCase, { log, runs, facts }: Played): void {
  const cut: Fact[] = [];
  let run = begin(c);
  log.forEach(({ input }, index) => {
    const minute: Input = { kind: 'wait', minutes: 1 };
    const parts = input.kind === 'wait' ? Array<Input>(input.minutes).fill(minute) : [input];
    for (const part of parts) {
      if (run.ended) break;
      const result = step(c, run, part);
      expect(result.ok).toBe(true);
      if (!result.ok) return;
      run = result.value.run;
      cut.push(...result.value.facts);
    }
    expect(run).toEqual(runs[index + 1]);
  });
  expect(verdicts(c, cut)).toEqual(verdicts(c, facts));
}

/** Makes an object and all in it read-only, so that a change throws. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value);
    const parts: readonly unknown[] = Object.values(value);
    for (const part of parts) frozen(part);
  }
  return value;
}

const allActs = (c: CompiledCase): readonly CompiledAct[] => [
  ...Object.values(c.scenes).flatMap((scene) => scene.acts),
  ...c.desk,
];

/** Inputs that no state of any case allows, built from one act of it. */
function nonsense(act: CompiledAct): readonly Input[] {
  const typed = present(rowsOf(act.asks)[0], 'a row of numbers');
  const wrong = Object.entries(act.asks).flatMap(([id, { min, max, step: by }]) => {
    const off = [min - by, max + by, min + by / 2, Number.NaN, Number.POSITIVE_INFINITY];
    return off.map((value) => ({ ...typed, [id]: value }));
  });
  const lacking = Object.keys(typed).map((id) =>
    Object.fromEntries(Object.entries(typed).filter(([key]) => key !== id)),
  );
  return [...wrong, ...lacking, { ...typed, surplus: 1 }].map((row) => ({
    kind: 'act',
    act: act.ref,
    with: row,
  }));
}

const badWaits: readonly Input[] = [0, -1, 1.5, 601, Number.NaN].map((minutes) => ({
  kind: 'wait',
  minutes,
}));

/** What is offered is possible, what is not offered is refused with a reason, and a refusal changes nothing. */
export function offersAreTheTruth(c: CompiledCase, { runs }: Played): void {
  for (const run of runs) {
    const before = JSON.stringify(frozen(run));
    const { acts, desk, records } = offers(c, run);
    const open = new Map([...acts, ...desk].map(({ ref, total = Infinity }) => [ref, total]));
    for (const act of allActs(c))
      for (const typed of rowsOf(act.asks)) {
        const sum = Object.values(typed).reduce((all, value) => all + value, 0);
        const wanted = sum <= (open.get(act.ref) ?? -1);
        accepts(c, { run, input: { kind: 'act', act: act.ref, with: typed }, wanted });
      }
    for (const { id, state } of records)
      accepts(c, { run, input: { kind: 'look', record: id }, wanted: state === 'closed' && !run.ended });
    for (const minutes of [1, 600]) accepts(c, { run, input: { kind: 'wait', minutes }, wanted: !run.ended });
    const strange: readonly Input[] = [
      { kind: 'act', act: 'no.such', with: {} },
      { kind: 'look', record: 'none' },
      ...badWaits,
      ...allActs(c).flatMap(nonsense),
    ];
    for (const input of strange) accepts(c, { run, input, wanted: false });
    expect(JSON.stringify(run)).toBe(before);
  }
}

function accepts(
  c: CompiledCase,
  at: { readonly run: Run; readonly input: Input; readonly wanted: boolean },
): void {
  const result = step(c, at.run, at.input);
  if (result.ok !== at.wanted)
    expect.fail(`${at.run.scene}: ${JSON.stringify(at.input)} is ${result.ok ? 'taken' : result.error}`);
  if (!result.ok && !REFUSALS.includes(result.error)) expect.fail(`${result.error} is no reason`);
}

/** The statechart stands where the table stands, at the start and after every input. */
export function statechartAgrees(c: CompiledCase, { log, runs }: Played): void {
  const actor = createActor(machineOf(c)).start();
  expect(disagreements(actor, present(runs[0], 'start'))).toEqual([]);
  log.forEach(({ input }, index) => {
    drive(actor, c, input);
    expect(disagreements(actor, present(runs[index + 1], 'state'))).toEqual([]);
  });
  actor.stop();
}

/** Neither the clock of the states nor that of the facts ever goes back, and every fact lies within its input. */
export function timeGoesOn(c: CompiledCase, { runs, facts }: Played): void {
  runs
    .slice(1)
    .forEach((run, index) => expect(run.now).toBeGreaterThanOrEqual(present(runs[index], 'before').now));
  facts.forEach(({ at, input }, index) => {
    expect(at).toBeGreaterThanOrEqual(present(runs[input], 'before').now);
    expect(at).toBeLessThanOrEqual(present(runs[input + 1], 'after').now);
    if (index > 0) expect(at).toBeGreaterThanOrEqual(present(facts[index - 1], 'fact before').at);
  });
  const last = present(runs.at(-1), 'last');
  expect(last.ended).toBe(true);
  expect(last.now).toBeGreaterThanOrEqual(c.settles);
}

/**
 * Refused with the index of a line not before the first change, or it tells another story, by facts or by the clock.
 * Only a number that nothing reads, or a wait past the end, may pass unseen: it changes nothing at all.
 */
export function tamperingShows(
  c: CompiledCase,
  played: Played,
  bad: Tampered,
): 'refused' | 'differs' | 'idle' {
  const again = replay(c, bad.log);
  if (!again.ok) {
    expect(again.error.index).toBeGreaterThanOrEqual(bad.from);
    expect(again.error.index).toBeLessThan(bad.log.length);
    expect(['wrong-clock', ...REFUSALS]).toContain(again.error.reason);
    return 'refused';
  }
  const { facts, runs } = again.value;
  if (!isDeepStrictEqual(facts, played.facts) || !isDeepStrictEqual(runs, played.runs)) return 'differs';
  if (bad.how !== 'amount') expect.fail(`${bad.how} at ${String(bad.from)} goes unseen`);
  return 'idle';
}

import { eventToJson, offers, step, undoToJson, begin, type Input, type Run } from '../../src/core/attempt';
import { dice, invariant, present, type Json } from '../../src/core/base';
import type { CompiledCase } from '../../src/core/scenario';
import { followPlay } from '../content/bots';
import { readPlays } from '../content/plays';
import type { Attempt } from './classroom';

/** Inputs that are taken back and given again in the longest sensible attempt. */
export const TAKEN_BACK = 10;

/**
 * The longest sensible attempt at a case: the expert's play, and on the way everything else that can be done without
 * leaving it: every record, every question, every hint, every note; ten inputs are taken back and given again.
 * Before every line somebody thinks for two to ten minutes.
 */
export function longestSensible(c: CompiledCase): Attempt {
  const expert = present(readPlays(c.of.logic.spec.id)['expert'], 'the expert').inputs;
  let inputs: readonly Input[] = followPlay(c, expert).log.map(({ input }) => input);
  for (let at = 0; at < inputs.length; at++) {
    for (const extra of extrasAt(c, inputs, at)) {
      const longer = [...inputs.slice(0, at), extra, ...inputs.slice(at)];
      if (!isOver(c, longer)) continue;
      inputs = longer;
      at++;
    }
  }
  const roll = dice(1, 'thinking');
  const lines = withSecondThoughts(c, inputs);
  return { lines, seconds: lines.map(() => roll(120, 600)) };
}

function runsOf(c: CompiledCase, inputs: readonly Input[]): readonly Run[] | undefined {
  const runs: Run[] = [begin(c)];
  for (const input of inputs) {
    const result = step(c, present(runs.at(-1), 'run'), input);
    if (!result.ok) return undefined;
    runs.push(result.value.run);
  }
  return runs;
}

/** Whether all of it is possible, one after the other, and the case is over then and not before. */
function isOver(c: CompiledCase, inputs: readonly Input[]): boolean {
  return runsOf(c, inputs)?.at(-1)?.ended === true;
}

/** What else can be done before an input, each of it once. */
function extrasAt(c: CompiledCase, inputs: readonly Input[], at: number): readonly Input[] {
  const run = present(runsOf(c, inputs)?.[at], 'run');
  const { acts, desk, records } = offers(c, run);
  const used = new Set(inputs.map((input) => JSON.stringify(input)));
  const all: readonly Input[] = [
    ...records
      .filter(({ state }) => state === 'closed')
      .map(({ id }) => ({ kind: 'look' as const, record: id })),
    ...[...acts, ...desk]
      .filter(({ asks }) => Object.keys(asks).length === 0)
      .map(({ ref }) => ({ kind: 'act' as const, act: ref, with: {} })),
  ];
  return all.filter((input) => !used.has(JSON.stringify(input)) && stays(c, run, input));
}

function stays(c: CompiledCase, run: Run, input: Input): boolean {
  const result = step(c, run, input);
  return result.ok && result.value.run.scene === run.scene;
}

function withSecondThoughts(c: CompiledCase, inputs: readonly Input[]): readonly Json[] {
  const runs = present(runsOf(c, inputs), 'a possible play');
  const hints = new Set(c.desk.filter(({ kind }) => kind === 'hint').map(({ ref }) => ref));
  const every = Math.floor(inputs.length / TAKEN_BACK);
  return inputs.flatMap((input, index) => {
    const line = eventToJson({ v: 1, at: present(runs[index], 'run').now, input });
    const hint = input.kind === 'act' && hints.has(input.act);
    if (index % every !== every - 1 || hint || runs[index + 1]?.ended === true) return [line];
    invariant(runs[index + 1] !== undefined, 'a run after it');
    return [line, undoToJson(present(runs[index + 1], 'run').now), line];
  });
}

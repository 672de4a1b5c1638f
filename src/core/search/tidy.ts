import { step, type Input, type Run, type Typed } from '../attempt';
import type { Ask, CompiledCase } from '../scenario';
import { take, type Rubric } from '../scoring';
import type { Objective, Position } from './search';

/** What a play is measured by: the case, its rubric, and the value that must not change. */
export interface Measure {
  readonly c: CompiledCase;
  readonly rubric: Rubric;
  readonly objective: Objective;
}

/**
 * The value a play reaches from a position, or undefined if it is not possible to its end.
 * @example valueOf(measure, start, inputs) // 10_000
 */
export function valueOf(measure: Measure, from: Position, inputs: readonly Input[]): number | undefined {
  let run: Run = from.run;
  let standing = from.standing;
  for (const input of inputs) {
    const result = step(measure.c, run, input);
    if (!result.ok) return undefined;
    run = result.value.run;
    for (const fact of result.value.facts) standing = take(measure.rubric, standing, fact);
  }
  return run.ended ? measure.objective.bound({ run, standing }) : undefined;
}

/**
 * The same value by a play that a person would give: nothing in it can be left out, and where a range of numbers
 * is equally good the middle one is taken. Search finds any best play; this is the one to show.
 * @example tidy(measure, start, bestInputs)
 */
export function tidy(measure: Measure, from: Position, inputs: readonly Input[]): readonly Input[] {
  const wanted = valueOf(measure, from, inputs);
  if (wanted === undefined) return inputs;
  let play = [...inputs];
  for (let index = play.length - 1; index >= 0; index--) {
    const shorter = play.filter((_, at) => at !== index);
    if (valueOf(measure, from, shorter) === wanted) play = shorter;
  }
  for (let index = 0; index < play.length; index++) play = withMiddle(measure, { from, play, wanted }, index);
  return play;
}

function withMiddle(
  measure: Measure,
  of: { readonly from: Position; readonly play: Input[]; readonly wanted: number },
  index: number,
): Input[] {
  const input = of.play[index];
  if (input?.kind !== 'act') return of.play;
  const asks = asksOf(measure.c, input.act);
  let play = of.play;
  for (const [id, ask] of Object.entries(asks)) {
    const good: Input[][] = [];
    for (let value = ask.min; value <= ask.max; value += ask.step) {
      const typed: Typed = { ...input.with, [id]: value };
      const other = play.map((one, at) => (at === index ? { ...input, with: typed } : one));
      if (valueOf(measure, of.from, other) === of.wanted) good.push(other);
    }
    play = good[Math.floor(good.length / 2)] ?? play;
  }
  return play;
}

function asksOf(c: CompiledCase, ref: string): Readonly<Record<string, Ask>> {
  const acts = [...Object.values(c.scenes).flatMap((scene) => scene.acts), ...c.desk];
  return acts.find((act) => act.ref === ref)?.asks ?? {};
}

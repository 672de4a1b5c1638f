import {
  LONGEST_WAIT,
  open,
  perform,
  refusalOf,
  refusalOfLook,
  refusalOfNumbers,
  step,
  type Input,
  type Run,
  type Step,
  type Typed,
} from '../attempt';
import type { Ask, CompiledAct, CompiledCase } from '../scenario';

/** One thing that can be done in a state, and what it leads to. */
export interface Move {
  readonly input: Input;
  readonly step: Step;
}

/**
 * Every input that can matter in a state: each act with every number its fields allow, each record, waiting a
 * minute and waiting for the next event.
 * @example movesFrom(c, begin(c)).length
 */
export function movesFrom(c: CompiledCase, run: Run): readonly Move[] {
  const scene = c.scenes[run.scene];
  if (run.ended || !scene) return [];
  const out: Move[] = [];
  for (const act of scene.acts) addAct(c, { run, act }, out);
  for (const act of c.desk) addAct(c, { run, act }, out);
  for (const record of c.records) {
    if (refusalOfLook(record, run) === undefined)
      out.push({ input: { kind: 'look', record: record.id }, step: open(c, run, { record, quiet: true }) });
  }
  for (const span of waits(c, run)) addWait(c, { run, span }, out);
  return out;
}

function addAct(c: CompiledCase, at: { readonly run: Run; readonly act: CompiledAct }, out: Move[]): void {
  const { run, act } = at;
  if (refusalOf(act, run) !== undefined) return;
  // A hint tells the trainee something and the run nothing: it can only cost.
  if (act.kind === 'hint') return;
  for (const typed of grid(act.asks)) {
    if (refusalOfNumbers(act, run, typed) !== undefined) continue;
    out.push({
      input: { kind: 'act', act: act.ref, with: typed },
      step: perform(c, run, { act, typed, quiet: true }),
    });
  }
}

/** Every combination of numbers that the fields of an act allow. */
export function grid(asks: Readonly<Record<string, Ask>>): readonly Typed[] {
  let rows: readonly Typed[] = [{}];
  for (const [id, ask] of Object.entries(asks)) {
    const values: number[] = [];
    for (let value = ask.min; value <= ask.max; value += ask.step) values.push(value);
    rows = rows.flatMap((row) => values.map((value) => ({ ...row, [id]: value })));
  }
  return rows;
}

/** Waiting a minute, and waiting for the next event: any other wait is made of these. */
function waits(c: CompiledCase, run: Run): readonly number[] {
  const due = c.timeline[run.next]?.at ?? c.settles;
  const line = c.scenes[run.scene]?.line === true && c.closes > run.now;
  const span = Math.min(due, line ? c.closes : due, c.settles) - run.now;
  if (span < 1) return [];
  return span === 1 ? [1] : [1, Math.min(span, LONGEST_WAIT)];
}

function addWait(c: CompiledCase, at: { readonly run: Run; readonly span: number }, out: Move[]): void {
  const input: Input = { kind: 'wait', minutes: at.span };
  const result = step(c, at.run, input);
  if (result.ok) out.push({ input, step: result.value });
}

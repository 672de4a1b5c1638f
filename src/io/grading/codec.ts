import * as v from 'valibot';
import { parsedJson, type Json } from '../../core/base';
import { REFUSALS } from '../../core/attempt';
import { TASK_MODES } from '../../core/course';
import { CRITICAL_ERRORS, RIGHTS } from '../../core/scenario';
import { ARRIVAL_FAULTS, type Verdict } from './model';

const text = v.string();
const number = v.number();
const score = v.pipe(number, v.integer(), v.minValue(0), v.maxValue(10_000));
const mode = v.picklist(TASK_MODES);

const refused = v.variant('code', [
  v.object({ code: v.literal('other-assignment'), assignment: text }),
  v.object({ code: v.literal('unknown-task'), task: text }),
  v.object({ code: v.literal('wrong-task'), asked: text, worked: text }),
  v.object({ code: v.picklist(['unknown-scenario', 'too-large']), scenarioId: text }),
  v.object({ code: v.literal('changed-scenario'), scenarioId: text, hash: text, here: text }),
  v.object({ code: v.literal('other-engine'), engine: number, here: number }),
  v.object({ code: v.literal('wrong-seed'), seed: number, asked: number }),
  v.object({ code: v.literal('wrong-mode'), mode, asked: mode }),
  v.object({ code: v.picklist(['unreadable-event', 'hint-not-allowed']), line: number }),
  v.object({
    code: v.literal('impossible-event'),
    line: number,
    reason: v.picklist([...REFUSALS, 'wrong-clock']),
  }),
  v.object({ code: v.literal('edited-score'), claimed: number, recomputed: number }),
  v.object({ code: v.literal('unknown-section'), section: text }),
  v.object({ code: v.picklist(['unknown-check', 'edited-answers']), answer: number, check: text }),
  v.object({ code: v.literal('malformed'), path: text }),
  v.object({ code: v.literal('other-kind'), kind: v.picklist(['assignment', 'remarks']) }),
  v.object({ code: v.picklist(['what-if', 'unfinished', 'edited-file']) }),
  v.object({ code: v.picklist(ARRIVAL_FAULTS) }),
]);

const input = v.variant('kind', [
  v.object({ kind: v.literal('act'), act: text, with: v.record(text, number) }),
  v.object({ kind: v.literal('look'), record: text }),
  v.object({ kind: v.literal('wait'), minutes: number }),
]);

const sketch = v.object({
  id: text,
  kind: v.picklist(['case', 'section']),
  task: text,
  number: text,
  student: v.object({ number: text, name: text }),
  score,
  late: number,
  startedAt: number,
  finishedAt: number,
  seconds: number,
  moves: number,
  pace: number,
  log: text,
  rhythm: text,
});

const verdict = v.variant('ok', [
  v.object({
    ok: v.literal(true),
    sketch,
    rights: v.record(v.picklist(RIGHTS), v.nullable(score)),
    errors: v.array(v.picklist(CRITICAL_ERRORS)),
    hints: number,
  }),
  v.object({ ok: v.literal(false), refused, input: v.nullable(input) }),
]);

/**
 * A verdict as plain data for storage.
 * @example verdictToJson(outcome.verdict)
 */
export function verdictToJson(of: Verdict): Json {
  return parsedJson(JSON.stringify(of));
}

/**
 * A verdict as it was stored; undefined for anything else, which is then to be worked out anew.
 * @example verdictFromJson(stored.verdict)?.ok
 */
export function verdictFromJson(raw: Json): Verdict | undefined {
  const found = v.safeParse(verdict, raw);
  return found.success ? found.output : undefined;
}

import { dice, formatIssue, invariant, minutes, present, type Dice, type Json } from '../../src/core/base';
import {
  begin,
  ENGINE,
  eventToJson,
  offers,
  parseEvent,
  step,
  undoToJson,
  type Input,
  type Run,
} from '../../src/core/attempt';
import type { CaseShelf } from '../../src/core/course';
import {
  ID_LETTERS,
  seedFor,
  type Assignment,
  type CaseTask,
  type CaseWork,
  type Handin,
  type TaskMode,
} from '../../src/core/course';
import type { CompiledCase, Logic } from '../../src/core/scenario';
import { judge, score } from '../../src/core/scoring';
import { readScenarios } from '../../src/io/content/scenario-plugin';
import { scenariosRoot } from '../content/plays';

// A classroom for tests: bundled cases, students who play them by chance, and what they hand in.

/** Logic of every bundled case, in the order of its id. */
export function bundledLogics(): readonly Logic[] {
  return readScenarios(scenariosRoot).map(({ scenario, issues }) => {
    invariant(scenario !== undefined, issues.map((issue) => formatIssue(issue, 'en')).join('\n'));
    return scenario;
  });
}

/** What a learner's browser has stored of an attempt that is over. */
export interface Attempt {
  readonly lines: readonly Json[];
  readonly seconds: readonly number[];
}

/** How somebody plays: what is taken back in a hundred inputs, and how many seconds pass at most before each. */
export interface Manner {
  readonly mode: TaskMode;
  readonly undo: number;
  readonly seconds: number;
}

export const HASTY: Manner = { mode: 'assessed', undo: 0, seconds: 90 };
export const TRYING: Manner = { mode: 'practice', undo: 12, seconds: 400 };

/** A play of a case by chance up to its end, as it is stored. Assessed ones take no hints and nothing back. */
export function chancePlay(c: CompiledCase, roll: Dice, manner: Manner): Attempt {
  const lines: Json[] = [];
  const seconds: number[] = [];
  const before: { readonly run: Run; readonly hint: boolean }[] = [];
  let run = begin(c);
  while (!run.ended) {
    seconds.push(roll(0, 9) === 0 ? roll(0, 65_535) : roll(0, manner.seconds));
    const last = before.at(-1);
    if (last && !last.hint && roll(1, 100) <= manner.undo) {
      lines.push(undoToJson(run.now));
      run = present(before.pop(), 'a run').run;
      continue;
    }
    const { input, hint } = chosen(c, run, { roll, mode: manner.mode });
    const result = step(c, run, input);
    invariant(result.ok, 'an input on offer is possible');
    lines.push(eventToJson({ v: 1, at: run.now, input }));
    before.push({ run, hint });
    run = result.value.run;
  }
  return { lines, seconds };
}

function chosen(
  c: CompiledCase,
  run: Run,
  by: { readonly roll: Dice; readonly mode: TaskMode },
): { readonly input: Input; readonly hint: boolean } {
  const { roll, mode } = by;
  const { acts, desk, records } = offers(c, run);
  const open = records.filter(({ state }) => state === 'closed');
  const free = [...acts, ...desk].filter(({ act }) => mode === 'practice' || act !== 'hint');
  const at = roll(0, free.length + open.length);
  const act = free[at];
  const record = open[at - free.length];
  if (act) {
    const typed = Object.entries(act.asks).map(([id, ask]) => {
      const most = Math.floor((Math.min(ask.max, act.total ?? ask.max) - ask.min) / ask.step);
      return [id, ask.min + ask.step * roll(0, Math.max(0, most))] as const;
    });
    return {
      input: { kind: 'act', act: act.ref, with: Object.fromEntries(typed) },
      hint: act.act === 'hint',
    };
  }
  if (record) return { input: { kind: 'look', record: record.id }, hint: false };
  return { input: { kind: 'wait', minutes: roll(0, 4) === 0 ? 600 : roll(1, 30) }, hint: false };
}

/** The mark of stored lines, by replay of those that count. */
export function markOf(
  shelf: CaseShelf,
  work: Pick<CaseWork, 'scenarioId' | 'seed'>,
  inputs: readonly Input[],
): number {
  const parts = shelf.parts(work.scenarioId, work.seed);
  invariant(parts !== undefined && parts !== 'too-large', 'a case with a full mark');
  let run = begin(parts.c);
  const facts = inputs.flatMap((input, index) => {
    const result = step(parts.c, run, input);
    invariant(result.ok, 'a possible input');
    run = result.value.run;
    return result.value.facts.map((fact) => ({ ...fact, input: index }));
  });
  return score(parts.rubric, judge(parts.rubric, facts), parts.best).score;
}

/** An id of luck that is the same in every run. */
export function testId(name: string): string {
  const roll = dice(1, name);
  return Array.from({ length: 10 }, () => ID_LETTERS.charAt(roll(0, 31))).join('');
}

/** An assignment with a task for every scenario. */
export function testAssignment(logics: readonly Logic[], given: Partial<Assignment> = {}): Assignment {
  return {
    v: 1,
    id: testId('assignment'),
    title: '第五章案例作业',
    teacher: '林老师',
    course: '物流2401班',
    note: '请在周五前完成。',
    mode: 'assessed',
    hints: false,
    seeds: 'same',
    attempts: 'best',
    due: 1_767_225_600_000,
    locale: null,
    tasks: logics.map(({ spec, hash }, index) => ({
      kind: 'case',
      id: `t${String(index + 1)}`,
      scenarioId: spec.id,
      scenarioHash: hash,
      seed: 7 + index,
      weight: 1,
    })),
    key: null,
    ...given,
  };
}

/** Who hands in. */
export interface Person {
  readonly number: string;
  readonly name: string;
}

/** A student of a class of any size. */
export function testStudent(index: number): Person {
  const family = ['张', '王', '李', '赵', '欧阳', '陈', '杨'];
  const given = ['三', '小明', '丽华', '伟', '子涵', '晓'];
  const name = `${present(family[index % 7], 'family')}${present(given[index % 6], 'given')}`;
  return { number: `2024010${String(10_000 + index)}`, name };
}

/** What a student hands in who played a task by chance. */
export function chanceHandin(
  shelf: CaseShelf,
  order: { readonly assignment: Assignment; readonly task: CaseTask; readonly manner: Manner },
  who: { readonly student: Person; readonly roll: Dice },
): Handin {
  const { assignment, task, manner } = order;
  const { student, roll } = who;
  const seed = seedFor(assignment, task, student.number);
  const { scenarioId, scenarioHash } = task;
  const c = present(shelf.compiled(scenarioId, seed), 'case');
  const { lines, seconds } = chancePlay(c, roll, manner);
  const spent = seconds.reduce((sum, value) => sum + value, 0);
  const startedAt = 1_766_000_000_000 + roll(0, 1_000_000_000);
  return {
    v: 1,
    assignment: assignment.id,
    task: task.id,
    student,
    startedAt,
    finishedAt: startedAt + 1000 * spent + roll(0, 999),
    work: {
      kind: 'case',
      scenarioId,
      scenarioHash,
      engine: ENGINE,
      seed,
      mode: assignment.mode,
      origin: 'attempt',
      lines,
      seconds,
      claimed: markOf(shelf, { scenarioId, seed }, countedOf(lines)),
    },
    reflection: '',
  };
}

/** Inputs of lines known to be right, without those taken back. */
export function countedOf(lines: readonly Json[]): readonly Input[] {
  const open: Input[] = [];
  for (const line of lines) {
    invariant(line !== null && typeof line === 'object' && !Array.isArray(line), 'a line');
    if ('undo' in line) open.pop();
    else open.push(inputIn(line));
  }
  return open;
}

function inputIn(line: Json): Input {
  const read = parseEvent(line);
  invariant(read.ok, 'a readable line');
  return read.value.input;
}

/** Lines of inputs from the start of a case, each with its clock; for plays known to be possible. */
export function linesOf(c: CompiledCase, inputs: readonly Input[]): readonly Json[] {
  let run = begin(c);
  return inputs.map((input) => {
    const line = eventToJson({ v: 1, at: minutes(run.now), input });
    const result = step(c, run, input);
    if (result.ok) run = result.value.run;
    return line;
  });
}

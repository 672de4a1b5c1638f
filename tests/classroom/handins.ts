import { present, type Json } from '../../src/core/base';
import { ENGINE, eventToJson, type AttemptEvent } from '../../src/core/attempt';
import { seedFor, type Assignment, type CaseShelf, type CaseTask, type Handin } from '../../src/core/course';
import { parseScenario, type Scenario } from '../../src/core/scenario';
import { judge, score } from '../../src/core/scoring';
import { playRandom } from '../content/bots';
import { filesOf, rawOf } from '../content/files';
import { inputOf, must, playAll, playNamed, readPlays, seedFor as seedOfFacts } from '../content/plays';

/**
 * A bundled case, read with every check.
 * @example scenarioOf('stockout-key-account').spec.code // 'S07'
 */
export function scenarioOf(id: string): Scenario {
  const parsed = parseScenario(rawOf(id, filesOf(id)));
  if (!parsed.ok) throw new Error(`scenarios/${id}: ${JSON.stringify(parsed.error)}`);
  return parsed.value;
}

/** The seed whose facts a named play of a case takes for granted. */
export function seedOfPlay(scenario: Scenario, play: string): number {
  const { assumes } = playNamed(readPlays(scenario.spec.id), play);
  return present(seedOfFacts(scenario, assumes), 'seed');
}

const DUE = Date.UTC(2026, 10, 30, 16);

/** An assignment of one case, the same for all, worked for a mark. */
export function assignmentOf(scenario: Scenario, task: Partial<CaseTask> = {}): Assignment {
  const asked: CaseTask = {
    kind: 'case',
    id: 't1',
    scenarioId: scenario.spec.id,
    scenarioHash: scenario.hash,
    seed: 7,
    weight: 1,
    ...task,
  };
  return {
    v: 1,
    id: 'k3x9m2q7ab',
    title: '缺货与重点客户',
    teacher: '陈老师',
    course: '物流2401',
    note: '',
    mode: 'assessed',
    hints: false,
    seeds: 'same',
    attempts: 'best',
    due: DUE,
    locale: null,
    tasks: [asked],
    key: null,
  };
}

/** Who hands in. */
export interface Sender {
  readonly number: string;
  readonly name: string;
}

/**
 * The result that an honest student hands in for a log.
 * @example honest(shelf, assignment, { sender, log }).work
 */
export function honest(
  shelf: CaseShelf,
  assignment: Assignment,
  of: { readonly sender: Sender; readonly log: readonly AttemptEvent[] },
): Handin {
  const task = present(assignment.tasks[0], 'task');
  if (task.kind !== 'case') throw new Error('a case is assigned');
  const { scenarioId, scenarioHash } = task;
  const seed = seedFor(assignment, task, of.sender.number);
  const lines = of.log.map(eventToJson);
  const seconds = lines.map((_, index) => 5 + ((index * 7) % 30));
  const startedAt = DUE - 86_400_000;
  const spent = seconds.reduce((sum, one) => sum + one, 0);
  return {
    v: 1,
    assignment: assignment.id,
    task: task.id,
    student: of.sender,
    startedAt,
    finishedAt: startedAt + (spent + 5) * 1000,
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
      claimed: markOf(shelf, { scenarioId, seed }, of.log),
    },
    reflection: '',
  };
}

/** The mark that the debrief shows for a log. */
export function markOf(
  shelf: CaseShelf,
  { scenarioId, seed }: { readonly scenarioId: string; readonly seed: number },
  log: readonly AttemptEvent[],
): number {
  const parts = shelf.parts(scenarioId, seed);
  if (parts === undefined || parts === 'too-large') throw new Error('no full mark');
  const played = must(
    playAll(
      parts.c,
      log.map(({ input }) => input),
    ),
  );
  return score(parts.rubric, judge(parts.rubric, played.facts), parts.best).score;
}

/** The log of a hand-scored play, at its seed. */
export function logOfPlay(shelf: CaseShelf, scenario: Scenario, play: string): readonly AttemptEvent[] {
  const c = present(shelf.compiled(scenario.spec.id, seedOfPlay(scenario, play)), 'case');
  const { inputs } = playNamed(readPlays(scenario.spec.id), play);
  return must(playAll(c, inputs.map(inputOf))).log;
}

/** A log that somebody might have played who does not read: it ends, and is never the same twice. */
export function randomLog(
  shelf: CaseShelf,
  of: { readonly scenarioId: string; readonly seed: number },
  salt: string,
): readonly AttemptEvent[] {
  return playRandom(present(shelf.compiled(of.scenarioId, of.seed), 'case'), salt).log;
}

/** A result with another work: what a forger changes. */
export function forged(handin: Handin, change: Readonly<Record<string, Json>>): Handin {
  if (handin.work.kind !== 'case') throw new Error('a case is worked');
  return { ...handin, work: { ...handin.work, ...change } };
}

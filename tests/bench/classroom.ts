import { CaseShelf, seedFor, sketchOf, verifyHandin, type CaseTask } from '../../src/core/course';
import { decodeHandin, encodeHandin, findCodes, toCode } from '../../src/core/interop';
import { replay } from '../../src/core/attempt';
import { judge, score } from '../../src/core/scoring';
import { assignmentOf, honest, logOfPlay, randomLog, scenarioOf, seedOfPlay } from '../classroom/handins';
import { median, ratio, row, rounds, type Rows } from './measure';

const CASE = 'stockout-key-account';
/** Different results, one after the other, over and over. */
const RESULTS = 400;
/** Decisions of the case by which the length of a code is told. */
const DECISIONS = 12;

/**
 * Codes of one class working the same case: found in a chat, decoded, played again and marked, as one worker does it;
 * beside it the same logs only replayed and scored. And how long a code is.
 */
export function classroomRows(): Rows {
  const scenario = scenarioOf(CASE);
  const shelf = new CaseShelf([scenario]);
  const assignment = { ...assignmentOf(scenario), mode: 'practice' as const, hints: true };
  const task = assignment.tasks.find((one): one is CaseTask => one.kind === 'case');
  if (!task) throw new Error('a case is assigned');
  const results = Array.from({ length: RESULTS }, (_, index) => {
    const sender = { number: String(20_250_001 + index), name: '张三' };
    const seed = seedFor(assignment, task, sender.number);
    const log = randomLog(shelf, { scenarioId: CASE, seed }, `bench ${index}`);
    return { log, handin: honest(shelf, assignment, { sender, log }) };
  });
  const codes = results.map(({ handin }) => codeOf(handin, scenario));
  const chat = codes.join('\n');
  const parts = shelf.parts(CASE, task.seed);
  if (!parts || parts === 'too-large') throw new Error('no full mark');
  const rates = rounds({
    codes: {
      amount: RESULTS,
      run: () => {
        for (const { result } of findCodes(chat)) {
          const handin = result.ok ? decodeHandin(result.value.bytes, shelf) : undefined;
          if (!handin?.ok) throw new Error('a good code is refused');
          const verified = verifyHandin(handin.value, { assignment, shelf, checksOf: () => undefined });
          if (!verified.ok) throw new Error(verified.error.code);
          sketchOf(verified.value);
        }
      },
    },
    replays: {
      amount: RESULTS,
      run: () => {
        for (const { log } of results) {
          const replayed = replay(parts.c, log);
          if (!replayed.ok) throw new Error(replayed.error.reason);
          score(parts.rubric, judge(parts.rubric, replayed.value.facts), parts.best);
        }
      },
    },
  });
  const [checked = [], pure = []] = [rates.get('codes'), rates.get('replays')];
  return {
    'codes.rate': row(Math.round(median(checked)), '1/s', 'found, decoded, played again, marked, one thread'),
    'codes.share': row(Math.round(ratio(checked, pure) * 1000) / 10, '%', 'of the rate of pure replay'),
    ...charRows(),
  };
}

function charRows(): Rows {
  const scenario = scenarioOf(CASE);
  const shelf = new CaseShelf([scenario]);
  const assignment = assignmentOf(scenario, { seed: seedOfPlay(scenario, 'expert') });
  const sender = { number: '202412010137', name: '欧阳小明' };
  const log = logOfPlay(shelf, scenario, 'expert');
  const whole = codeOf(honest(shelf, assignment, { sender, log }), scenario);
  const short = honest(shelf, assignment, { sender, log });
  if (short.work.kind !== 'case') throw new Error('a case is worked');
  const { lines, seconds } = short.work;
  const work = { ...short.work, lines: lines.slice(0, DECISIONS), seconds: seconds.slice(0, DECISIONS) };
  return {
    'code.chars': row(codeOf({ ...short, work }, scenario).length, 'characters', `${DECISIONS} decisions`),
    'code.chars.S07': row(whole.length, 'characters', `expert play, ${log.length} decisions`),
  };
}

function codeOf(handin: Parameters<typeof encodeHandin>[0], logic: ReturnType<typeof scenarioOf>): string {
  const bytes = encodeHandin(handin, { logic });
  if (!bytes.ok) throw new Error('no code for a result');
  return toCode(bytes.value);
}

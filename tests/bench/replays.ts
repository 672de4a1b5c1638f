import { points } from '../../src/core/base';
import { replay, type AttemptEvent, type Replayed } from '../../src/core/attempt';
import type { CompiledCase } from '../../src/core/scenario';
import { judge, rubricOf, score, type Rubric } from '../../src/core/scoring';
import { playRandom } from '../content/bots';
import { caseOf, type Bundled } from './cases';
import { median, ms, row, spent, type Rows } from './measure';

const LOGS = 10_000;
const LENGTH = 12;
const SEEDS = [1, 2, 3, 4, 5];
const ROUNDS = 3;
/** Any full mark does: it only divides. */
const BEST = points(750_000);

interface Job {
  readonly c: CompiledCase;
  readonly rubric: Rubric;
  readonly logs: readonly (readonly AttemptEvent[])[];
}

/** 10,000 different logs of 12 inputs each, of all bundled cases, replayed and scored: time, rate, share of scoring. */
export function replayRows(cases: readonly Bundled[]): Rows {
  const each = Math.ceil(LOGS / (cases.length * SEEDS.length));
  const jobs = cases.flatMap(({ scenario }) => SEEDS.map((seed) => jobOf(caseOf(scenario, seed), each)));
  const amount = jobs.reduce((sum, { logs }) => sum + logs.length, 0);
  const measured = Array.from({ length: ROUNDS }, () => {
    let scoring = 0;
    const whole = spent(() => {
      for (const job of jobs) scoring += scoringOf(job);
    });
    return { whole, scoring };
  });
  const whole = median(measured.map((round) => round.whole));
  const share = median(measured.map((round) => round.scoring / round.whole));
  return {
    'replay.rate': row(Math.round((amount * 1000) / whole), '1/s', 'logs of 12 inputs, scored'),
    'replay.logs': row(amount, 'logs'),
    'replay.ms': ms(whole, 'for all of them'),
    'replay.scoring.share': row(Math.round(share * 1000) / 10, '%', 'of that time is scoring'),
  };
}

function jobOf(c: CompiledCase, amount: number): Job {
  const logs: (readonly AttemptEvent[])[] = [];
  // A play may be too short; there are enough that are not.
  for (let play = 0; logs.length < amount; play++) {
    const { log } = playRandom(c, `bench replay ${play}`);
    if (log.length >= LENGTH) logs.push(log.slice(0, LENGTH));
  }
  return { c, rubric: rubricOf(c.of.logic.spec, c.start), logs };
}

/** Replays and scores the logs of one case; milliseconds that went into scoring. */
function scoringOf({ c, rubric, logs }: Job): number {
  const replayed: Replayed[] = logs.map((log) => {
    const one = replay(c, log);
    if (!one.ok) throw new Error(one.error.reason);
    return one.value;
  });
  return spent(() => {
    for (const { facts } of replayed) score(rubric, judge(rubric, facts), BEST);
  });
}

import { createActor, initialTransition, transition, type InspectionEvent } from 'xstate';
import { present } from '../../src/core/base';
import {
  drive,
  open,
  perform,
  replay,
  step,
  type AttemptEvent,
  type Input,
  type Run,
} from '../../src/core/attempt';
import {
  compileCase,
  instantiate,
  machineOf,
  type CompiledCase,
  type Scenario,
} from '../../src/core/scenario';
import { judge, score } from '../../src/core/scoring';
import { Analysis, NODE_BUDGET } from '../../src/core/search';
import { followPlay } from '../content/bots';
import { must, playAll, type Plays } from '../content/plays';
import { median, milliseconds, rate, spent, type Rows } from './measure';

const SEED = 1;
const LOG_LENGTH = 12;

/** One input where it was given. */
interface Turn {
  readonly run: Run;
  readonly input: Input;
}

function turnsOf(c: CompiledCase, logs: readonly (readonly AttemptEvent[])[]): readonly Turn[] {
  return logs.flatMap((log) => {
    const replayed = replay(c, log);
    if (!replayed.ok) throw new Error(replayed.error.reason);
    return log.map(({ input }, i) => ({
      input,
      run: present(replayed.value.runs[i], 'a run before the input'),
    }));
  });
}

/**
 * Rates of the engine over the hand-scored plays of one scenario: single steps, the bare table, the statechart,
 * and whole logs replayed and scored.
 */
export function engineRows(scenario: Scenario, plays: Plays): Rows {
  const c = compileCase(instantiate(scenario, SEED));
  const logs = Object.values(plays).map(({ inputs }) => followPlay(c, inputs).log);
  const turns = turnsOf(c, logs);
  return {
    'step.rate': rate(() => {
      for (const { run, input } of turns) step(c, run, input);
    }, turns.length),
    'table.rate': tableRate(c, turns),
    ...statechartRates(c, logs),
    'replay.rate': replayRate(c, logs),
  };
}

function tableRate(c: CompiledCase, turns: readonly Turn[]): Rows[string] {
  const acts = [...Object.values(c.scenes).flatMap((scene) => scene.acts), ...c.desk];
  const moves = turns.flatMap(({ run, input }): readonly (() => void)[] => {
    if (input.kind === 'wait') return [];
    if (input.kind === 'look') {
      const record = present(
        c.records.find(({ id }) => id === input.record),
        input.record,
      );
      return [() => open(c, run, { record, quiet: true })];
    }
    const act = present(
      acts.find(({ ref }) => ref === input.act),
      input.act,
    );
    return [() => perform(c, run, { act, typed: input.with, quiet: true })];
  });
  return rate(() => {
    for (const move of moves) move();
  }, moves.length);
}

/** Events as `drive` sends them: an input is one of them and its minutes are the others. */
function statechartRates(c: CompiledCase, logs: readonly (readonly AttemptEvent[])[]): Rows {
  const machine = machineOf(c);
  const sent = logs.map((log) => {
    const events: { readonly type: string }[] = [];
    const inspect = (inspected: InspectionEvent): void => {
      if (inspected.type === '@xstate.event' && inspected.event.type !== 'xstate.init')
        events.push(inspected.event);
    };
    const actor = createActor(machine, { inspect }).start();
    for (const { input } of log) drive(actor, c, input);
    return events;
  });
  const amount = sent.reduce((sum, events) => sum + events.length, 0);
  return {
    'xstate.transition.rate': rate(() => {
      for (const events of sent) {
        let [snapshot] = initialTransition(machine);
        for (const event of events) [snapshot] = transition(machine, snapshot, event);
      }
    }, amount),
    'xstate.actor.rate': rate(() => {
      for (const events of sent) {
        const actor = createActor(machine).start();
        for (const event of events) actor.send(event);
        actor.stop();
      }
    }, amount),
  };
}

function replayRate(c: CompiledCase, logs: readonly (readonly AttemptEvent[])[]): Rows[string] {
  const analysis = new Analysis(c);
  const best = analysis.bestPlay();
  if (!best.ok) throw new Error(best.error);
  const { points } = best.value;
  const short = logs.filter((log) => log.length >= LOG_LENGTH).map((log) => log.slice(0, LOG_LENGTH));
  return rate(() => {
    for (const log of short) {
      const replayed = replay(c, log);
      if (replayed.ok) score(analysis.rubric, judge(analysis.rubric, replayed.value.facts), points);
    }
  }, short.length);
}

const SEEDS = Array.from({ length: 10 }, (_, i) => i + 1);
const SEARCH_ROUNDS = 3;

/**
 * The cost of exact search, without anything remembered from before: from the start, on the dearest of ten seeds;
 * and from every position of the hand-scored plays, the dearest of them.
 */
export function searchRows(scenario: Scenario, plays: Plays): Rows {
  const code = scenario.spec.code;
  const starts = SEEDS.map((seed) => fromStart(scenario, seed));
  const after = Object.values(plays).map(({ inputs }) => afterEach(scenario, inputs));
  return {
    [`search.${code}.ms`]: milliseconds(Math.max(...starts.map(({ ms }) => ms))),
    [`search.${code}.nodes`]: { value: Math.max(...starts.map(({ nodes }) => nodes)), unit: 'states' },
    [`search.${code}.after.ms`]: milliseconds(Math.max(...after)),
  };
}

function fromStart(scenario: Scenario, seed: number): { readonly ms: number; readonly nodes: number } {
  const c = compileCase(instantiate(scenario, seed));
  let nodes = 0;
  const times = Array.from({ length: SEARCH_ROUNDS }, () =>
    spent(() => {
      const best = new Analysis(c).bestPlay();
      if (!best.ok) throw new Error(`seed ${seed}: ${best.error}`);
      nodes = best.value.nodes;
    }),
  );
  return { ms: median(times), nodes };
}

function afterEach(scenario: Scenario, inputs: readonly string[]): number {
  const c = compileCase(instantiate(scenario, SEED));
  const { log } = followPlay(c, inputs);
  const whole = must(
    playAll(
      c,
      log.map(({ input }) => input),
    ),
  );
  const positions = log.map((_, given) => given + 1);
  const replayed = replay(c, whole.log);
  if (!replayed.ok) throw new Error(replayed.error.reason);
  const { value } = replayed;
  return Math.max(
    ...positions.map((given) => {
      const analysis = new Analysis(c);
      const best = analysis.bestPlay();
      if (!best.ok) throw new Error(best.error);
      const from = present(analysis.positions(value)[given], 'a position');
      return spent(() => {
        const found = analysis.bestFrom(from, best.value.points, { nodes: NODE_BUDGET });
        // Giving up takes its time too; the row then says how long, and this line that it did.
        if (!found.ok) console.error(`search after ${given} inputs: ${found.error}`);
      });
    }),
  );
}

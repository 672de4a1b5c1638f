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
import { machineOf, type CompiledCase } from '../../src/core/scenario';
import { followPlay } from '../content/bots';
import { caseOf, type Bundled } from './cases';
import { median, perSecond, ratio, rounds, row, type Rows, type Work } from './measure';

const SEED = 1;
const GOAL = 50;

/** One input where it was given. */
interface Turn {
  readonly run: Run;
  readonly input: Input;
}

/**
 * Rates over the hand-scored plays of one case: whole steps, the bare table (an act or a look-up with its minutes,
 * without facts), XState's pure `transition` and its actor. The last two count events, as `drive` sends them: an
 * input is one of them and each of its minutes may be others. Ratios are taken round by round.
 */
export function engineRows({ scenario, plays }: Bundled): Rows {
  const c = caseOf(scenario, SEED);
  const logs = Object.values(plays).map(({ inputs }) => followPlay(c, inputs).log);
  const turns = turnsOf(c, logs);
  const chart = statechartWork(c, logs);
  const rates = rounds({
    step: {
      amount: turns.length,
      run: () => {
        for (const { run, input } of turns) step(c, run, input);
      },
    },
    table: tableWork(c, turns),
    transition: chart.transition,
    actor: chart.actor,
  });
  const of = (name: 'step' | 'table' | 'transition' | 'actor'): readonly number[] => rates.get(name) ?? [];
  const perInput = of('transition').map((rate) => (rate * turns.length) / chart.transition.amount);
  const times = (rate: readonly number[], to: readonly number[], note?: string): Rows[string] =>
    row(Math.round(ratio(rate, to) * 10) / 10, '×', note);
  return {
    'step.rate': perSecond(of('step'), 'inputs, with all facts'),
    'table.rate': perSecond(of('table'), 'inputs, without facts, as search uses it'),
    'xstate.transition.rate': perSecond(of('transition'), 'events'),
    'xstate.actor.rate': perSecond(of('actor'), 'events'),
    'xstate.input.rate': row(Math.round(median(perInput)), '1/s', 'inputs, by transition'),
    'ratio.table.transition': times(of('table'), of('transition'), `goal: at least ${GOAL}`),
    'ratio.table.input': times(of('table'), perInput, 'the same inputs by either'),
    'ratio.step.transition': times(of('step'), of('transition')),
    'ratio.step.actor': times(of('step'), of('actor')),
  };
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

function tableWork(c: CompiledCase, turns: readonly Turn[]): Work {
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
  return {
    amount: moves.length,
    run: () => {
      for (const move of moves) move();
    },
  };
}

function statechartWork(
  c: CompiledCase,
  logs: readonly (readonly AttemptEvent[])[],
): { readonly transition: Work; readonly actor: Work } {
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
  const byTransition = (): void => {
    for (const events of sent) {
      let [snapshot] = initialTransition(machine);
      for (const event of events) [snapshot] = transition(machine, snapshot, event);
    }
  };
  const byActor = (): void => {
    for (const events of sent) {
      const actor = createActor(machine).start();
      for (const event of events) actor.send(event);
      actor.stop();
    }
  };
  return { transition: { amount, run: byTransition }, actor: { amount, run: byActor } };
}

import { createActor } from 'xstate';
import { dice, err, invariant, ok, type Result } from '../../core/base';
import {
  begin,
  disagreements,
  drive,
  parseEvent,
  replay,
  sceneOf,
  stamp,
  step,
  temperOf,
  type AttemptEvent,
  type Fact,
  type Input,
  type Run,
} from '../../core/attempt';
import { machineOf, type CaseActor, type CompiledCase } from '../../core/scenario';
import { TEMPERS, type Temper } from '../../ui/messages/desk';

/** An attempt as far as it has gone. Immutable; every acknowledged input makes a new one. */
export interface Progress {
  readonly log: readonly AttemptEvent[];
  /** The state before each input, and the last one. */
  readonly runs: readonly Run[];
  readonly facts: readonly Fact[];
  readonly run: Run;
  /** Scene and temper as the statechart has them. */
  readonly scene: string;
  readonly temper: Temper;
}

/** An input that has been worked out and may now be stored; nothing has changed yet. */
export interface Prepared {
  readonly event: AttemptEvent;
  readonly run: Run;
  readonly facts: readonly Fact[];
}

/**
 * One case being played: the table gives the consequences, the statechart runs beside it and must agree.
 * `prepare` is pure; `advance` is called when the input is stored.
 */
export class Playing {
  readonly c: CompiledCase;
  readonly #actor: CaseActor;

  constructor(c: CompiledCase) {
    this.c = c;
    this.#actor = createActor(machineOf(c)).start();
  }

  /** The start of the case. */
  start(): Progress {
    const run = begin(this.c);
    return this.#seen({ log: [], runs: [run], facts: [], run });
  }

  /**
   * Plays a stored log again from the start; refused where it does not fit the case.
   * @example playing.resume(open.events.map((event) => event.input))
   */
  resume(stored: readonly unknown[]): Result<Progress, 'unreadable' | 'unfit'> {
    const log: AttemptEvent[] = [];
    for (const raw of stored) {
      const event = parseEvent(raw);
      if (!event.ok) return err('unreadable');
      log.push(event.value);
    }
    const replayed = replay(this.c, log);
    if (!replayed.ok) return err('unfit');
    for (const { input } of log) drive(this.#actor, this.c, input);
    return ok(this.#seen({ log, ...replayed.value }));
  }

  /** Works out what an input would do. A refusal is a bug: only what is offered can be chosen. */
  prepare({ run, log }: Progress, input: Input): Prepared {
    const result = step(this.c, run, input);
    invariant(result.ok, `an offered input is possible: ${JSON.stringify(input)}`);
    return {
      event: { v: 1, at: run.now, input },
      run: result.value.run,
      facts: stamp(result.value.facts, log.length),
    };
  }

  /** Moves on by an input that has been stored. Throws where statechart and table part ways. */
  advance(from: Progress, { event, run, facts }: Prepared): Progress {
    drive(this.#actor, this.c, event.input);
    return this.#seen({
      log: [...from.log, event],
      runs: [...from.runs, run],
      facts: [...from.facts, ...facts],
      run,
    });
  }

  #seen(table: Omit<Progress, 'scene' | 'temper'>): Progress {
    const apart = disagreements(this.#actor, table.run);
    invariant(apart.length === 0, `statechart and table agree: ${apart.join('; ')}`);
    const temper = TEMPERS.find((known) => known === temperOf(this.#actor));
    invariant(temper !== undefined, 'a temper with a word for it');
    return { ...table, scene: sceneOf(this.#actor), temper };
  }
}

/**
 * The acts of a scene in the order in which one attempt shows them: shuffled, so that the place says nothing about
 * the worth, and always the same for a seed.
 * @example shuffled(['opening.match', 'opening.straight'], { seed: 7, scene: 'opening' })
 */
export function shuffled<T>(
  list: readonly T[],
  by: { readonly seed: number; readonly scene: string },
): readonly T[] {
  const roll = dice(by.seed, `order.${by.scene}`);
  const rest = [...list];
  const out: T[] = [];
  while (rest.length > 0) out.push(...rest.splice(roll(0, rest.length - 1), 1));
  return out;
}

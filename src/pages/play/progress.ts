import { createActor } from 'xstate';
import { err, invariant, ok, type Result } from '../../core/base';
import {
  begin,
  disagreements,
  drive,
  readLog,
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
  /** How the customer felt at the start and after each input. */
  readonly tempers: readonly Temper[];
  /** Inputs that have been taken back so far. */
  readonly undone: number;
}

/** What the table knows of an attempt; the rest is read off the statechart. */
type Played = Omit<Progress, 'scene' | 'temper' | 'tempers'>;

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
  #actor: CaseActor;

  constructor(c: CompiledCase) {
    this.c = c;
    this.#actor = createActor(machineOf(c)).start();
  }

  /** The start of the case. */
  start(): Progress {
    const run = begin(this.c);
    return this.#seen({ log: [], runs: [run], facts: [], run, undone: 0 }, []);
  }

  /**
   * Plays a stored log again from the start; refused where it does not fit the case.
   * @param rules `undo`: whether inputs may have been taken back
   * @example playing.resume(open.events.map((event) => event.input), { undo: true })
   */
  resume(
    stored: readonly unknown[],
    rules: { readonly undo: boolean },
  ): Result<Progress, 'unreadable' | 'unfit'> {
    const read = readLog(stored, rules);
    if (!read.ok) return err('unreadable');
    const { log, undone } = read.value;
    const progress = this.#replayed(log, undone.length);
    return progress ? ok(progress) : err('unfit');
  }

  /** Goes back to before the last input that counts. Throws where there is none. */
  undo({ log, undone }: Progress): Progress {
    invariant(log.length > 0, 'an input to take back');
    const progress = this.#replayed(log.slice(0, -1), undone + 1);
    invariant(progress !== undefined, 'what has been played can be played again');
    return progress;
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
    const played = {
      log: [...from.log, event],
      runs: [...from.runs, run],
      facts: [...from.facts, ...facts],
      run,
      undone: from.undone,
    };
    return this.#seen(played, from.tempers);
  }

  #replayed(log: readonly AttemptEvent[], undone: number): Progress | undefined {
    const replayed = replay(this.c, log);
    if (!replayed.ok) return undefined;
    this.#actor = createActor(machineOf(this.c)).start();
    const tempers: Temper[] = [];
    for (const { input } of log) {
      tempers.push(this.#temper());
      drive(this.#actor, this.c, input);
    }
    return this.#seen({ log, ...replayed.value, undone }, tempers);
  }

  #seen(played: Played, before: readonly Temper[]): Progress {
    const apart = disagreements(this.#actor, played.run);
    invariant(apart.length === 0, `statechart and table agree: ${apart.join('; ')}`);
    const temper = this.#temper();
    return { ...played, scene: sceneOf(this.#actor), temper, tempers: [...before, temper] };
  }

  #temper(): Temper {
    const temper = TEMPERS.find((known) => known === temperOf(this.#actor));
    invariant(temper !== undefined, 'a temper with a word for it');
    return temper;
  }
}

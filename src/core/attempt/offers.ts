import type { Minutes } from '../base';
import type { ActKind, Ask, CompiledCase, System } from '../scenario';
import { refusalOf, refusalOfLook } from './step';
import type { Run } from './run';
import { drainOf, envOf, onLine } from './time';

/** An act that may be chosen now. */
export interface ActOffer {
  readonly kind: 'act';
  readonly ref: string;
  readonly scene: string;
  readonly id: string;
  readonly act: ActKind;
  readonly minutes: number;
  /** The clock it lets pass to; undefined where the act ends with its minutes. */
  readonly until: Minutes | undefined;
  readonly asks: Readonly<Record<string, Ask>>;
  /** The most that the numbers may add up to; the remainder is shown while they are typed. */
  readonly total: number | undefined;
}

/** A record of the desk: openable now, already open, or waiting for the one it lies in. */
export interface RecordOffer {
  readonly kind: 'look';
  readonly id: string;
  readonly system: System;
  readonly minutes: number;
  readonly within: string | undefined;
  readonly state: 'closed' | 'open' | 'hidden';
}

/** Everything the trainee may do in a state. */
export interface Offers {
  /** Acts of the scene, in the order of the file. */
  readonly acts: readonly ActOffer[];
  /** Acts that are always at hand: colleagues, notes, the supervisor. */
  readonly desk: readonly ActOffer[];
  readonly records: readonly RecordOffer[];
  /** Mood a minute of waiting costs now; 0 when nobody is on the line. */
  readonly waitCost: number;
}

/**
 * What may be done now. Nothing is offered once the case has ended.
 * @example offers(c, begin(c)).acts.map((act) => act.id) // ['match', 'straight', …]
 */
export function offers(c: CompiledCase, run: Run): Offers {
  const scene = run.ended ? undefined : c.scenes[run.scene];
  const acts = (list: readonly CompiledAct[]): readonly ActOffer[] =>
    list.filter((act) => refusalOf(act, run) === undefined).map((act) => offer(act, run));
  return {
    acts: scene ? acts(scene.acts) : [],
    desk: scene ? acts(c.desk) : [],
    records: records(c, run),
    waitCost: scene && onLine(c, run) ? drainOf(c, run) : 0,
  };
}

type CompiledAct = CompiledCase['desk'][number];

function offer(act: CompiledAct, run: Run): ActOffer {
  const { ref, scene, id, kind, minutes, until, asks } = act;
  const late = until === undefined || until <= run.now + minutes;
  return {
    kind: 'act',
    ref,
    scene,
    id,
    act: kind,
    minutes,
    until: late ? undefined : until,
    asks,
    total: act.total?.(envOf(run)),
  };
}

function records(c: CompiledCase, run: Run): readonly RecordOffer[] {
  const specs = c.of.logic.spec.records;
  return c.records.map((record) => ({
    kind: 'look',
    id: record.id,
    system: record.system,
    minutes: record.minutes,
    within: specs[record.id]?.within,
    state: stateOf(refusalOfLook(record, run)),
  }));
}

function stateOf(refusal: ReturnType<typeof refusalOfLook>): RecordOffer['state'] {
  if (refusal === undefined) return 'closed';
  return refusal === 'already-done' ? 'open' : 'hidden';
}

import { assign, setup, type ActorRefFrom } from 'xstate';
import { phantom, present } from '../base';
import type { CompiledCase } from './compile';
import type { Drain } from './contact';
import { bool, compileExpr, type Env } from './expression';
import { conversation, temper, world } from './machine-regions';
import type { Scalar } from './terms';

/** What the statechart remembers besides its states. */
export interface MachineContext {
  readonly now: number;
  readonly mood: number;
  readonly trust: number;
  readonly patience: number;
  readonly explained: boolean;
  readonly known: number;
  readonly done: number;
  readonly vars: Readonly<Record<string, Scalar>>;
}

/** `act.<ref>`, `look.<record>`, `due.<entry>`, `close`, and the clock: `tick` by a number of minutes. */
export interface MachineEvent {
  readonly type: string;
  readonly typed?: Readonly<Record<string, number>>;
  readonly minutes?: number;
  readonly waiting?: boolean;
}

/** What a transition may ask for, all of it at once. */
export interface MayParams {
  readonly when?: readonly string[];
  /** Bit that must still be free, and bit that must be set, in the set of things done. */
  readonly unused?: number;
  readonly opened?: number;
}

export type Values = Readonly<Record<string, Scalar | { readonly is: string }>>;

const NO_INPUT: Readonly<Record<string, number>> = {};

function envOf(context: MachineContext, event: MachineEvent): Env {
  return { vars: context.vars, known: context.known, input: event.typed ?? NO_INPUT };
}

/**
 * The statechart of a case: parallel regions `conversation` (the scenes), `customer` (calm ⇄ tense ⇄ angry → gone)
 * and `world` (one region an event of the timeline). Guards and actions are named and take parameters; nothing
 * inside waits, calls out or draws lots. The desk runs it as an actor, fed by `drive`.
 * @example createActor(machineOf(compiled)).start()
 */
export function machineOf(c: CompiledCase) {
  const { customer, id } = c.of.logic.spec;
  const context: MachineContext = {
    now: c.start,
    mood: customer.mood,
    trust: customer.trust,
    patience: customer.patience,
    explained: false,
    known: 0,
    done: 0,
    vars: c.vars,
  };
  return vocabulary(c).createMachine({
    id,
    type: 'parallel',
    context,
    states: { conversation: conversation(c), customer: temper(), world: world(c) },
  });
}

function vocabulary(c: CompiledCase) {
  const ground = { facts: c.of.facts, bits: c.bits };
  const find = (source: string) => present(c.of.logic.expressions[source], `expression ${source}`);
  const holds = (source: string, env: Env): boolean => bool(find(source), ground)(env);
  return setup({
    types: { context: phantom<MachineContext>(), events: phantom<MachineEvent>() },
    guards: {
      may: ({ context, event }, params: MayParams) =>
        (params.unused === undefined || (context.done & params.unused) === 0) &&
        (params.opened === undefined || (context.done & params.opened) !== 0) &&
        (params.when ?? []).every((source) => holds(source, envOf(context, event))),
      gone: ({ context }) => context.mood <= 0 || context.patience <= 0,
      mood: ({ context }, params: { from: number; below: number }) =>
        context.mood >= params.from && context.mood < params.below,
    },
    actions: {
      set: assign({
        vars: ({ context, event }, params: { values: Values }) => {
          const env = envOf(context, event);
          const next: Record<string, Scalar> = { ...context.vars };
          for (const [name, value] of Object.entries(params.values))
            next[name] = typeof value === 'object' ? compileExpr(find(value.is), ground)(env) : value;
          return next;
        },
      }),
      mood: assign({ mood: ({ context }, params: { by: number }) => context.mood + params.by }),
      trust: assign({ trust: ({ context }, params: { by: number }) => context.trust + params.by }),
      learn: assign({ known: ({ context }, params: { bits: number }) => context.known | params.bits }),
      useUp: assign({ done: ({ context }, params: { bit: number }) => context.done | params.bit }),
      hold: assign({ explained: (_, params: { explained: boolean }) => params.explained }),
      pass: assign(({ context, event }, params: Drain) => {
        const span = event.minutes ?? 0;
        const rate = context.explained ? params.explained : params.silent;
        const lost = event.waiting === true ? span * rate : 0;
        return {
          now: context.now + span,
          mood: context.mood - lost,
          patience: event.waiting === true ? context.patience - span : context.patience,
        };
      }),
    },
  });
}

/** A running statechart of a case. */
export type CaseActor = ActorRefFrom<ReturnType<typeof machineOf>>;

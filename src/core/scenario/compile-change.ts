import { present, share, WHOLE } from '../base';
import { bool, compileExpr, num, type Env, type Expr, type Ground } from './expression';
import type { Emitted } from './emitted';
import type { Act, Emit, TimelineSpec } from './schema';
import { CRITERIA, type Channel, type Scalar } from './terms';

/** The consequences of an act or an event, ready to run. */
export interface Change {
  readonly may: (env: Env) => boolean;
  readonly mood: number;
  readonly trust: number;
  /** Bits of the findings learned, and their names. */
  readonly learnBits: number;
  readonly learns: readonly string[];
  /** The variables afterwards; the very same object where nothing is set. */
  readonly set: (env: Env) => Readonly<Record<string, Scalar>>;
  readonly emits: readonly ((env: Env) => readonly Emitted[])[];
}

/** Everything an expression's source text needs to become a function of one case. */
export interface Workshop extends Ground {
  /** The channel of the scene, where it is not the customer's own. */
  readonly channel?: Channel | undefined;
  readonly expressions: Readonly<Record<string, Expr>>;
}

/**
 * Compiles the consequences of one act or timeline entry for one case.
 * @example compileChange(act, workshop).may(env)
 */
export function compileChange(of: Act | TimelineSpec, shop: Workshop): Change {
  return {
    may: of.when === undefined ? always : condition(of.when, shop),
    mood: of.mood,
    trust: of.trust,
    learnBits: of.learns.reduce((bits, id) => bits | present(shop.bits[id], `finding ${id}`), 0),
    learns: of.learns,
    set: setter(of, shop),
    emits: [...of.emits.map((emit) => compileEmit(emit, shop)), ...marks(of, shop)],
  };
}

const always = (): boolean => true;

/**
 * A condition by its source text or literal.
 * @example condition('known.split', workshop)(env)
 */
export function condition(source: string | boolean, shop: Workshop): (env: Env) => boolean {
  if (typeof source === 'boolean') return () => source;
  return bool(present(shop.expressions[source], `expression ${source}`), shop);
}

/** A quantity by its source text or literal. */
export function quantity(source: string | number, shop: Workshop): (env: Env) => number {
  if (typeof source === 'number') return () => source;
  return num(present(shop.expressions[source], `expression ${source}`), shop);
}

function setter(of: Act | TimelineSpec, shop: Workshop): Change['set'] {
  const entries = Object.entries(of.set).map(([id, value]) => {
    if (typeof value !== 'object') return [id, (): Scalar => value] as const;
    const expr = present(shop.expressions[value.is], `expression ${value.is}`);
    return [id, compileExpr(expr, shop)] as const;
  });
  if (entries.length === 0) return (env) => env.vars;
  return (env) => {
    const next: Record<string, Scalar> = { ...env.vars };
    for (const [id, value] of entries) next[id] = value(env);
    return next;
  };
}

function marks(of: Act | TimelineSpec, shop: Workshop): Change['emits'] {
  return CRITERIA.flatMap((criterion) => {
    const source = of.marks[criterion];
    if (source === undefined) return [];
    const value = quantity(source, shop);
    return [
      (env: Env): readonly Emitted[] => {
        const basis = Math.round(value(env) * WHOLE);
        return [{ type: 'marked', criterion, basis }];
      },
    ];
  });
}

type Emitter = (env: Env) => readonly Emitted[];

function compileEmit(emit: Emit, shop: Workshop): Emitter {
  const q = (source: string | number): ((env: Env) => number) => quantity(source, shop);
  const c = (source: string | boolean): ((env: Env) => boolean) => condition(source, shop);
  switch (emit.fact) {
    case 'answered':
      return fixed({ type: 'answered', ...(shop.channel === undefined ? {} : { channel: shop.channel }) });
    case 'delivered':
      return compileDelivered(emit, shop);
    case 'met':
    case 'hinted':
    case 'erred':
    case 'repaired':
    case 'served':
    case 'lapsed':
      return fixed(...plainFacts(emit));
    case 'verified': {
      const value = q(emit.share);
      return (env) => [{ type: 'verified', share: share(value(env)) }];
    }
    case 'disclosed': {
      const allowed = c(emit.allowed);
      return (env) => [{ type: 'disclosed', allowed: allowed(env) }];
    }
    case 'confirmed': {
      const [written, needsWriting] = [c(emit.written), c(emit.needsWriting)];
      return (env) => [
        { type: 'confirmed', fit: emit.fit, written: written(env), needsWriting: needsWriting(env) },
      ];
    }
    case 'proposed':
    case 'promised':
    case 'renewed':
    case 'offered':
    case 'spent':
    case 'cost':
      return compileNumbers(emit, q, c);
  }
}

function fixed(...facts: readonly Emitted[]): Emitter {
  return () => facts;
}

function compileDelivered(emit: Extract<Emit, { fact: 'delivered' }>, shop: Workshop): Emitter {
  const { promise, arrived } = emit;
  if (arrived === undefined) return fixed({ type: 'delivered', promise });
  const at = quantity(arrived, shop);
  return (env) => [{ type: 'delivered', promise, arrived: at(env) }];
}

type Plain = Extract<Emit, { fact: 'met' | 'hinted' | 'erred' | 'repaired' | 'served' | 'lapsed' }>;

function plainFacts(emit: Plain): readonly Emitted[] {
  switch (emit.fact) {
    case 'met':
      return [{ type: 'met', deadline: emit.deadline }];
    case 'hinted':
      return [{ type: 'hinted', criterion: emit.criterion }];
    case 'erred':
      return [{ type: 'erred', error: emit.error }];
    case 'repaired':
      return [{ type: 'repaired', error: emit.error }];
    case 'served':
      return [{ type: 'served', level: emit.level }];
    case 'lapsed': {
      const lapsed: Emitted = { type: 'lapsed', deadline: emit.deadline };
      return emit.error === undefined ? [lapsed] : [lapsed, { type: 'erred', error: emit.error }];
    }
  }
}

type Numeric = Extract<Emit, { fact: 'proposed' | 'promised' | 'renewed' | 'offered' | 'spent' | 'cost' }>;

function compileNumbers(
  emit: Numeric,
  q: (source: string | number) => (env: Env) => number,
  c: (source: string | boolean) => (env: Env) => boolean,
): Emitter {
  switch (emit.fact) {
    case 'proposed': {
      const [amount, limit] = [q(emit.quantity), q(emit.limit)];
      return (env) => [{ type: 'proposed', quantity: amount(env), limit: limit(env) }];
    }
    case 'promised': {
      const [due, mean, sd, needBy] = [q(emit.due), q(emit.mean), q(emit.sd), q(emit.needBy)];
      const promise = emit.promise;
      return (env) => [
        { type: 'promised', promise, due: due(env), mean: mean(env), sd: sd(env), needBy: needBy(env) },
      ];
    }
    case 'renewed': {
      const due = q(emit.due);
      return (env) => [{ type: 'renewed', promise: emit.promise, due: due(env) }];
    }
    case 'offered': {
      const [amount, low, high] = [q(emit.amount), q(emit.low), q(emit.high)];
      return (env) => [{ type: 'offered', amount: amount(env), low: low(env), high: high(env) }];
    }
    case 'spent': {
      const [amount, limit, approved] = [q(emit.amount), q(emit.limit), c(emit.approved)];
      const part = emit.share === undefined ? undefined : q(emit.share);
      return (env) => [
        {
          type: 'spent',
          amount: amount(env),
          limit: limit(env),
          approved: approved(env),
          ...(part ? { share: share(part(env)) } : {}),
        },
      ];
    }
    case 'cost': {
      const [amount, best, worst] = [q(emit.amount), q(emit.best), q(emit.worst)];
      return (env) => [{ type: 'cost', amount: amount(env), best: best(env), worst: worst(env) }];
    }
  }
}

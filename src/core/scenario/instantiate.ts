import { dice, present } from '../base';
import { num, type Expr } from './expression';
import type { FactSource } from './schema';
import type { Logic } from './parse';
import type { Scalar } from './terms';

/** One concrete case: every hidden fact is settled and nothing random is left. */
export interface Case {
  readonly logic: Logic;
  readonly seed: number;
  readonly facts: Readonly<Record<string, Scalar>>;
}

/**
 * Draws the hidden facts of a case. The only use of randomness in the product: equal seeds give equal facts,
 * each fact has dice of its own, so adding one never changes the others.
 * @param seed whole number ≥ 0
 * @example instantiate(logic, 7).facts['atp'] // 300
 */
export function instantiate(logic: Logic, seed: number): Case {
  const facts: Record<string, Scalar> = {};
  for (const [id, source] of Object.entries(logic.spec.facts)) {
    facts[id] = draw(source, {
      roll: dice(seed, `facts.${id}`),
      work: (text) => value(present(logic.expressions[text], `expression ${text}`), facts),
    });
  }
  return { logic, seed, facts };
}

function value(expr: Expr, facts: Readonly<Record<string, Scalar>>): number {
  return num(expr, { facts, bits: {} })({ vars: {}, known: 0, input: {} });
}

interface Means {
  readonly roll: ReturnType<typeof dice>;
  readonly work: (source: string) => number;
}

function draw(source: FactSource, means: Means): Scalar {
  if (typeof source !== 'object') return source;
  if ('is' in source) return means.work(source.is);
  if ('chance' in source) return means.roll(1, 100) <= source.chance;
  if ('from' in source) {
    const steps = Math.floor((source.to - source.from) / source.step);
    return source.from + means.roll(0, steps) * source.step;
  }
  return weighted(source.oneOf, source.weights ?? source.oneOf.map(() => 1), means);
}

function weighted(values: readonly Scalar[], weights: readonly number[], means: Means): Scalar {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let left = means.roll(1, total);
  for (const [index, weight] of weights.entries()) {
    left -= weight;
    if (left <= 0) return present(values[index], 'drawn value');
  }
  return present(values.at(-1), 'last value');
}

import type { Fact } from '../../core/attempt';
import type { CompiledCase } from '../../core/scenario';

/** Nobody's name is hidden. */
export const FROM_THE_START = -2;

/**
 * The input with which it became certain who is there: names are shown in what comes after it.
 * `FROM_THE_START` where a case never asks who it is; `Infinity` as long as nobody has been verified.
 * @example identitySince(compiled, progress.facts) // 0
 */
export function identitySince(c: CompiledCase, facts: readonly Fact[]): number {
  if (!asksIdentity(c)) return FROM_THE_START;
  return facts.find((fact) => fact.type === 'verified')?.input ?? Infinity;
}

function asksIdentity(c: CompiledCase): boolean {
  const { desk, scenes } = c.of.logic.spec;
  const acts = [desk, ...Object.values(scenes).map((scene) => scene.acts)].flatMap((of) => Object.values(of));
  return acts.some(({ emits }) => emits.some((emit) => emit.fact === 'verified'));
}

import type { Run, Typed } from '../../core/attempt';
import type { CompiledCase } from '../../core/scenario';

/** Which wording of a text fits a case: ids of the scenario file. */
export interface Variants {
  /** The first words of the customer. */
  readonly opening: string;
  /** What an act is answered with; undefined where there is one answer for every case. `run` is the state before. */
  readonly reply: (act: string, run: Run, typed: Typed) => string | undefined;
}

/**
 * The choice of wordings for one case.
 * @example variantsOf(compiled).opening // 'zhou'
 */
export function variantsOf(c: CompiledCase): Variants {
  const acts = [...c.desk, ...Object.values(c.scenes).flatMap((scene) => scene.acts)];
  const byRef = new Map(acts.map((act) => [act.ref, act]));
  return {
    opening: c.opening,
    reply: (act, run, input) => byRef.get(act)?.reply({ vars: run.vars, known: run.known, input }),
  };
}

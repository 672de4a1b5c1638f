import { present } from '../../src/core/base';
import { compileCase, instantiate, type CompiledCase, type Scenario } from '../../src/core/scenario';
import { readScenarios } from '../../src/io/content/scenario-plugin';
import { readPlays, scenariosRoot, type Plays } from '../content/plays';

/** A bundled case with its hand-scored plays. */
export interface Bundled {
  readonly code: string;
  readonly scenario: Scenario;
  readonly plays: Plays;
}

/** Every bundled case, in the order of its code. */
export function bundledCases(): readonly Bundled[] {
  return readScenarios(scenariosRoot)
    .map(({ id, scenario }) => ({
      scenario: present(scenario, `a sound scenario in ${id}`),
      plays: readPlays(id),
    }))
    .map((one) => ({ ...one, code: one.scenario.spec.code }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** A case with its luck drawn, ready to be played. */
export function caseOf(scenario: Scenario, seed: number): CompiledCase {
  return compileCase(instantiate(scenario, seed));
}

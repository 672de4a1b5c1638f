import { LOCALES, type Issue } from '../base';
import { Defects } from './issues';
import type { Scenario } from './parse';

/** Options of one scene may differ in length by this factor at most (the longest against the shortest). */
const MOST_UNEVEN = 2.2;

/**
 * Style defects of a sound scenario: things that would let a trainee guess. An empty list is required of
 * bundled scenarios.
 * @param folder shown in issues, e.g. `scenarios/stockout-key-account`
 * @example lintScenario(scenario, 'scenarios/x') // []
 */
export function lintScenario(scenario: Scenario, folder: string): readonly Issue[] {
  const defects = new Defects();
  const { 'R7.a': asked, 'R7.b': named } = scenario.spec.rubric;
  // Without a list R7.b cannot tell a need that was found from one that was guessed.
  if (asked?.findings !== undefined && named !== undefined && named.findings === undefined)
    defects.add(
      'rubric-lacks',
      { file: `${folder}/scenario.yaml`, path: 'rubric.R7.b.findings' },
      { id: 'R7.b', key: 'findings' },
    );
  for (const locale of LOCALES) {
    for (const [id, scene] of Object.entries(scenario.texts[locale].scenes)) {
      const choices = Object.entries(scene.acts).filter(([act]) => leadsOn(scenario, id, act));
      const lengths = choices.map(([, words]) => words.text.length);
      const [short, long] = [Math.min(...lengths), Math.max(...lengths)];
      if (choices.length > 1 && long > short * MOST_UNEVEN)
        defects.add(
          'uneven-options',
          { file: `${folder}/${locale}.yaml`, path: `scenes.${id}.acts` },
          { id, short, long },
        );
    }
  }
  return defects.list;
}

/** Only acts that compete with each other for the way on are compared; questions on the side are not. */
function leadsOn(scenario: Scenario, scene: string, act: string): boolean {
  return scenario.spec.scenes[scene]?.acts[act]?.to !== undefined;
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load, YAMLException } from 'js-yaml';
import type { Plugin } from 'vite';
import { formatIssue, LOCALES, type Issue } from '../../core/base';
import { lintScenario, parseScenario, Unreadable, type Scenario } from '../../core/scenario';
import { cardOf } from './card';

// Scenarios are read, checked and turned into plain data while building; the browser gets no YAML, no parser and
// no expression checker. A defect stops the build with the same sentence that the content test prints.

const CATALOGUE = 'virtual:scenarios';
const PART = 'virtual:scenario/';

/**
 * Parses an author's text with limits: no aliases, since a few lines of them can blow up to gigabytes. What does
 * not parse comes back as `Unreadable` with its line, for `parseScenario` to report with the other defects.
 * @example readYaml('a: [1') // Unreadable { line: 1, column: 6, … }
 */
export function readYaml(text: string): unknown {
  try {
    return load(text, { maxAliases: 0 });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { mark, reason } = error;
    return new Unreadable({ line: (mark?.line ?? 0) + 1, column: (mark?.column ?? 0) + 1, detail: reason });
  }
}

function readFile(path: string): unknown {
  return existsSync(path) ? readYaml(readFileSync(path, 'utf8')) : undefined;
}

/** What reading one folder gives: the scenario, or everything that is wrong with it. */
export interface ReadFolder {
  readonly id: string;
  readonly scenario: Scenario | undefined;
  readonly issues: readonly Issue[];
}

/**
 * Reads every scenario folder below a root. Used by the build, the content tests and the certificate.
 * @example readScenarios('scenarios').map((folder) => folder.id)
 */
export function readScenarios(root: string): readonly ReadFolder[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readFolder(root, entry.name))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function readFolder(root: string, id: string): ReadFolder {
  const folder = `scenarios/${id}`;
  const file = (name: string): unknown => readFile(join(root, id, name));
  const result = parseScenario({
    logic: file('scenario.yaml'),
    texts: { 'zh-CN': file('zh-CN.yaml'), en: file('en.yaml') },
    folder,
  });
  if (!result.ok) return { id, scenario: undefined, issues: result.error };
  return { id, scenario: result.value, issues: lintScenario(result.value, folder) };
}

/** Makes `virtual:scenarios` (cards and lazy parts of every scenario) out of the folder `scenarios`. */
export function scenarioPlugin(): Plugin {
  let root = '';
  const scenarios = (): readonly Scenario[] => {
    const folders = readScenarios(root);
    const issues = folders.flatMap((folder) => folder.issues);
    if (issues.length > 0) throw new Error(issues.map((issue) => formatIssue(issue, 'en')).join('\n'));
    return folders.flatMap((folder) => folder.scenario ?? []);
  };
  return {
    name: 'scenarios',
    configResolved(config) {
      root = join(config.root, 'scenarios');
    },
    resolveId: (id) => (id === CATALOGUE || id.startsWith(PART) ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${CATALOGUE}`) return catalogue(scenarios());
      if (!id.startsWith(`\0${PART}`)) return undefined;
      const [name, part] = id.slice(PART.length + 1).split('/');
      const scenario = scenarios().find(({ spec }) => spec.id === name);
      return scenario && `export default ${JSON.stringify(partOf(scenario, part ?? ''))}`;
    },
  };
}

function catalogue(scenarios: readonly Scenario[]): string {
  const parts = ['logic', ...LOCALES];
  const loaders = scenarios.map(({ spec }) => {
    const lines = parts.map((part) => `'${part}': () => import('${PART}${spec.id}/${part}')`);
    return `'${spec.id}': { ${lines.join(', ')} }`;
  });
  const cards = JSON.stringify(scenarios.map(cardOf));
  return `export const cards = ${cards};\nexport const parts = { ${loaders.join(',\n')} };`;
}

function partOf(scenario: Scenario, part: string): unknown {
  if (part === 'logic')
    return { spec: scenario.spec, expressions: scenario.expressions, hash: scenario.hash };
  const locale = LOCALES.find((known) => known === part);
  return locale && scenario.texts[locale];
}

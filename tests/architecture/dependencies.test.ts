import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import rules, { modules } from './dependency-rules.mjs';
import { plant, projectRoot, type Planted } from './planted';

interface Fault {
  readonly rule: string;
  /** The importing file, or the file that should not be there. */
  readonly from: string;
  readonly text: string;
}

const component = (script: string): string => `<script lang="ts">\n${script}\n</script>\n<p>hello</p>\n`;

/** One breach per row; the rule's own sentence is what the developer reads. */
const faults: readonly Fault[] = [
  { rule: 'layer-core', from: 'src/core/base/io.ts', text: "export { save } from '../../io/device';" },
  {
    rule: 'layer-core',
    from: 'src/core/base/type.ts',
    text: "export type { Saved } from '../../io/device';",
  },
  { rule: 'layer-io', from: 'src/io/lms/ui.ts', text: "export { words } from '../../ui/words';" },
  {
    rule: 'layer-ui',
    from: 'src/ui/Saved.svelte',
    text: component("import { save } from '../io/device';\nsave();"),
  },
  { rule: 'layer-labs', from: 'src/labs/eoq/save.ts', text: "export { save } from '../../io/device';" },
  { rule: 'core-base', from: 'src/core/base/up.ts', text: "export { scenario } from '../scenario';" },
  { rule: 'core-scenario', from: 'src/core/scenario/up.ts', text: "export { scoring } from '../scoring';" },
  { rule: 'core-attempt', from: 'src/core/attempt/up.ts', text: "export { scoring } from '../scoring';" },
  { rule: 'core-scoring', from: 'src/core/scoring/up.ts', text: "export { search } from '../search';" },
  { rule: 'core-search', from: 'src/core/search/up.ts', text: "export { course } from '../course';" },
  { rule: 'core-debrief', from: 'src/core/debrief/up.ts', text: "export { course } from '../course';" },
  { rule: 'core-lesson', from: 'src/core/lesson/up.ts', text: "export { scenario } from '../scenario';" },
  { rule: 'core-labs', from: 'src/core/labs/up.ts', text: "export { lesson } from '../lesson';" },
  { rule: 'core-course', from: 'src/core/course/up.ts', text: "export { interop } from '../interop';" },
  { rule: 'core-interop', from: 'src/core/interop/up.ts', text: "export { extra } from '../extra';" },
  {
    rule: 'layer-pages',
    from: 'src/pages/play/app.ts',
    text: "export { default as App } from '../../App.svelte';",
  },
  { rule: 'known-folders', from: 'src/core/course/extra.ts', text: "export { extra } from '../extra';" },
  {
    rule: 'known-folders',
    from: 'src/pages/home/extra.ts',
    text: "export { extra } from '../../utils/extra';",
  },
  { rule: 'core-npm', from: 'src/core/base/chart.ts', text: "export { Chart } from 'chart.js';" },
  { rule: 'core-npm', from: 'src/core/base/svelte.ts', text: "export { tick } from 'svelte';" },
  { rule: 'core-npm', from: 'src/core/base/disk.ts', text: "export { readFileSync } from 'node:fs';" },
  { rule: 'browser-only', from: 'src/io/device/disk.ts', text: "export { readFileSync } from 'node:fs';" },
  { rule: 'browser-only', from: 'src/io/device/yaml.ts', text: "export { load } from 'js-yaml';" },
  { rule: 'build-time', from: 'src/io/content/plug.ts', text: "export { plugin } from './scenario-plugin';" },
  {
    rule: 'front-door',
    from: 'src/core/scoring/deep.ts',
    text: "export { inner } from '../scenario/inner';",
  },
  {
    rule: 'front-door',
    from: 'src/pages/play/deep.ts',
    text: "export { inner } from '../../core/scenario/inner';",
  },
  { rule: 'front-door', from: 'src/ui/deep.ts', text: "export { inner } from '../core/scenario/inner';" },
  { rule: 'front-door', from: 'src/deep.ts', text: "export { inner } from './core/scenario/inner';" },
  {
    rule: 'front-door',
    from: 'src/pages/play/Deep.svelte',
    text: `<script module lang="ts">\nimport { inner } from '../../core/scenario/inner';\nconsole.log(inner);\n</script>\n`,
  },
  {
    rule: 'pages-are-islands',
    from: 'src/pages/play/other.ts',
    text: "export { home } from '../home/home';",
  },
  {
    rule: 'labs-are-islands',
    from: 'src/labs/eoq/other.ts',
    text: "export { queue } from '../queue/queue';",
  },
  {
    rule: 'labs-are-islands',
    from: 'src/labs/frame/lab.ts',
    text: "export { queue } from '../queue/queue';",
  },
  {
    rule: 'labs-by-registry',
    from: 'src/pages/home/lab.ts',
    text: "export { queue } from '../../labs/queue/queue';",
  },
  { rule: 'only-db-knows-dexie', from: 'src/pages/home/store.ts', text: "export { Dexie } from 'dexie';" },
  {
    rule: 'no-cycles',
    from: 'src/core/search/egg.ts',
    text: "import { hen } from './hen';\nexport const egg = hen;",
  },
  { rule: 'no-dead-files', from: 'src/core/base/dead.ts', text: 'export const dead = 1;' },
  { rule: 'no-dead-files', from: 'src/labs/eoq/dead.ts', text: 'export const dead = 1;' },
  { rule: 'not-to-test', from: 'src/io/device/test.ts', text: "export { fake } from '../../../tests/fake';" },
  { rule: 'not-to-test', from: 'src/io/device/beside.ts', text: "export { fixture } from './clock.test';" },
  { rule: 'resolvable', from: 'src/ui/typo.ts', text: "export { nothing } from './tpyo';" },
];

/** The other half of a breach that takes two files. */
const partners = {
  'src/core/search/hen.ts': "import { egg } from './egg';\nexport const hen = egg;",
  'src/core/extra/index.ts': 'export const extra = 1;',
  'src/utils/extra.ts': 'export const extra = 1;',
};

const index = (name: string): [string, string] => [`src/core/${name}/index.ts`, `export const ${name} = 1;`];

/** What the rules allow, all of it reachable from an entry point. */
const clean: Readonly<Record<string, string>> = {
  'src/main.ts': "import App from './App.svelte';\nimport './ui/tokens.css';\nexport { App };",
  'src/App.svelte': component("const page = () => import('./pages/home/HomePage.svelte');\nvoid page();"),
  'src/pages/home/HomePage.svelte': component(
    [
      "import { labs } from '../../labs';",
      "import { frame } from '../../labs/frame/frame';",
      "import { everything } from './home';",
      "import { archive } from '../../io/db';",
      'console.log(labs, frame, everything, archive);',
    ].join('\n'),
  ),
  'src/pages/home/home.ts': [
    "export { scoring } from '../../core/scoring';",
    "export { interop } from '../../core/interop';",
    "export { course } from '../../core/course';",
    "export { debrief } from '../../core/debrief';",
    "export { labs as sums } from '../../core/labs';",
    "export { save } from '../../io/device';",
    "export { words } from '../../ui/words';",
    "export { cases } from 'virtual:scenarios';",
    'export const everything = 1;\nexport const home = 1;',
  ].join('\n'),
  'src/io/device/search.worker.ts':
    "import { search } from '../../core/search';\nexport const found = search;",
  ...Object.fromEntries(Object.keys(modules).map(index)),
  'src/core/scenario/index.ts': "export { inner } from './inner';\nexport const scenario = 1;",
  'src/core/scenario/inner.ts': [
    "export { createMachine } from 'xstate';",
    "export { object } from 'valibot';",
    "export { parse } from '@marcbachmann/cel-js';",
    "export { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';",
    "export { base } from '../base';",
    'export const inner = 1;',
  ].join('\n'),
  'src/core/scoring/index.ts': [
    "export { scenario } from '../scenario';",
    "export { attempt } from '../attempt';",
    'export const scoring = 1;',
  ].join('\n'),
  'src/core/interop/index.ts': "export { lesson } from '../lesson';\nexport const interop = 1;",
  'src/core/scoring/laws.test.ts':
    "import fc from 'fast-check';\nimport '../../../tests/fake';\nexport { fc };",
  'src/io/device/index.ts': [
    "export { default as Searcher } from './search.worker?worker';",
    'export interface Saved { readonly id: string }',
    'export const save = (): number => 1;',
  ].join('\n'),
  'src/io/device/clock.test.ts': 'export const fixture = 1;',
  'src/io/db/index.ts': "export { Dexie as archive } from 'dexie';",
  'src/io/content/scenario-plugin.ts': [
    "import { readFileSync } from 'node:fs';",
    "import { load } from 'js-yaml';",
    "import type { Plugin } from 'vite';",
    "import { scenario } from '../../core/scenario';",
    'export const plugin = [readFileSync, load, scenario];',
    'export type P = Plugin;',
  ].join('\n'),
  'src/ui/words.ts': 'export const words = 1;',
  'src/ui/tokens.css': ':root { --a: 1px; }',
  'src/labs/index.ts':
    "export const labs = [() => import('./eoq/Lab.svelte'), () => import('./queue/queue')];",
  'src/labs/frame/frame.ts': 'export const frame = 1;',
  'src/labs/eoq/cost.ts': "export { base as cost } from '../../core/base';",
  'src/labs/eoq/Lab.svelte': component(
    [
      "import { words } from '../../ui/words';",
      "import { frame } from '../frame/frame';",
      "import { cost } from './cost';",
      'console.log(words, frame, cost);',
    ].join('\n'),
  ),
  'src/labs/queue/queue.ts': 'export const queue = 1;',
  'tests/fake.ts': 'export const fake = 1;',
};

/** Cruises `src` under a folder with the project's rules: "rule: from → to" for every breach. */
async function breaches(folder: string): Promise<string[]> {
  const options = await extractDepcruiseOptions(join(projectRoot, 'tests/architecture/dependency-rules.mjs'));
  const tsConfig = extractTSConfig(join(projectRoot, 'tsconfig.json'));
  const cruised = { ...options, baseDir: folder } satisfies ICruiseOptions;
  const { output } = await cruise(['src'], cruised, options.enhancedResolveOptions, { tsConfig });
  return resultOf(output).summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

function resultOf(output: ICruiseResult | string): ICruiseResult {
  if (typeof output === 'string') throw new Error(output);
  return output;
}

const sentences = new Map((rules.forbidden ?? []).map(({ name, comment }) => [name, comment]));

describe('the dependencies of src', () => {
  it('keep every rule', async () => {
    const found = await breaches(projectRoot);
    const told = found.map((line) => `${line}\n  ${sentences.get(line.split(':')[0]) ?? ''}`);
    expect(told.join('\n')).toBe('');
  });
});

describe('the dependency rules', () => {
  let planted: Planted | undefined;
  let found: readonly string[] = [];

  beforeAll(async () => {
    const wrong = Object.fromEntries(faults.map(({ from, text }) => [from, `${text}\n`]));
    const packages = readFileSync(join(projectRoot, 'package.json'), 'utf8');
    planted = plant({ 'package.json': packages, ...clean, ...partners, ...wrong });
    found = await breaches(planted.folder);
  });
  afterAll(() => planted?.remove());

  it.each(faults)('$rule catches $from', ({ rule, from }) => {
    expect(found.filter((line) => line.startsWith(`${rule}: ${from} →`))).not.toEqual([]);
  });

  it('leave none without a fault planted here', () => {
    const caught = new Set(found.map((line) => line.split(':')[0]));
    const idle = [...sentences.keys()].filter((name) => name !== undefined && !caught.has(name));
    expect(idle).toEqual([]);
  });

  it('have a sentence for the developer', () => {
    expect([...sentences.values()].every((sentence) => (sentence ?? '').length > 20)).toBe(true);
  });

  it('leave alone what is allowed', () => {
    expect(found.filter((line) => Object.keys(clean).some((path) => line.includes(`: ${path} →`)))).toEqual(
      [],
    );
  });
});

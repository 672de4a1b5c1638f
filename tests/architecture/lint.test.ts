import { ESLint } from 'eslint';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plant, projectRoot, type Planted } from './planted';

interface Fault {
  readonly requirement: string;
  readonly path: string;
  readonly text: string;
  readonly rule: string;
}

const component = (script: string, markup = ''): string =>
  `<script lang="ts">\n${script}\n</script>\n${markup}\n`;
const lines = (count: number): string => Array.from({ length: count }, (_, i) => `// ${i}`).join('\n');
const functionOf = (count: number): string =>
  `export function long(): number {\n  let n = 0;\n${'  n += 1;\n'.repeat(count)}  return n;\n}\n`;

const faults: readonly Fault[] = [
  {
    requirement: 'refuses `export *`',
    path: 'src/core/scenario/index.ts',
    text: "export * from './list';\n",
    rule: 'no-restricted-syntax',
  },
  {
    requirement: 'refuses a cast outside core/base',
    path: 'src/core/attempt/cast.ts',
    text: 'export const read = (raw: unknown): number => raw as number;\n',
    rule: 'no-restricted-syntax',
  },
  {
    requirement: 'refuses a cast in a component',
    path: 'src/ui/Cast.svelte',
    text: component('const { raw }: { raw: unknown } = $props();', '<p>{raw as string}</p>'),
    rule: 'no-restricted-syntax',
  },
  {
    requirement: 'refuses a cast in a test',
    path: 'src/core/attempt/cast.test.ts',
    text: 'export const read = (raw: unknown): number => raw as number;\n',
    rule: 'no-restricted-syntax',
  },
  {
    requirement: 'refuses an enum',
    path: 'src/core/scoring/right.ts',
    text: 'export enum Right {\n  Customer = 1,\n}\n',
    rule: 'no-restricted-syntax',
  },
  {
    requirement: 'refuses a default export of a module',
    path: 'src/io/device/default.ts',
    text: 'export default 1;\n',
    rule: 'no-restricted-syntax',
  },
  {
    requirement: 'refuses Math.random in core',
    path: 'src/core/scenario/dice.ts',
    text: 'export const dice = (): number => Math.random();\n',
    rule: 'no-restricted-properties',
  },
  {
    requirement: 'refuses Date.now in core',
    path: 'src/core/attempt/now.ts',
    text: 'export const now = (): number => Date.now();\n',
    rule: 'no-restricted-properties',
  },
  {
    requirement: 'refuses new Date() in core',
    path: 'src/core/attempt/today.ts',
    text: 'export const today = (): Date => new Date();\n',
    rule: 'no-restricted-syntax',
  },
  {
    requirement: 'refuses the clock in core/base, where casts may stand',
    path: 'src/core/base/today.ts',
    text: 'export const today = (): Date => new Date();\n',
    rule: 'no-restricted-syntax',
  },
  {
    requirement: 'refuses the time zone of the machine in core',
    path: 'src/core/attempt/hour.ts',
    text: 'export const hour = (at: Date): number => at.getHours();\n',
    rule: 'no-restricted-syntax',
  },
  {
    requirement: 'refuses the language data of the machine in core',
    path: 'src/core/course/sort.ts',
    text: 'export const order = (a: string, b: string): number => a.localeCompare(b);\n',
    rule: 'no-restricted-syntax',
  },
  {
    requirement: 'refuses dice in the graded half of a lab',
    path: 'src/labs/eoq/lab.ts',
    text: 'export const dice = (): number => Math.random();\n',
    rule: 'no-restricted-properties',
  },
  {
    requirement: 'refuses a switch that forgets a case',
    path: 'src/core/scoring/switch.ts',
    text: "export function f(x: 'a' | 'b'): void {\n  switch (x) {\n    case 'a':\n  }\n}\n",
    rule: '@typescript-eslint/switch-exhaustiveness-check',
  },
  {
    requirement: 'refuses any',
    path: 'src/core/scoring/any.ts',
    text: 'export const f = (x: any): boolean => x === 1;\n',
    rule: '@typescript-eslint/no-explicit-any',
  },
  {
    requirement: 'refuses a non-null assertion',
    path: 'src/core/scoring/bang.ts',
    text: 'export const first = (list: readonly number[]): number => list[0]!;\n',
    rule: '@typescript-eslint/no-non-null-assertion',
  },
  {
    requirement: 'refuses a promise nobody waits for, in a handler of a component',
    path: 'src/pages/play/Floating.svelte',
    text: component(
      'const { save }: { save: () => Promise<void> } = $props();',
      '<button onclick={() => { save(); }}>x</button>',
    ),
    rule: '@typescript-eslint/no-floating-promises',
  },
  {
    requirement: 'refuses HTML from text in a component',
    path: 'src/ui/Html.svelte',
    text: component('const { text }: { text: string } = $props();', '<p>{@html text}</p>'),
    rule: 'svelte/no-at-html-tags',
  },
  {
    requirement: 'refuses a nested ternary',
    path: 'src/core/scoring/ternary.ts',
    text: 'export const sign = (n: number): number => (n > 0 ? 1 : n < 0 ? -1 : 0);\n',
    rule: 'no-nested-ternary',
  },
  {
    requirement: 'refuses a fourth parameter',
    path: 'src/core/scoring/params.ts',
    text: 'export const f = (a: number, b: number, c: number, d: number): number => a + b + c + d;\n',
    rule: '@typescript-eslint/max-params',
  },
  {
    requirement: 'refuses a file of more than 400 lines',
    path: 'src/core/scoring/long-file.ts',
    text: lines(401),
    rule: 'max-lines',
  },
  {
    requirement: 'refuses a function of more than 60 lines',
    path: 'src/core/scoring/long-function.ts',
    text: functionOf(60),
    rule: 'max-lines-per-function',
  },
  {
    requirement: 'refuses a component of more than 150 lines',
    path: 'src/ui/Long.svelte',
    text: component(lines(150)),
    rule: 'max-lines',
  },
  {
    requirement: 'refuses a type of io in a component of ui, which dependency-cruiser cannot see',
    path: 'src/ui/Type.svelte',
    text: component(
      "import type { Saved } from '../io/device';\nconst { saved }: { saved: Saved } = $props();",
      '{saved.id}',
    ),
    rule: '@typescript-eslint/no-restricted-imports',
  },
];

const clean = {
  'src/core/base/index.ts': 'export const brand = (n: number): 7 => n as 7;\n',
  'src/core/base/phantom.ts': 'export function phantom<T>(): T {\n  return {} as T;\n}\n',
  'src/core/scenario/list.ts': "export const list = ['a', 'b'] as const;\n",
  'src/core/scenario/long.test.ts': functionOf(100),
  'src/core/attempt/day.ts': 'export const day = (at: number): number => new Date(at).getUTCDate();\n',
  'src/io/device/index.ts':
    'export interface Saved {\n  readonly id: string;\n}\nexport const now = (): number => Date.now();\n',
  'src/ui/Pick.svelte': component(
    "const { onpick }: { onpick: (value: 'a' | 'b') => void } = $props();",
    "<button onclick={() => onpick('a')}>a</button>",
  ),
  'src/ui/Picked.svelte': component(
    "import Pick from './Pick.svelte';\nlet picked = $state<'a' | 'b'>('a');",
    '<Pick onpick={(value) => (picked = value)} />\n<p>{picked}</p>',
  ),
  'src/labs/eoq/Lab.svelte': component(
    "import { now } from './now';\nconst started = now();",
    '<p>{started}</p>',
  ),
  'src/labs/eoq/now.ts': 'export const now = (): number => Date.now();\n',
  'src/pages/play/Page.svelte': component(
    "import type { Saved } from '../../io/device';\nconst { saved, close }: { saved: Saved; close: () => void } = $props();",
    '<button onclick={() => close()}>{saved.id}</button>',
  ),
  'vite.config.ts': 'export default {};\n',
};

let planted: Planted | undefined;
const found = new Map<string, readonly string[]>();

beforeAll(async () => {
  const tsconfig = JSON.stringify({
    extends: join(projectRoot, 'tsconfig.json'),
    include: ['src', '*.ts'],
    exclude: [],
  });
  const wrong = Object.fromEntries(faults.map(({ path, text }) => [path, text]));
  planted = plant({ 'tsconfig.json': tsconfig, ...clean, ...wrong });
  const eslint = new ESLint({
    cwd: planted.folder,
    overrideConfigFile: join(projectRoot, 'eslint.config.js'),
  });
  for (const { filePath, messages } of await eslint.lintFiles(['src', 'vite.config.ts'])) {
    const rules = messages.map(({ ruleId, message }) => ruleId ?? message);
    found.set(filePath.slice(planted.folder.length + 1).replaceAll('\\', '/'), rules);
  }
});
afterAll(() => planted?.remove());

describe('the lint rules', () => {
  it.each(faults)('$requirement', ({ path, rule }) => {
    expect(found.get(path)).toEqual([rule]);
  });

  it.each(Object.keys(clean))('accept %s, which keeps them all', (path) => {
    expect(found.get(path)).toEqual([]);
  });
});

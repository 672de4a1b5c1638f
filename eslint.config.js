import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';
import { layers } from './tests/architecture/dependency-rules.mjs';

const tests = ['**/*.test.ts', '**/*.spec.ts', 'tests/**'];
/** Graded and replayed: the same input must give the same bytes on every machine, on every day. */
const deterministic = ['src/core/**/*.ts', 'src/labs/*/lab.ts'];

const noExportAll = {
  selector: 'ExportAllDeclaration',
  message: 'List what you export; a barrel hides cycles.',
};
const noEnum = { selector: 'TSEnumDeclaration', message: 'Use a const array and a union type.' };
const noCast = [
  {
    selector: "TSAsExpression:not([typeAnnotation.typeName.name='const'])",
    message: 'Parse or narrow instead of casting; only src/core/base may cast.',
  },
  {
    selector: 'TSTypeAssertion',
    message: 'Parse or narrow instead of casting; only src/core/base may cast.',
  },
];
const noDefault = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name; only components and configuration files have a default export.',
};
const noClock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'core takes time as an argument.',
  },
  {
    selector: "CallExpression[callee.name='Date']",
    message: 'core takes time as an argument.',
  },
  {
    selector:
      'MemberExpression[property.name=/^([gs]et(Date|Day|FullYear|Month|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset))$/]',
    message: 'The answer depends on the time zone of the machine; use the UTC methods.',
  },
  {
    selector: 'MemberExpression[property.name=/^(localeCompare|toLocale[A-Z].*)$/]',
    message: 'The answer depends on the machine and its language data; format in ui.',
  },
];
const everywhere = [noExportAll, noEnum];

/**
 * To ESLint the props of an imported component are `any`, and so is every parameter of a callback or snippet
 * handed to it. svelte-check knows their types and holds what these rules would.
 *
 * @type {import('eslint').Linter.RulesRecord}
 */
const propsOfOtherComponents = {
  '@typescript-eslint/no-unsafe-argument': 'off',
  '@typescript-eslint/no-unsafe-assignment': 'off',
  '@typescript-eslint/no-unsafe-call': 'off',
  '@typescript-eslint/no-unsafe-member-access': 'off',
  '@typescript-eslint/no-unsafe-return': 'off',
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowAny: true }],
};

/**
 * dependency-cruiser never sees an `import type` in a component (it is erased before), so for components the
 * same table of layers is held here as well.
 */
const layersOfComponents = Object.entries(layers).flatMap(([layer, may]) => {
  const others = Object.keys(layers).filter((other) => other !== layer && !may.includes(other));
  if (others.length === 0) return [];
  const message = `src/${layer} may import ${may.join(', ') || 'nothing of ours'}.`;
  const patterns = [{ regex: `^(\\.\\./)+(${others.join('|')})(/|$)`, message }];
  /** @type {import('eslint').Linter.RulesRecord} */
  const rules = { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] };
  return [{ files: [`src/${layer}/**/*.svelte`], rules }];
});

export default defineConfig(
  globalIgnores(['dist/', 'test-results/', 'playwright-report/', '.cache/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      'no-undef': 'off', // TypeScript does this, and knows the globals.
      'no-nested-ternary': 'error',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', ...everywhere, ...noCast],
      '@typescript-eslint/max-params': ['error', { max: 3 }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { requireDefaultForNonUnion: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // `() => close()` as a callback is how Svelte handlers are written; it confuses nobody.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A number in a template prints as one expects; the rule's other types stay forbidden.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A name that starts with _ is a parameter the signature needs and the body does not.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...noCast, noDefault] },
  },
  {
    files: deterministic,
    ignores: tests,
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, ...noCast, noDefault, ...noClock],
      'no-restricted-properties': [
        'error',
        {
          object: 'Math',
          property: 'random',
          message: 'Randomness is spent once, in instantiate(scenario, seed).',
        },
        { object: 'Date', property: 'now', message: 'core takes time as an argument.' },
        {
          object: 'Date',
          property: 'parse',
          message: 'Depends on the time zone of the machine; parse by hand.',
        },
        { object: 'performance', property: 'now', message: 'core takes time as an argument.' },
        { object: 'crypto', property: 'getRandomValues', message: 'Randomness comes from the seed.' },
        { object: 'crypto', property: 'randomUUID', message: 'Randomness comes from the seed.' },
      ],
    },
  },
  {
    // The one place where a cast may stand: brands are made and unmade here.
    files: ['src/core/base/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, noDefault, ...noClock],
      // A function that returns a type nobody gave it is a cast by another name.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
  { files: tests, rules: { 'max-lines-per-function': 'off' } }, // a describe block is one long function
  {
    files: ['**/*.svelte', '**/*.svelte.ts', '**/*.svelte.test.ts'],
    rules: { 'no-useless-assignment': 'off' }, // who reads a $state is not in sight of the rule
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    rules: {
      // `let { a, b = $bindable() } = $props()` may hold both kinds.
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { destructuring: 'all' }],
      // State is replaced, never changed in place ($state.raw), so the plain Map, Set and URLSearchParams are right.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    files: ['**/*.svelte'],
    rules: {
      'max-lines': ['error', { max: 150 }],
      'svelte/no-at-html-tags': 'error',
      ...propsOfOtherComponents,
    },
  },
  ...layersOfComponents,
  { files: ['**/*.js', '**/*.mjs'], extends: [ts.configs.disableTypeChecked] },
  {
    // An ambient module is a script: it has no imports of its own, so it can only name types in place.
    files: ['**/*.d.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
);

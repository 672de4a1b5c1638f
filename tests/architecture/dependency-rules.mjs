// Which part of src may know which. These tables are the architecture; ARCHITECTURE.md explains them.

/**
 * The top folders of src, and what each may import besides itself.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const layers = {
  core: [],
  io: ['core'],
  ui: ['core'],
  labs: ['core', 'ui'],
  pages: ['core', 'io', 'ui', 'labs'],
};

/**
 * The modules of core, likewise.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const modules = {
  base: [],
  scenario: ['base'],
  attempt: ['base', 'scenario'],
  scoring: ['base', 'scenario', 'attempt'],
  search: ['base', 'scenario', 'attempt', 'scoring'],
  debrief: ['base', 'scenario', 'attempt', 'scoring', 'search'],
  lesson: ['base'],
  labs: ['base', 'scenario', 'scoring'],
  course: ['base', 'scenario', 'attempt', 'scoring', 'search', 'lesson'],
  interop: ['base', 'scenario', 'attempt', 'scoring', 'search', 'lesson', 'course'],
};

/** The folders of io; each hides one part of the world. */
const doors = [
  'db',
  'lms',
  'content',
  'lessons',
  'device',
  'offline',
  'analysis',
  'labs',
  'files',
  'secrets',
  'teaching',
  'grading',
];

const packagesOfCore = ['xstate', 'valibot', '@marcbachmann/cel-js', 'pure-rand', 'ts-fsrs', 'fflate'];
const test = '[.]test[.]ts$';
/** Runs in Node while Vite builds or serves; never part of the app. */
const buildTime = '^src/io/[^/]+/[^/]+-plugin[.]ts$';
/** What a browser, a worker or Vite starts from, and what the figures of lessons find on disk. */
const entries = ['^src/main[.]ts$', '[.]worker[.]ts$', buildTime, '^src/ui/course/drawings/[^/]+[.]svelte$'];

/**
 * One rule per row: a folder imports only itself and what the table lists.
 *
 * @param {string} prefix of the folders, under src/
 * @param {Readonly<Record<string, readonly string[]>>} table
 * @param {string} what the rule is called
 * @returns {import('dependency-cruiser').IForbiddenRuleType[]}
 */
const only = (prefix, table, what) =>
  Object.entries(table).map(([name, may]) => ({
    name: `${what}-${name}`,
    severity: 'error',
    comment: `src/${prefix}${name} may import ${may.join(', ') || 'nothing of ours'}.`,
    from: { path: `^src/${prefix}${name}/` },
    to: {
      path: `^src/${prefix}`,
      pathNot: [name, ...may].map((folder) => `^src/${prefix}${folder}/`),
    },
  }));

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  ...only('', layers, 'layer'),
  ...only('core/', modules, 'core'),
  {
    name: 'known-folders',
    severity: 'error',
    comment: 'The tree is fixed: this folder is in no table here. Find the module the file belongs to.',
    from: { path: '^src/' },
    to: {
      path: '^src/',
      pathNot: [
        '^src/(main[.]ts|App[.]svelte)$',
        `^src/core/(${Object.keys(modules).join('|')})/`,
        `^src/io/((${doors.join('|')})/|[^/]+$)`,
        '^src/(ui|labs|pages)/',
      ],
    },
  },
  {
    name: 'core-npm',
    severity: 'error',
    comment: `core uses ${packagesOfCore.join(', ')} and nothing else from outside. Argue for more in ARCHITECTURE.md first.`,
    from: { path: '^src/core/', pathNot: test },
    to: {
      pathNot: ['^src/', ...packagesOfCore.map((name) => `node_modules/${name}/`)],
      couldNotResolve: false,
    },
  },
  {
    name: 'browser-only',
    severity: 'error',
    comment: 'The app runs in a browser: no Node module and no development package in it.',
    from: { path: '^src/', pathNot: [test, buildTime] },
    to: {
      dependencyTypes: ['core', 'npm-dev'],
      pathNot: 'node_modules/svelte/',
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'build-time',
    severity: 'error',
    comment: 'A Vite plugin runs in Node while the app is built; the app does not import it.',
    from: { path: '^src/', pathNot: [test, buildTime] },
    to: { path: buildTime },
  },
  {
    name: 'front-door',
    severity: 'error',
    comment: 'Enter another module by its index.ts.',
    from: { path: '^src/([^/]+/[^/]+|[^/]+$)' },
    to: { path: '^src/(core|io)/[^/]+/', pathNot: ['^src/(core|io)/[^/]+/index[.]ts$', '^src/$1/'] },
  },
  {
    name: 'pages-are-islands',
    severity: 'error',
    comment: 'A page does not import another page: share through core, ui or labs.',
    from: { path: '^src/pages/([^/]+)/' },
    to: { path: '^src/pages/', pathNot: '^src/pages/$1/' },
  },
  {
    name: 'labs-are-islands',
    severity: 'error',
    comment: 'A lab does not import another lab; what labs share is in labs/frame.',
    from: { path: '^src/labs/([^/]+)/' },
    to: { path: '^src/labs/', pathNot: ['^src/labs/$1/', '^src/labs/frame/'] },
  },
  {
    name: 'labs-by-registry',
    severity: 'error',
    comment: 'A page finds a lab in labs/index.ts, which loads it when it is opened.',
    from: { path: '^src/pages/' },
    to: { path: '^src/labs/', pathNot: '^src/labs/(index[.]ts$|frame/)' },
  },
  {
    name: 'only-db-knows-dexie',
    severity: 'error',
    comment: 'Dexie is named in io/db (the learner) and io/teaching (the instructor) alone.',
    from: { path: '^src/', pathNot: '^src/io/(db|teaching)/' },
    to: { path: 'node_modules/dexie/' },
  },
  {
    name: 'no-cycles',
    severity: 'error',
    comment: 'Modules that import each other in a circle are one module in disguise: break the circle.',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'no-dead-files',
    severity: 'error',
    comment: 'Nothing that starts the app reaches this file: use it or delete it.',
    from: { path: entries },
    to: { path: '^src/', pathNot: [...entries, test, '[.]d[.]ts$'], reachable: false },
  },
  {
    name: 'not-to-test',
    severity: 'error',
    comment: 'Production code does not import tests.',
    from: { path: '^src/', pathNot: test },
    to: { path: ['^tests/', test] },
  },
  {
    name: 'resolvable',
    severity: 'error',
    comment: 'This import leads nowhere: a typing mistake or a missing package.',
    from: {},
    to: { couldNotResolve: true, pathNot: '^virtual:' },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden,
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^svelte/internal' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.svelte', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};

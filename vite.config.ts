import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { scenarioPlugin } from './src/io/content/scenario-plugin';
import { lessonPlugin } from './src/io/lessons/lesson-plugin';
import { offlinePlugin } from './src/io/offline/offline-plugin';

const database = 'src/io/db/**/*.test.ts';
const stateful = ['src/{ui,labs,pages}/**/*.test.ts', 'tests/**/*.svelte.test.ts'];

export default defineConfig({
  base: './',
  // Routes live in the hash, so a path that is not a file must answer 404 and not the start page.
  appType: 'mpa',
  // Without the last one the build has no service worker and registers none, as packages for learning platforms must.
  plugins: [scenarioPlugin(), lessonPlugin(), svelte(), offlinePlugin()],
  build: {
    target: 'es2022',
    cssCodeSplit: true,
    // The content security policy allows no inline script, style or data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  worker: { format: 'es', plugins: () => [scenarioPlugin()] },
  preview: { host: '127.0.0.1', port: 4173, strictPort: true },
  test: {
    // Generous, so that a busy machine is not a failure; a passing run never waits for them.
    testTimeout: 600_000,
    hookTimeout: 120_000,
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: [
            'src/**/*.test.ts',
            'tests/{architecture,bench,content,laws,lessons,old,golden}/**/*.test.ts',
          ],
          exclude: [database, ...stateful],
        },
      },
      {
        extends: true,
        // Runes are live only in Svelte's client build; the condition picks it, the environment compiles for it.
        resolve: { conditions: ['browser'] },
        test: { name: 'runes', environment: './tests/runes-environment.ts', include: stateful },
      },
      {
        extends: true,
        test: { name: 'db', include: [database], setupFiles: ['fake-indexeddb/auto'] },
      },
    ],
  },
});

import type { Environment } from 'vitest/runtime';

/**
 * Plain Node for tests, with one difference: modules go through Vite's `client` pipeline.
 * Vitest's own `node` environment compiles `.svelte.ts` files for server rendering, where `$effect` never runs.
 * There is still no DOM here; what needs one is tested in a browser.
 */
export default {
  name: 'runes',
  viteEnvironment: 'client',
  setup: () => ({ teardown: () => undefined }),
} satisfies Environment;

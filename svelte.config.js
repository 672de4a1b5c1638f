// Read by svelte-check, ESLint and editors; the build takes the same object through vite.config.ts.
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/vite-plugin-svelte').SvelteConfig} */
export default { preprocess: [vitePreprocess()], compilerOptions: { runes: true } };

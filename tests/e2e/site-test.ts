import { test } from '@playwright/test';
import { buildAt, Site, type Build } from './offline-site';

/** Every test has a server of its own, which can be changed or taken away under the open pages. */
export const siteTest = test.extend<{ site: Site; address: string }, { build: Build }>({
  build: [
    async ({ browserName: _ }, use, { project }) => {
      await use(await buildAt(project.use.baseURL ?? ''));
    },
    { scope: 'worker' },
  ],
  site: async ({ build }, use) => {
    const site = new Site(build);
    await use(site);
    await site.close();
  },
  address: async ({ site }, use) => use(await site.open()),
  baseURL: async ({ address }, use) => use(address),
});

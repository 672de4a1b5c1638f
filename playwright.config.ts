import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from './tests/find-browser.mjs';

const address = 'http://127.0.0.1:4317/';
const launchOptions = (await findBrowser())?.launchOptions ?? {};

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  // Generous, so that a busy machine is not a failure; a passing run never waits for them.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  workers: 2,
  reporter: [['line']],
  // The offline copy is fetched in the background of a visit; only the tests of it let it.
  use: { baseURL: address, locale: 'en-US', serviceWorkers: 'block', launchOptions },
  projects: [
    { name: 'desktop', use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } } },
    { name: 'phone', use: { ...devices['Pixel 7'], viewport: { width: 360, height: 740 } } },
  ],
  // Serves what `npm run build` left in dist; it does not build.
  webServer: {
    command:
      'node node_modules/vite/bin/vite.js preview --configLoader runner --host 127.0.0.1 --port 4317 --strictPort',
    url: address,
    reuseExistingServer: false,
  },
});

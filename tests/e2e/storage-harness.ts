import { chromium, type BrowserContext } from '@playwright/test';
import { readdir, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { findBrowser } from '../find-browser.mjs';

/** What Playwright takes for a browser on a profile. */
export type ProfileOptions = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>;

/** A browser on a profile of its own, which outlives it. */
export type Profile = {
  readonly context: BrowserContext;
  /** Ends the whole browser as a power failure would: SIGKILL, no goodbye. Resolves when it is gone. */
  kill(): Promise<void>;
};

/**
 * Starts a browser on a profile folder; the same folder again gives the same storage.
 * @example const profile = await launchProfile(testInfo.outputPath('profile'))
 */
export async function launchProfile(folder: string, options: ProfileOptions = {}): Promise<Profile> {
  const found = await findBrowser();
  const context = await chromium.launchPersistentContext(folder, { ...found?.launchOptions, ...options });
  const main = await processOf(context);
  return { context, kill: () => kill(context, main) };
}

/** The browser's main process; the others end when it does. */
async function processOf(context: BrowserContext): Promise<number> {
  const browser = context.browser();
  if (!browser) throw new Error('a persistent context has a browser');
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  await devtools.detach();
  const main = processInfo.find(({ type }) => type === 'browser');
  if (!main) throw new Error('the browser names no process of its own');
  return main.id;
}

async function kill(context: BrowserContext, main: number): Promise<void> {
  const closed = new Promise((resolve) => context.once('close', resolve));
  process.kill(main, 'SIGKILL');
  await closed;
}

/**
 * Cuts the newest log of the profile's IndexedDB: what a write leaves that was torn by a crash or a full disk.
 * Chromium opens such a database once more, and empties it at the time after that. The browser must not run.
 * @param bytes how much is torn off; returns the file that was cut
 */
export async function cutDatabaseLog(folder: string, bytes = 5): Promise<string> {
  const entries = await readdir(folder, { recursive: true });
  const logs = entries.filter((path) => /IndexedDB[\\/][^\\/]+[.]leveldb[\\/]\d+[.]log$/.test(path));
  const sized = await Promise.all(
    logs.map(async (path) => ({ path: join(folder, path), ...(await statOf(join(folder, path))) })),
  );
  const [newest] = sized.filter(({ size }) => size > bytes).sort((a, b) => b.changed - a.changed);
  if (!newest) throw new Error(`no database log worth cutting in ${folder}`);
  await truncate(newest.path, newest.size - bytes);
  return newest.path;
}

async function statOf(path: string): Promise<{ readonly size: number; readonly changed: number }> {
  const { size, mtimeMs } = await stat(path);
  return { size, changed: mtimeMs };
}

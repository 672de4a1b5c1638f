// Finds a Chromium for the browser tests, and says where it came from.
// Order: BROWSER_PATH, Playwright's own download, the one inside the npm package @sparticuz/chromium, an installed browser.
// FIND_BROWSER=playwright|npm|system allows one source only.
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';

/**
 * @typedef {{ executablePath?: string, env?: Record<string, string> }} LaunchOptions what Playwright's `launch` takes
 * @typedef {{ source: string, launchOptions: LaunchOptions }} Browser
 * @typedef {() => Promise<Browser | undefined>} Source
 */

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);

// The package's own file looks in folders of the cloud service it was made for.
const fontconfig = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
</fontconfig>
`;

/** @type {Record<string, Source>} */
const sources = { playwright: fromPlaywright, npm: fromNpm, system: fromSystem };

/**
 * The browser the tests will use, or `undefined` if this machine has none.
 * The first call on a machine may unpack the npm one (some seconds, 200 MB in node_modules/.cache).
 * Throws when BROWSER_PATH or FIND_BROWSER names something that does not exist.
 *
 * @returns {Promise<Browser | undefined>}
 */
export async function findBrowser() {
  const given = process.env['BROWSER_PATH'];
  if (given) {
    if (!existsSync(given)) throw new Error(`BROWSER_PATH: there is no ${given}`);
    return { source: `BROWSER_PATH (${given})`, launchOptions: { executablePath: given } };
  }
  const only = process.env['FIND_BROWSER'];
  if (only && !(only in sources))
    throw new Error(`FIND_BROWSER: choose from ${Object.keys(sources).join(', ')}`);
  for (const [name, find] of Object.entries(sources)) {
    const found = !only || only === name ? await find() : undefined;
    if (found) return found;
  }
  return undefined;
}

/**
 * As `findBrowser`, but on a machine without any browser lets Playwright download its own.
 * Throws with advice when that fails too.
 *
 * @param {(line: string) => void} say told what is going on
 * @returns {Promise<Browser>}
 */
export async function obtainBrowser(say) {
  const found = await findBrowser();
  if (found) return found;
  say('no browser on this machine: asking Playwright to download one');
  const cli = join(dirname(require.resolve('playwright/package.json')), 'cli.js');
  spawnSync(process.execPath, [cli, 'install', '--only-shell', 'chromium'], { stdio: 'inherit' });
  const downloaded = await findBrowser();
  if (!downloaded)
    throw new Error('No Chromium found. Install one and set BROWSER_PATH to its program file.');
  return downloaded;
}

/** @type {Source} */
async function fromPlaywright() {
  const { chromium } = await import('playwright-core');
  const full = chromium.executablePath();
  // Headless tests run Playwright's smaller shell, which sits in a folder of its own beside the full browser.
  const shell = full.replace(
    /([\\/])chromium-(\d+)[\\/].*$/,
    '$1chromium_headless_shell-$2$1INSTALLATION_COMPLETE',
  );
  if (shell !== full && existsSync(shell)) return { source: "Playwright's own download", launchOptions: {} };
  if (!existsSync(full)) return undefined;
  return { source: `Playwright's own download (${full})`, launchOptions: { executablePath: full } };
}

/** @type {Source} */
async function fromNpm() {
  const home = join(root, 'node_modules', '@sparticuz', 'chromium');
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(home)) return undefined;
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const unpacked = join(root, 'node_modules', '.cache', `chromium-${version}`);
  if (!existsSync(unpacked)) await unpack(home, unpacked);
  const env = environmentFor(unpacked);
  if (!env) return undefined;
  return {
    source: `npm package @sparticuz/chromium ${version}`,
    launchOptions: { executablePath: join(unpacked, 'chromium'), env },
  };
}

/** @type {Source} */
function fromSystem() {
  const path = installedAt().find((candidate) => existsSync(candidate));
  return Promise.resolve(path ? { source: path, launchOptions: { executablePath: path } } : undefined);
}

/**
 * Unpacks beside the target and renames, so that a run that is killed, or two at once, leave nothing half done.
 *
 * @param {string} home the npm package
 * @param {string} target
 */
async function unpack(home, target) {
  const part = `${target}.${String(process.pid)}`;
  mkdirSync(part, { recursive: true });
  const tar = createRequire(join(home, 'package.json'))('tar-fs');
  const packed = (/** @type {string} */ name) => createReadStream(join(home, 'bin', name));
  try {
    for (const name of ['fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) {
      const files = tar.extract(part);
      const done = once(files, 'finish');
      await pipeline(packed(name), createBrotliDecompress(), files);
      await done;
    }
    const program = createWriteStream(join(part, 'chromium'), { mode: 0o755 });
    await pipeline(packed('chromium.br'), createBrotliDecompress(), program);
    writeFileSync(join(part, 'fonts.conf'), fontconfig);
    renameSync(part, target);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
}

/**
 * The environment in which the unpacked program starts: this process's own and, only where the machine lacks
 * them, the shared libraries and the fonts that came with it. `undefined` if it does not start at all (musl).
 *
 * @param {string} folder
 * @returns {Record<string, string> | undefined}
 */
function environmentFor(folder) {
  const own = Object.fromEntries(
    Object.entries(process.env).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])),
  );
  if (!existsSync('/etc/fonts/fonts.conf')) own['FONTCONFIG_FILE'] = join(folder, 'fonts.conf');
  const libraries = [join(folder, 'lib'), own['LD_LIBRARY_PATH'] ?? ''].filter(Boolean).join(':');
  const candidates = [own, { ...own, LD_LIBRARY_PATH: libraries }];
  return candidates.find((env) => spawnSync(join(folder, 'chromium'), ['--version'], { env }).status === 0);
}

/** @returns {string[]} where the systems put a Chromium; Ubuntu's snap is left out, its private /tmp breaks profiles */
function installedAt() {
  if (process.platform === 'win32') {
    const programs = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
      (name) => process.env[name] ?? '',
    );
    const inside = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return programs.filter(Boolean).flatMap((folder) => inside.map((path) => join(folder, path)));
  }
  if (process.platform === 'darwin') {
    const names = ['Google Chrome', 'Microsoft Edge', 'Chromium'];
    return names.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  return [
    '/usr/bin/google-chrome-stable',
    '/opt/google/chrome/chrome',
    '/usr/bin/microsoft-edge-stable',
    '/usr/bin/chromium',
    '/usr/lib/chromium/chromium',
    '/usr/lib64/chromium-browser/chromium-browser',
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = await findBrowser();
  console.log(found?.source ?? 'no browser found');
}

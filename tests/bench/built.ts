import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview, type InlineConfig } from 'vite';
import { readManifest, type Manifest } from './manifest';

const root = join(import.meta.dirname, '..', '..');

/** A build of the sources as they are now, in a folder of its own; `dist` is not touched. */
export interface Built {
  readonly folder: string;
  readonly manifest: Manifest;
}

let made: Promise<Built> | undefined;

/** The app, built once for all that is measured on it. The folder goes when the program ends. */
export function builtApp(): Promise<Built> {
  made ??= builtFrom({ root, configLoader: 'runner' });
  return made;
}

/** Builds anything; for `base`, `root` and plugins see Vite. */
export async function builtFrom(config: InlineConfig): Promise<Built> {
  const folder = mkdtempSync(join(tmpdir(), 'seven-rights-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await build({
    ...config,
    logLevel: 'error',
    build: {
      ...config.build,
      outDir: folder,
      emptyOutDir: true,
      manifest: true,
      reportCompressedSize: false,
    },
  });
  const manifest = readManifest(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8'));
  return { folder, manifest };
}

/** A served build. */
export interface Served {
  /** With a slash at its end. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves a build on a free port of this machine.
 * @example const served = await serve(await builtApp()); // later: await served.close()
 */
export async function serve({ folder }: Built): Promise<Served> {
  const server = await preview({
    root,
    configFile: false,
    appType: 'mpa',
    logLevel: 'error',
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 0, strictPort: false },
  });
  const [address] = server.resolvedUrls?.local ?? [];
  if (address === undefined) throw new Error('the build is served nowhere');
  return { address, close: () => server.close() };
}

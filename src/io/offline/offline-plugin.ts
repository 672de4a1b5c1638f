import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { FINGERPRINT_DIGITS, WORKER_FILE, type Edition } from './edition';

// The service worker is built here, apart from the app: a classic script in one piece, after all other files, because
// it carries their list. A build without this plugin has no service worker and no word of one.

/** Contents of files by their paths below the app's address, with `/` between folders. */
export type Contents = ReadonlyMap<string, string | Uint8Array>;

const shortHash = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, FINGERPRINT_DIGITS);

/** Maps are for those who look for a fault, dot files for the server; neither is asked for by the app. */
const isPartOfApp = (path: string): boolean =>
  !path.endsWith('.map') && !path.split('/').some((part) => part.startsWith('.')) && path !== WORKER_FILE;

/**
 * The edition of the app that some files make up. The same files in any order give the same edition.
 * @param given.program of the service worker; its changes are a new version too
 * @param given.hashed the folder whose files carry a hash in their names, as `assets/`
 */
export function editionOf(
  contents: Contents,
  given: { readonly program: string; readonly hashed: string },
): Edition {
  const parts = [...contents].filter(([path]) => isPartOfApp(path)).sort(([a], [b]) => (a < b ? -1 : 1));
  const files = Object.fromEntries(parts.map(([path, content]) => [path, shortHash(content)]));
  const bytes = parts.reduce((sum, [, content]) => sum + Buffer.byteLength(content), 0);
  const version = shortHash(JSON.stringify([files, given.hashed, given.program]));
  return { version, bytes, hashed: given.hashed, files };
}

/** The text of `sw.js`: the edition in its first line, the program in the others. */
export function workerText(edition: Edition, program: string): string {
  return `const EDITION=${JSON.stringify(edition)};\n${program}`;
}

function filesBelow(folder: string): Contents {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    paths.map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path)]),
  );
}

/**
 * Builds one of the two service workers: the one that keeps the app, or the one that takes leave.
 * @example await workerProgram(process.cwd(), 'keep')
 */
export async function workerProgram(root: string, name: 'keep' | 'retire'): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: join(root, `src/io/offline/${name}.worker.ts`),
        output: { format: 'iife', entryFileNames: WORKER_FILE },
      },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  for (const one of outputs) {
    const [chunk, ...others] = 'output' in one ? one.output : [];
    if (chunk && others.length === 0) return chunk.code;
  }
  throw new Error('the service worker did not come out as one script');
}

/**
 * Makes the build work without a network after the first visit: emits `sw.js` with the list of all its files, and
 * lets the app register it. Leave the plugin out for packages that a learning platform serves: they must not have
 * a service worker.
 *
 * An address that once served the app with a service worker needs more than leaving it out, since browsers would go on
 * with the version they keep. `retire` emits a `sw.js` that removes what is kept, and lets the app register nothing.
 */
export function offlinePlugin({ retire = false }: { readonly retire?: boolean } = {}): Plugin {
  let [root, publicDir, hashed] = ['', '', ''];
  return {
    name: 'offline',
    apply: 'build',
    enforce: 'post',
    config: () =>
      retire ? {} : { define: { 'import.meta.env.OFFLINE_WORKER': JSON.stringify(WORKER_FILE) } },
    configResolved(config) {
      ({ root, publicDir } = config);
      hashed = `${config.build.assetsDir}/`;
    },
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const program = await workerProgram(root, retire ? 'retire' : 'keep');
        const built = Object.values(bundle).map(
          (file) => [file.fileName, file.type === 'chunk' ? file.code : file.source] as const,
        );
        const edition = editionOf(new Map([...filesBelow(publicDir), ...built]), { program, hashed });
        const source = retire ? program : workerText(edition, program);
        this.emitFile({ type: 'asset', fileName: WORKER_FILE, source });
      },
    },
  };
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import * as v from 'valibot';
import { WORKER_FILE } from '../../src/io/offline/edition';
import { editionOf, workerText } from '../../src/io/offline/offline-plugin';

/** A built app: contents of files by their paths. */
export type Build = ReadonlyMap<string, Buffer>;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

const editionSchema = v.object({
  version: v.string(),
  bytes: v.number(),
  hashed: v.string(),
  files: v.record(v.string(), v.string()),
});
export type ReadEdition = v.InferOutput<typeof editionSchema>;

/** The edition and the program in the text of a service worker. */
export function readWorker(text: string): { readonly edition: ReadEdition; readonly program: string } {
  const [first = '', ...program] = text.split('\n');
  const json = first.slice(first.indexOf('{'), -1);
  const edition = v.parse(v.pipe(v.string(), v.parseJson(), editionSchema), json);
  return { edition, program: program.join('\n') };
}

/** Fetches a whole build from where it is served: whatever its service worker lists, and that itself. */
export async function buildAt(address: string): Promise<Build> {
  const load = async (path: string): Promise<readonly [string, Buffer]> => {
    const response = await fetch(new URL(path, address));
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return [path, Buffer.from(await response.arrayBuffer())];
  };
  const worker = await load(WORKER_FILE);
  const paths = Object.keys(readWorker(worker[1].toString()).edition.files);
  return new Map([worker, ...(await Promise.all(paths.map(load)))]);
}

const HASHED = /[\w.-]+-[\w-]{8}\.(?:js|css)/g;

/**
 * The next version of a build, as a deployment makes it that shares no script with the one before: every name with a
 * hash is another one, and one sentence has changed. The service worker is written by the build's own functions.
 */
export function nextBuild(build: Build, [from, to]: readonly [string, string]): Build {
  const names = [...build.keys()].map((path) => path.slice(path.lastIndexOf('/') + 1));
  const hashed = new Set(names.filter((name) => name.match(HASHED)?.[0] === name));
  const renamed = (text: string): string =>
    text.replaceAll(HASHED, (name) =>
      hashed.has(name) ? name.replace(/-.(.{7})\.(js|css)$/, '-$1_.$2') : name,
    );
  const next = new Map(
    [...build].map(([path, content]) => {
      const text = /\.(?:js|css|html)$/.test(path)
        ? renamed(content.toString()).replace(from, to)
        : undefined;
      return [renamed(path), text === undefined ? content : Buffer.from(text)] as const;
    }),
  );
  const { edition, program } = readWorker(next.get(WORKER_FILE)?.toString() ?? '');
  const { hashed: folder } = edition;
  const newer = editionOf(next, { program, hashed: folder });
  return next.set(WORKER_FILE, Buffer.from(workerText(newer, program)));
}

/** A server whose files can be exchanged while pages are open. Nothing of it may be kept by the browser's own cache. */
export class Site {
  build: Build;
  /** Paths that are answered with an error of the server. */
  readonly broken = new Set<string>();
  /** Paths that were asked for, in their order. */
  readonly asked: string[] = [];
  readonly #server = createServer(({ url = '/' }, response) => {
    const path = url.split('?')[0]?.slice(1) ?? '';
    this.asked.push(path);
    const content = this.build.get(path || 'index.html');
    const status = this.broken.has(path) ? 500 : 200;
    response.writeHead(content ? status : 404, {
      'content-type': TYPES[extname(path || 'index.html')] ?? 'text/plain',
      'cache-control': 'no-store',
    });
    response.end(status === 200 && content ? content : 'There is no such file here.');
  });

  constructor(build: Build) {
    this.build = build;
  }

  /** Serves on a free port of this machine; returns the address, with a slash at its end. */
  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address: AddressInfo | string | null = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the site has no port');
    return `http://127.0.0.1:${address.port}/`;
  }

  /** The server is gone: its port refuses. */
  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

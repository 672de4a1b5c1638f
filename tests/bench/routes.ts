import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { build } from 'vite';
import { present } from '../../src/core/base';
import type { Row, Rows } from './measure';

const root = join(import.meta.dirname, '..', '..');
const PAGE = /^src\/pages\/([^/]+)\/Page[.]svelte$/;
const MANIFEST = '.vite/manifest.json';

const manifestSchema = v.record(
  v.string(),
  v.object({
    file: v.string(),
    imports: v.optional(v.array(v.string()), []),
    css: v.optional(v.array(v.string()), []),
  }),
);
type Manifest = v.InferOutput<typeof manifestSchema>;

/** The build's files by name, made in memory from the sources as they are now; `dist` is not touched. */
async function built(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const results = await build({
    root,
    configLoader: 'runner',
    logLevel: 'error',
    build: { write: false, manifest: true },
  });
  const outputs = Array.isArray(results) ? results : [results];
  const files = outputs.flatMap((result) => ('output' in result ? result.output : []));
  return new Map(files.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]));
}

/** Scripts and styles that a chunk needs before it can run, itself included. */
function filesOf(manifest: Manifest, chunk: string): ReadonlySet<string> {
  const files = new Set<string>();
  const add = (id: string): void => {
    const { file, imports, css } = present(manifest[id], `${id} in the manifest`);
    if (files.has(file)) return;
    for (const name of [file, ...css]) files.add(name);
    for (const next of imports) add(next);
  };
  add(chunk);
  return files;
}

/**
 * What a first visit to each page fetches by static imports: gzipped bytes of scripts and styles, and the number of
 * files, the document included. What a page loads later on its own account (a case, the storage) is not counted.
 * @example (await routeRows())['route.home.gzip']?.value
 */
export async function routeRows(): Promise<Rows> {
  const files = await built();
  const text = present(files.get(MANIFEST), MANIFEST);
  const manifest = v.parse(v.pipe(v.string(), v.parseJson(), manifestSchema), text.toString());
  const entry = filesOf(manifest, 'index.html');
  const rows = Object.keys(manifest).flatMap((id): readonly (readonly [string, Row])[] => {
    const page = PAGE.exec(id)?.[1];
    if (page === undefined) return [];
    const needed = new Set([...entry, ...filesOf(manifest, id)]);
    const bytes = [...needed].reduce((sum, name) => sum + gzipSync(present(files.get(name), name)).length, 0);
    return [
      [`route.${page}.gzip`, { value: bytes, unit: 'bytes' }],
      [`route.${page}.requests`, { value: needed.size + 1, unit: 'requests' }],
    ];
  });
  return Object.fromEntries(rows.sort(([a], [b]) => (a < b ? -1 : 1)));
}

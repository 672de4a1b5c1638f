import * as v from 'valibot';
import { present } from '../../src/core/base';

const manifestSchema = v.record(
  v.string(),
  v.object({
    file: v.string(),
    imports: v.optional(v.array(v.string()), []),
    dynamicImports: v.optional(v.array(v.string()), []),
    css: v.optional(v.array(v.string()), []),
  }),
);

/** What the build wrote about its own files: chunks by the source they were made from. */
export type Manifest = v.InferOutput<typeof manifestSchema>;

/**
 * Reads the build's manifest; throws on a wrong shape.
 * @example readManifest(readFileSync('dist/.vite/manifest.json', 'utf8'))
 */
export function readManifest(text: string): Manifest {
  return v.parse(v.pipe(v.string(), v.parseJson(), manifestSchema), text);
}

/**
 * Scripts and styles that chunks need before they can run, themselves included.
 * @example filesOf(manifest, ['index.html', 'src/pages/home/Page.svelte']).size
 */
export function filesOf(manifest: Manifest, chunks: readonly string[]): ReadonlySet<string> {
  const files = new Set<string>();
  const add = (id: string): void => {
    const { file, imports, css } = present(manifest[id], `${id} in the manifest`);
    for (const name of css) files.add(name);
    if (files.has(file)) return;
    files.add(file);
    for (const next of imports) add(next);
  };
  for (const chunk of chunks) add(chunk);
  return files;
}

const PAGE = /^src\/pages\/(.+)\/([A-Za-z]*)Page[.]svelte$/;

/**
 * Every page that the program loads by an address, by name: `Page.svelte` is called as its folder, in a folder of a
 * folder as both, and `UnitPage.svelte` is `unit`. Where two would share a name, the first keeps it and the other carries its folder.
 * @example pagesIn(manifest).get('home') // 'src/pages/home/Page.svelte'
 */
export function pagesIn(manifest: Manifest): ReadonlyMap<string, string> {
  const ids = present(manifest['index.html'], 'index.html in the manifest').dynamicImports;
  const pages = ids.flatMap((id) => {
    const [, path, own] = PAGE.exec(id) ?? [];
    if (path === undefined || own === undefined) return [];
    const folder = path.replaceAll('/', '-');
    return [{ id, folder, name: own === '' ? folder : own.toLowerCase() }];
  });
  const named = pages.map(({ id, folder, name }) => {
    const first = pages.find((other) => other.name === name)?.id === id;
    return [first || name === folder ? name : `${folder}-${name}`, id] as const;
  });
  return new Map([...named].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Chunks whose source begins with a text, sorted.
 * @example chunksOf(manifest, 'virtual:lesson/section/')
 */
export function chunksOf(manifest: Manifest, prefix: string): readonly string[] {
  return Object.keys(manifest)
    .filter((id) => id.startsWith(prefix))
    .sort();
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Built } from './built';
import { chunksOf, filesOf, pagesIn } from './manifest';
import { row, type Rows } from './measure';

/** What the home page's own scripts and styles may weigh. */
const HOME_BUDGET = 60_000;
const SECTIONS = 'virtual:lesson/section/';

/**
 * What a first visit to each page fetches by static imports: gzipped bytes of scripts and styles, and the number of
 * files, the document included. What a page loads later on its own account (the storage, a case, a drawing) is not
 * counted, but for the text of a section of the course, which stands in rows of its own.
 */
export function byteRows(built: Built): readonly Rows[] {
  const { manifest } = built;
  const gzip = gzipIn(built);
  const visit = (chunks: readonly string[]): { readonly bytes: number; readonly requests: number } => {
    const files = [...filesOf(manifest, ['index.html', ...chunks])];
    return { bytes: files.reduce((sum, name) => sum + gzip(name), 0), requests: files.length + 1 };
  };
  const pages = [...pagesIn(manifest)].flatMap(([page, chunk]) => {
    const { bytes, requests } = visit([chunk]);
    const note = page === 'home' ? goal(bytes) : undefined;
    return [
      [`route.${page}.gzip`, row(bytes, 'bytes', note)],
      [`route.${page}.requests`, row(requests, 'requests')],
    ] as const;
  });
  const section = pagesIn(manifest).get('section');
  const withText =
    section === undefined ? [] : chunksOf(manifest, SECTIONS).map((id) => visit([section, id]));
  return [Object.fromEntries(pages), sectionRows(withText)];
}

function goal(bytes: number): string {
  const allowed = `goal: at most ${HOME_BUDGET.toLocaleString('en-US')}`;
  return bytes <= HOME_BUDGET ? allowed : `${allowed}: MISSED`;
}

function sectionRows(visits: readonly { readonly bytes: number; readonly requests: number }[]): Rows {
  if (visits.length === 0) return {};
  const bytes = visits.map((one) => one.bytes).sort((a, b) => a - b);
  const middle = bytes[Math.floor((bytes.length - 1) / 2)] ?? 0;
  return {
    'route.section.with-text.median.gzip': row(middle, 'bytes', `of ${bytes.length} sections and languages`),
    'route.section.with-text.worst.gzip': row(bytes.at(-1) ?? 0, 'bytes'),
    'route.section.with-text.requests': row(Math.max(...visits.map((one) => one.requests)), 'requests'),
  };
}

/**
 * The gzipped size of a file of a build, worked out once.
 * @example gzipIn(built)('assets/index.js')
 */
export function gzipIn({ folder }: Built): (name: string) => number {
  const known = new Map<string, number>();
  return (name) => {
    const size = known.get(name) ?? gzipSync(readFileSync(join(folder, name))).length;
    known.set(name, size);
    return size;
  };
}

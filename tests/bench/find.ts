import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { join } from 'node:path';
import { LOCALES, present, type Locale } from '../../src/core/base';
import { readCourse, type Course } from '../../src/core/lesson';
import { courseFiles, tools } from '../../src/io/lessons/lesson-plugin';
import { passagesPart } from '../../src/io/lessons/parts';
import { Finder } from '../../src/pages/course/find';
import { gzipIn } from './bytes';
import type { Built } from './built';
import { filesOf } from './manifest';
import { median, ms, percentile, row, spent, type Rows } from './measure';

const root = join(import.meta.dirname, '..', '..');
const ROUNDS = 3;

/**
 * Search over the course, in each language: what the first search fetches (all passages), how long the index takes
 * and how much memory it holds, and how long a query takes: every term of the course and every heading of a section.
 */
export function findRows(built: Built): readonly Rows[] {
  const course = readCourse(courseFiles(root), tools);
  const program = [...filesOf(built.manifest, ['src/pages/course/find.ts'])];
  const gzip = gzipIn(built);
  const engine = program.reduce((sum, name) => sum + gzip(name), 0);
  return [
    { 'find.engine.gzip': row(engine, 'bytes', 'the search program') },
    ...LOCALES.map((locale) => rowsIn(course, locale, built)),
  ];
}

function rowsIn(course: Course, locale: Locale, built: Built): Rows {
  const passages = passagesPart(course, locale);
  const chunk = present(built.manifest[`virtual:lesson/passages/${locale}`], 'the passages');
  const makings = Array.from({ length: ROUNDS }, () => spent(() => new Finder(passages)));
  const before = heap();
  const finder = new Finder(passages);
  const held = heap() - before;
  const times = queriesOf(course, locale).map((query) => {
    const rounds = Array.from({ length: ROUNDS }, () => spent(() => finder.find(query)));
    return median(rounds);
  });
  const name = `find.${locale}`;
  return {
    [`${name}.text.gzip`]: row(gzipIn(built)(chunk.file), 'bytes', `${passages.length} passages`),
    [`${name}.index.bytes`]: row(Math.round(held / 1000) * 1000, 'bytes', 'of memory'),
    [`${name}.index.ms`]: ms(median(makings), 'made once a visit'),
    [`${name}.query.median.ms`]: ms(median(times), `${times.length} queries`),
    [`${name}.query.p95.ms`]: ms(percentile(times, 0.95)),
    [`${name}.query.worst.ms`]: ms(Math.max(...times)),
  };
}

function queriesOf({ terms, sections }: Course, locale: Locale): readonly string[] {
  return [...terms.map((term) => term[locale].term), ...sections.map((pair) => pair[locale].front.title)];
}

/** Bytes in use after everything unused has been cleared away. */
function heap(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') Reflect.apply(collect, undefined, []);
  return process.memoryUsage().heapUsed;
}

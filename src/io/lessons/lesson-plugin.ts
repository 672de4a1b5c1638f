import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load, YAMLException } from 'js-yaml';
import MarkdownIt from 'markdown-it';
import type { Plugin } from 'vite';
import { terms as glossary } from '../../../content/glossary';
import { err, formatIssue, isLocale, LOCALES, ok, type Locale } from '../../core/base';
import {
  readCourse,
  type Course,
  type CourseFiles,
  type PlainFile,
  type SectionFile,
  type Tools,
} from '../../core/lesson';
import { coveragePart, outlineOf, passagesPart, sectionPart, unitPart, type CaseLinks } from './parts';

// Lessons are read, checked and turned into plain data while building; the browser gets no Markdown and no YAML.

const CATALOGUE = 'virtual:lessons';
const PART = 'virtual:lesson/';
const SECTION_FILE = /^(s\d+)\.(zh-CN|en)\.md$/;
const markdown = new MarkdownIt({ html: false, linkify: false });

/** markdown-it and js-yaml, as the course reader wants them. */
export const tools: Tools = {
  markdown: (text) => markdown.parse(text, {}),
  inline: (text) => markdown.parseInline(text, {})[0]?.children ?? [],
  yaml: (text) => {
    try {
      return ok(load(text, { maxAliases: 0 }) ?? {});
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error;
      return err({ line: error.mark?.line ?? 0, reason: error.reason });
    }
  },
};

const plain = (root: string, file: string): PlainFile => {
  const path = join(root, file);
  return { file, text: existsSync(path) ? readFileSync(path, 'utf8') : '{}' };
};

function folders(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );
}

function sectionFiles(root: string, unit: string): readonly SectionFile[] {
  const folder = `content/lessons/${unit}`;
  return readdirSync(join(root, folder)).flatMap((name): readonly SectionFile[] => {
    const [, id, locale] = SECTION_FILE.exec(name) ?? [];
    if (id === undefined || !isLocale(locale)) return [];
    const { file, text } = plain(root, `${folder}/${name}`);
    return [{ file, unit, id, locale, text }];
  });
}

/** `ThreeFlows.svelte` draws `three-flows`. */
function drawingsIn(root: string): readonly string[] {
  const folder = join(root, 'src/ui/course/drawings');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.svelte'))
    .map((name) =>
      name
        .replace(/\.svelte$/, '')
        .replaceAll(/(?<!^)(?=[A-Z])/g, '-')
        .toLowerCase(),
    );
}

/**
 * Every file of the course below a project's root. Used by the build, the tests and the writers' check.
 * @example courseFiles(process.cwd()).sections.length
 */
export function courseFiles(root: string): CourseFiles {
  const units = folders(join(root, 'content/lessons'));
  return {
    units: plain(root, 'content/lessons/units.yaml'),
    inventory: plain(root, 'content/inventory.yaml'),
    sections: units.flatMap((unit) => sectionFiles(root, unit)),
    terms: units
      .map((unit) => `content/lessons/${unit}/terms.yaml`)
      .filter((file) => existsSync(join(root, file)))
      .map((file) => plain(root, file)),
    glossary: glossary.map(({ id, name, meaning }) => ({
      id,
      'zh-CN': { term: name['zh-CN'], meaning: meaning['zh-CN'] },
      en: { term: name.en, meaning: meaning.en },
    })),
    cases: folders(join(root, 'scenarios')),
    drawings: drawingsIn(root),
  };
}

const LESSON_OF_ACT = /\blesson: *(u\d+)-(s\d+)/g;

/**
 * Which sections the acts of each case send back to. The files are checked elsewhere; here they are only searched.
 * @example caseLinks(process.cwd()).find(({ id }) => id === 'stockout-key-account')?.lessons
 */
export function caseLinks(root: string): readonly CaseLinks[] {
  return folders(join(root, 'scenarios')).map((id) => {
    const { text } = plain(root, `scenarios/${id}/scenario.yaml`);
    const places = [...text.matchAll(LESSON_OF_ACT)].map(
      ([, unit, section]) => `${unit ?? ''}/${section ?? ''}`,
    );
    return { id, lessons: [...new Set(places)].sort() };
  });
}

/** Makes `virtual:lessons` (units, outlines, loaders) and the lazy parts behind it out of the folder `content`. */
export function lessonPlugin(): Plugin {
  let root = '';
  let read: Course | undefined;
  const course = (): Course => {
    read ??= readCourse(courseFiles(root), tools);
    if (read.issues.length > 0)
      throw new Error(read.issues.map((issue) => formatIssue(issue, 'en')).join('\n'));
    return read;
  };
  const forget = (file: string): void => {
    if (file.includes('/content/')) read = undefined;
  };
  return {
    name: 'lessons',
    configResolved(config) {
      root = config.root;
    },
    buildStart() {
      read = undefined;
    },
    watchChange: forget,
    handleHotUpdate: ({ file }) => forget(file),
    resolveId: (id) => (id === CATALOGUE || id.startsWith(PART) ? `\0${id}` : undefined),
    load(id) {
      if (id !== `\0${CATALOGUE}` && !id.startsWith(`\0${PART}`)) return undefined;
      const files = courseFiles(root);
      for (const { file } of [files.units, files.inventory, ...files.sections, ...files.terms])
        this.addWatchFile(join(root, file));
      if (id === `\0${CATALOGUE}`) return catalogue(course());
      const part = partOf({ course: course(), root }, id.slice(PART.length + 1).split('/'));
      return `export default ${JSON.stringify(part)}`;
    },
  };
}

function catalogue(course: Course): string {
  const loader = (path: string): string => `'${path}': () => import('${PART}${path}')`;
  const each = (path: string): readonly string[] => LOCALES.map((locale) => loader(`${path}/${locale}`));
  const table = (lines: readonly string[]): string => `{ ${lines.join(',\n')} }`;
  const { units, sections } = course;
  const written = new Set(sections.map((pair) => pair.en.unit));
  return [
    `export const units = ${JSON.stringify(units)};`,
    `export const outlines = ${JSON.stringify(sections.map(outlineOf))};`,
    `export const sections = ${table(sections.flatMap(({ en }) => each(`section/${en.unit}/${en.id}`)))};`,
    `export const fronts = ${table([...written].flatMap((unit) => each(`unit/${unit}`)))};`,
    `export const passages = ${table(each('passages'))};`,
    `export const coverage = () => import('${PART}coverage');`,
  ].join('\n');
}

function partOf(
  { course, root }: { readonly course: Course; readonly root: string },
  [kind, ...path]: readonly string[],
): unknown {
  const locale: Locale = LOCALES.find((known) => known === path.at(-1)) ?? 'zh-CN';
  if (kind === 'section') return sectionPart(course, { place: path.slice(0, 2).join('/'), locale });
  if (kind === 'unit') return unitPart(course, path[0] ?? '', locale);
  return kind === 'passages' ? passagesPart(course, locale) : coveragePart(course, caseLinks(root));
}

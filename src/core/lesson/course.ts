import { LOCALES, type Issue, type Locale } from '../base';
import { Defects } from './defects';
import type { Block, Row, Section, Unit } from './model';
import { comparePair } from './pair';
import { readRows, readTerms, readUnits, type PlainFile, type TermPair } from './plan-file';
import type { Reference } from './reading';
import { readSection, type ReadSection, type SectionFile } from './section';
import type { Tools } from './token';

/** All files of the course, and what lies outside it but is named in it. */
export interface CourseFiles {
  readonly units: PlainFile;
  readonly inventory: PlainFile;
  readonly sections: readonly SectionFile[];
  readonly terms: readonly PlainFile[];
  /** Terms that the whole product shares; a unit adds to them and does not repeat them. */
  readonly glossary: readonly TermPair[];
  /** Ids of the cases that exist. */
  readonly cases: readonly string[];
  /** Ids of the figures drawn by hand. */
  readonly drawings: readonly string[];
}

/** One section in both languages. */
export type SectionPair = Readonly<Record<Locale, Section>>;

/** A course as read. Drafts are in no list but their own. */
export interface Course {
  readonly units: readonly Unit[];
  readonly sections: readonly SectionPair[];
  readonly terms: readonly TermPair[];
  readonly rows: readonly Row[];
  /** Everything that stops the build. */
  readonly issues: readonly Issue[];
  /** Unfinished sections by place (`u05/s3`), with what is still wrong in them. */
  readonly drafts: Readonly<Record<string, readonly Issue[]>>;
}

/** What references are looked up in. */
interface Known {
  readonly files: CourseFiles;
  readonly units: readonly Unit[];
  readonly terms: readonly TermPair[];
  readonly rows: readonly Row[];
  /** Ids of blocks by `u05/s3`. */
  readonly places: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Reads the whole course and checks it: shapes, languages against each other, and every reference.
 * @example readCourse(files, tools).issues // [] where the course is sound
 */
export function readCourse(files: CourseFiles, tools: Tools): Course {
  const general = new Defects();
  const means = { tools, defects: general };
  const units = readUnits(files.units, means);
  const rows = readRows(files.inventory, means);
  const terms = [...files.glossary, ...files.terms.flatMap((file) => readTerms(file, means))];
  for (const [index, { id }] of terms.entries())
    if (terms.findIndex((other) => other.id === id) < index)
      general.add('duplicate', { file: 'content/lessons/*/terms.yaml', line: 1, path: id }, { id });
  const pairs = pairsOf(files.sections, tools);
  const places = new Map(
    pairs.map(({ place, files: read }) => [
      place,
      new Set(read.flatMap(({ reading }) => reading.landmarks.map(({ id }) => id))),
    ]),
  );
  const known: Known = { files, units, terms, rows, places };
  const issues: Issue[] = [...general.list];
  const drafts: Record<string, readonly Issue[]> = {};
  const sections: SectionPair[] = [];
  for (const pair of pairs) {
    checkPair(pair, known);
    if (pair.draft) drafts[pair.place] = pair.defects.list;
    else issues.push(...pair.defects.list);
    const [zh, en] = [sectionIn(pair, 'zh-CN'), sectionIn(pair, 'en')];
    if (zh && en && !pair.draft) sections.push({ 'zh-CN': zh, en });
  }
  return { units, sections, terms, rows, issues, drafts };
}

interface Pair {
  /** `u05/s3` */
  readonly place: string;
  readonly files: readonly ReadSection[];
  readonly draft: boolean;
  readonly defects: Defects;
}

function pairsOf(sources: readonly SectionFile[], tools: Tools): readonly Pair[] {
  const places = [...new Set(sources.map(({ unit, id }) => `${unit}/${id}`))].sort(byNumber);
  return places.map((place) => {
    const defects = new Defects();
    const own = sources.filter(({ unit, id }) => `${unit}/${id}` === place);
    const files = own.map((source) => readSection(source, { tools, defects }));
    return { place, files, draft: files.some(({ draft }) => draft), defects };
  });
}

function byNumber(a: string, b: string): number {
  const key = (place: string): string => place.replaceAll(/\d+/g, (digits) => digits.padStart(4, '0'));
  return key(a) < key(b) ? -1 : 1;
}

function sectionIn(pair: Pair, locale: Locale): Section | undefined {
  return pair.files.find(({ source }) => source.locale === locale)?.section;
}

function checkPair(pair: Pair, known: Known): void {
  const [unit = '', id = ''] = pair.place.split('/');
  const [first] = pair.files;
  if (!first) return;
  const spot = first.reading.spot(1, pair.place);
  const planned = known.units.find((other) => other.id === unit);
  if (!planned?.sections.some((section) => section.id === id))
    pair.defects.add('unknown-section', spot, { id: pair.place });
  const [zh, en] = LOCALES.map((locale) => pair.files.find(({ source }) => source.locale === locale));
  if (zh && en) comparePair(zh, en);
  for (const locale of LOCALES)
    if (!pair.files.some(({ source }) => source.locale === locale))
      pair.defects.add('missing-language', spot, { locale });
  for (const read of pair.files) {
    for (const reference of read.reading.references) lookUp(reference, read, known);
    checkCautions(read, known);
  }
}

/** A doubtful figure is never told without saying so. */
function checkCautions({ section, reading }: ReadSection, { rows }: Known): void {
  if (!section) return;
  const told = new Set(cautionedRows(section.blocks));
  for (const { id, doubtful } of rows)
    if (doubtful && section.front.covers.includes(id) && !told.has(id))
      reading.flaw('needs-caution', reading.spot(2, 'covers'), { id });
}

function cautionedRows(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'caution') return block.rows;
    return block.kind === 'callout' ? cautionedRows(block.blocks) : [];
  });
}

function lookUp({ kind, id, spot }: Reference, read: ReadSection, known: Known): void {
  const { section, reading, source } = read;
  const miss = (code: Parameters<typeof reading.flaw>[0], choices: readonly string[] = []): void =>
    reading.flaw(code, spot, { id, choices: choices.join(', ') });
  switch (kind) {
    case 'term':
      if (!known.terms.some((term) => term.id === id)) miss('unknown-term');
      return;
    case 'lab': {
      if (known.units.some(({ labs }) => labs.some((lab) => lab.id === id))) return;
      const own = known.units.find((unit) => unit.id === source.unit)?.labs ?? [];
      miss(
        'unknown-lab',
        own.map((lab) => lab.id),
      );
      return;
    }
    case 'case':
      if (!known.files.cases.includes(id)) miss('unknown-case', known.files.cases);
      return;
    case 'drawing':
      if (!known.files.drawings.includes(id)) miss('unknown-drawing', known.files.drawings);
      return;
    case 'row':
      if (!known.rows.some((row) => row.id === id)) miss('unknown-row');
      return;
    case 'objective': {
      const ids = section?.front.objectives.map((objective) => objective.id) ?? [];
      if (section && !ids.includes(id)) miss('unknown-objective', ids);
      return;
    }
    case 'link':
      followLink({ kind, id, spot }, read, known);
  }
}

function followLink({ id, spot }: Reference, { source, reading }: ReadSection, known: Known): void {
  const [there = '', at = ''] = id.split('#');
  const place = there === '' ? `${source.unit}/${source.id}` : there;
  const [unit, section] = place.split('/');
  const planned = known.units
    .find((other) => other.id === unit)
    ?.sections.some((other) => other.id === section);
  if (planned !== true) reading.flaw('unknown-section', spot, { id: place });
  else if (at !== '' && known.places.get(place)?.has(at) !== true)
    reading.flaw('unknown-place', spot, { id });
}

import { present, type Locale, type Localized } from '../../core/base';
import { labCards } from '../../core/labs';
import {
  passagesOf,
  termsIn,
  type Course,
  type Front,
  type Passage,
  type Realised,
  type Row,
  type Section,
  type SectionOutline,
  type SectionPair,
  type Term,
  checksIn,
  named,
} from '../../core/lesson';

/** What the printable lesson plan realises: media and methods, the double period and its split, the board. */
const PLAN: Realised = { place: 'plan', rows: ['D2-034', 'D2-035', 'D2-036', 'D2-069'] };

/** What the lists of the course know about a written section. */
export interface Outline extends SectionOutline {
  readonly title: Localized;
  readonly cases: readonly string[];
}

/** One section with the meanings of the terms it uses. */
export interface SectionText {
  readonly section: Section;
  readonly terms: Readonly<Record<string, Term>>;
}

/** Front matters of a unit's written sections, by id. */
export type Fronts = Readonly<Record<string, Front>>;

/** The topics and where they are told. */
export interface CoverageText {
  readonly rows: readonly Row[];
  readonly realised: readonly Realised[];
}

/**
 * The outline of a section.
 * @example outlineOf(pair).place // 'u05/s3'
 */
export function outlineOf({ 'zh-CN': zh, en }: SectionPair): Outline {
  return {
    place: `${zh.unit}/${zh.id}`,
    minutes: zh.front.minutes,
    checks: checksIn(zh.blocks).map(({ id, objective }) => ({ id, objective })),
    objectives: zh.front.objectives.map(({ id }) => id),
    title: { 'zh-CN': zh.front.title, en: en.front.title },
    labs: named(zh.blocks, 'lab').map((id) => ({
      id,
      tasks: labCards.find((lab) => lab.id === id)?.tasks ?? [],
    })),
    cases: named(zh.blocks, 'case'),
  };
}

/**
 * One section in one language, as its page loads it.
 * @example sectionPart(course, { place: 'u05/s3', locale: 'en' }).section.front.title
 */
export function sectionPart(
  course: Course,
  { place, locale }: { readonly place: string; readonly locale: Locale },
): SectionText {
  const pair = present(
    course.sections.find(({ en }) => `${en.unit}/${en.id}` === place),
    place,
  );
  const section = pair[locale];
  const used = new Set(termsIn(section.blocks));
  const terms = course.terms.filter(({ id }) => used.has(id));
  return { section, terms: Object.fromEntries(terms.map((term) => [term.id, term[locale]])) };
}

/**
 * Front matters of one unit in one language.
 * @example unitPart(course, 'u05', 'en')['s3']?.title
 */
export function unitPart(course: Course, unit: string, locale: Locale): Fronts {
  const own = course.sections.filter(({ en }) => en.unit === unit);
  return Object.fromEntries(own.map((pair) => [pair[locale].id, pair[locale].front]));
}

/**
 * All text that can be found, in one language.
 * @example passagesPart(course, 'en').length
 */
export function passagesPart(course: Course, locale: Locale): readonly Passage[] {
  return course.sections.flatMap((pair) => passagesOf(pair[locale]));
}

/** A case and the sections that its acts send back to. */
export interface CaseLinks {
  readonly id: string;
  /** `u05/s3` */
  readonly lessons: readonly string[];
}

/**
 * Topics and where each is realised: the sections that tell it, the labs that a section gives and that cover it, and
 * the cases that practise a section, because the section gives them or their acts send back to it.
 * @example coveragePart(course, cases).rows.length // 280
 */
export function coveragePart({ rows, sections }: Course, cases: readonly CaseLinks[]): CoverageText {
  const told = sections.map(({ en }) => ({
    place: `${en.unit}/${en.id}`,
    rows: en.front.covers,
    labs: named(en.blocks, 'lab'),
    cases: named(en.blocks, 'case'),
  }));
  const given = new Set(told.flatMap(({ labs }) => labs));
  const tried = labCards
    .filter(({ id }) => given.has(id))
    .map(({ id, covers }) => ({ place: id, rows: covers }));
  const practised = cases.map(({ id, lessons }) => ({
    place: id,
    rows: told
      .filter((one) => one.cases.includes(id) || lessons.includes(one.place))
      .flatMap((one) => one.rows),
  }));
  return {
    rows,
    realised: [...told.map(({ place, rows: own }) => ({ place, rows: own })), ...tried, ...practised, PLAN],
  };
}

/**
 * lessons: the course as the build made it, and what a learner has done in it.
 * Hides: where the files lie, Markdown, YAML; how work in labs and costly decisions are filed among the answers.
 * Promises: the outline comes with the course's pages; each section, in one language, is loaded when it is opened.
 */
import { coverage, fronts, outlines, passages, sections, units } from 'virtual:lessons';
import type { Locale } from '../../core/base';
import type { Passage, Unit } from '../../core/lesson';
import type { CoverageText, Fronts, Outline, SectionText } from './parts';

export type { CoverageText, Fronts, Outline, SectionText } from './parts';
export { cardsToAsk, fileDecisions, gatherDecisions, readAttempt, type ReadAttempt } from './decisions';
export { weighAct } from './weigh-client';
export { answeredOf, assignedCases, freshKey, labDesk, readStudy, type StudyLog } from './study';

/** Everything that lists of the course need, without any text of a lesson. */
export const syllabus: { readonly units: readonly Unit[]; readonly outlines: readonly Outline[] } = {
  units,
  outlines,
};

/**
 * One section in one language; undefined where it is not written.
 * @example await loadSection('u05/s3', 'en')
 */
export async function loadSection(place: string, locale: Locale): Promise<SectionText | undefined> {
  return (await sections[`section/${place}/${locale}`]?.())?.default;
}

/**
 * Front matters of a unit's written sections; none where nothing is written.
 * @example (await loadFronts('u05', 'en'))['s3']?.objectives
 */
export async function loadFronts(unit: string, locale: Locale): Promise<Fronts> {
  return (await fronts[`unit/${unit}/${locale}`]?.())?.default ?? {};
}

/**
 * The text of all sections, cut at headings.
 * @example (await loadPassages('en')).length
 */
export async function loadPassages(locale: Locale): Promise<readonly Passage[]> {
  return (await passages[`passages/${locale}`]?.())?.default ?? [];
}

/**
 * The topics of the course and where each is told.
 * @example (await loadCoverage()).rows.length
 */
export async function loadCoverage(): Promise<CoverageText> {
  return (await coverage()).default;
}

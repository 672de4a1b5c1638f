import { syllabus } from '../../../io/lessons';

/**
 * The written section that a case's decision belongs to: the first that an act names, else the first that gives the
 * case to work on. Undefined where none is written.
 * @param named as acts name them: `u05-s3`
 * @example lessonOfCase('stockout-key-account', ['u05-s3']) // 'u05/s3'
 */
export function lessonOfCase(scenario: string, named: readonly (string | undefined)[]): string | undefined {
  const places = named.flatMap((lesson) => lesson?.replace('-', '/') ?? []);
  const told = places.find((place) => syllabus.outlines.some((outline) => outline.place === place));
  return told ?? syllabus.outlines.find(({ cases }) => cases.includes(scenario))?.place;
}

import type { Unit } from '../../core/lesson';
import { syllabus, type Outline } from '../../io/lessons';

/** A section as lists show it; `outline` is undefined where it is not written yet. */
export interface Listed {
  /** `u05/s3` */
  readonly place: string;
  readonly unit: Unit;
  readonly id: string;
  readonly title: Unit['title'];
  readonly outline: Outline | undefined;
}

/**
 * The sections of a unit in order, written or only planned.
 * @example sectionsOf(unit).filter(({ outline }) => outline)
 */
export function sectionsOf(unit: Unit): readonly Listed[] {
  return unit.sections.map(({ id, title }) => {
    const place = `${unit.id}/${id}`;
    const outline = syllabus.outlines.find((one) => one.place === place);
    return { place, unit, id, title: outline?.title ?? title, outline };
  });
}

/** Every written section of the course, in the order of teaching. */
export const written: readonly Listed[] = syllabus.units
  .flatMap(sectionsOf)
  .filter(({ outline }) => outline !== undefined);

/**
 * The written sections before and after one.
 * @example neighbours('u05/s3').next?.place
 */
export function neighbours(place: string): {
  readonly before: Listed | undefined;
  readonly next: Listed | undefined;
} {
  const at = written.findIndex((one) => one.place === place);
  return { before: at > 0 ? written[at - 1] : undefined, next: at < 0 ? undefined : written[at + 1] };
}

/**
 * A unit by its id.
 * @example unitOf('u05')?.title.en
 */
export function unitOf(id: string): Unit | undefined {
  return syllabus.units.find((unit) => unit.id === id);
}

import { createContext } from 'svelte';
import type { Term } from '../../core/lesson';

/** What the words of a lesson stand in: the section shown and the terms it explains. */
export interface Surroundings {
  /** `u05/s3` */
  readonly section: string;
  readonly terms: Readonly<Record<string, Term>>;
}

/** `useSurroundings()` in what is drawn inside a lesson; `provideSurroundings(get)` around it. */
export const [useSurroundings, provideSurroundings] = createContext<() => Surroundings>();

/**
 * The address of a place in the course.
 * @example hrefOf('u06/s2', 'modes') // '#/course/u06/s2?at=modes'
 */
export function hrefOf(section: string, at: string): string {
  return `#/course/${section}${at === '' ? '' : `?at=${at}`}`;
}

import { createContext } from 'svelte';
import type { Drawn, DrawOrder } from '../../core/labs';
import type { LabTry, LabWork } from '../../core/lesson';

/** What a page gives to the lab that it shows. */
export interface LabSurroundings {
  /** Rank of the lab's headings on the page. */
  readonly level: 2 | 3;
  /** Real time, milliseconds since 1970. */
  now(): number;
  /** Draws order cycles; returns the way to stop. */
  draw(order: DrawOrder, tell: (drawn: Drawn) => void): () => void;
  /** What the learner has done with the lab so far. Never rejects. */
  work(): Promise<LabWork>;
  /** Stores a look at a task; false where it could not be stored. */
  keep(one: LabTry): Promise<boolean>;
}

/** What a lab and its frame may ask of the page. */
export interface LabTools extends Omit<LabSurroundings, 'work'> {
  /** What was done before the lab was opened. */
  readonly before: LabWork;
  /** What the lab stands at when it opens: where it was left, or `start`. */
  begin<State>(start: State): State;
}

/** `useLabTools()` while a lab is set up; `provideLabTools(tools)` in the component around it. */
export const [useLabTools, provideLabTools] = createContext<LabTools>();

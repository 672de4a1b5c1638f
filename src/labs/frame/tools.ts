import { createContext } from 'svelte';
import type { Drawn, DrawOrder } from '../../core/labs';

/** What a lab is given by the page that shows it. */
export interface LabTools {
  /** Rank of the lab's headings on the page. */
  readonly level: 2 | 3;
  /** Real time, milliseconds since 1970. */
  now(): number;
  /** Draws order cycles; returns the way to stop. */
  draw(order: DrawOrder, tell: (drawn: Drawn) => void): () => void;
}

/** `useLabTools()` while a lab is set up; `provideLabTools(tools)` in the component around it. */
export const [useLabTools, provideLabTools] = createContext<LabTools>();

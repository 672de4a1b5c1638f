import { createContext } from 'svelte';
import type { Result } from '../core/base';
import type { ScenarioCard } from './content';
import type { Store } from './db';
import type { TeachFault, Teaching } from './teaching';

/** What pages may ask of the world. main.ts makes them once; tests pass their own. */
export interface Services {
  /** The learner's attempts. The same store at every call; its program is loaded by the first. */
  store(): Promise<Store>;
  /** The instructor's workspace, or why there is none. The same one at every call, as for the store. */
  teaching(): Promise<Result<Teaching, TeachFault>>;
  /** Every case that can be played, in the order of its code. */
  catalogue(): readonly ScenarioCard[];
  /** Real time, milliseconds since 1970. */
  now(): number;
  /** Luck for one new attempt: a whole number from 1 to 999,999. */
  seed(): number;
}

/** `useServices()` while a component is set up; `provideServices(services)` in the root component. */
export const [useServices, provideServices] = createContext<Services>();

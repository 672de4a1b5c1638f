import type { Minutes } from '../base';
import type { Emitted } from '../scenario';

/**
 * What happened, in the terms of the field. Facts are derived from the log, never stored; every scored rule
 * reads only these. `at` is the simulated minute, `input` the index of the input that caused it.
 */
export type Fact = FactBody & { readonly at: Minutes; readonly input: number };

/** Facts the engine itself puts on record, and those the scenario's acts and events emit. */
export type FactBody =
  | { readonly type: 'acted'; readonly scene: string; readonly act: string; readonly contact: boolean }
  | { readonly type: 'looked-up'; readonly record: string }
  | { readonly type: 'waited'; readonly minutes: number; readonly explained: boolean }
  | { readonly type: 'learned'; readonly finding: string }
  | { readonly type: 'happened'; readonly entry: string }
  | { readonly type: 'entered'; readonly scene: string }
  | { readonly type: 'left' }
  | { readonly type: 'ended'; readonly ending: string }
  | Emitted;

export type FactType = FactBody['type'];

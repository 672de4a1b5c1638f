/** Numbers typed with an act, by input id. */
export type Typed = Readonly<Record<string, number>>;

/** One decision of the trainee: the only thing an attempt stores. */
export type Input =
  | { readonly kind: 'act'; readonly act: string; readonly with: Typed }
  | { readonly kind: 'look'; readonly record: string }
  | { readonly kind: 'wait'; readonly minutes: number };

/** Why an input is not possible in a state. */
export const REFUSALS = [
  'ended',
  'unknown-act',
  'not-offered',
  'already-done',
  'not-open',
  'number-missing',
  'number-out-of-range',
  'bad-wait',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** The longest single wait that may be asked for, in simulated minutes. */
export const LONGEST_WAIT = 600;

/**
 * base: the words every other module speaks.
 * Hides: number formats, hashing, seeded randomness, the normal distribution.
 * Promises: no state, no input or output; equal arguments give equal bits in every engine.
 * Must not know: anything about scenarios, attempts or scores.
 */
export { formatClock, parseClock } from './clock';
export { hashText, sha256, utf8 } from './hash';
export { assertNever, invariant, present } from './invariant';
export { formatIssue, type Issue } from './issue';
export { canonical, isList, parsedJson, type Json } from './json';
export { isLocale, LOCALES, type Locale, type Localized } from './localized';
export { exponential, normalCdf, Z90, Z95 } from './normal';
export { phantom } from './phantom';
export { dice, type Dice } from './random';
export { err, ok, type Result } from './result';
export { fromUtf8, isWellFormed } from './text';
export {
  earned,
  minutes,
  points,
  rmb,
  share,
  shareOfBasis,
  WHOLE,
  type Minutes,
  type Points,
  type Rmb,
  type Share,
} from './units';
export { upcast, type Ageing, type Upgrade } from './versions';

/**
 * attempt: one trainee working one case.
 * Hides: how time passes, how a customer leaves, what an input does to the state, how logs age.
 * Promises: `step` is pure and deterministic; a refused input changes nothing; `replay` of a log gives exactly
 * the live run; time moves only by inputs.
 * Must not know: points, screens, storage, the wall clock.
 */
export { disagreements, drive, sceneOf, temperOf } from './drive';
export { ENGINE, eventToJson, parseEvent, type AttemptEvent } from './event';
export type { Fact, FactBody, FactType } from './fact';
export { LONGEST_WAIT, REFUSALS, type Input, type Refusal, type Typed } from './input';
export { offers, type ActOffer, type Offers, type RecordOffer } from './offers';
export { digest, replay, type Replayed, type ReplayFault } from './replay';
export { begin, type Run } from './run';
export {
  endOf,
  open,
  perform,
  refusalOf,
  refusalOfLook,
  refusalOfNumbers,
  stamp,
  step,
  type Step,
} from './step';
export { readLog, undoToJson, type ReadLog, type Undone } from './undo';

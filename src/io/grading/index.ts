/**
 * grading: what came in, proved by playing it again, away from the page's own thread.
 * Hides: the workers, their deadlines and replacement, how a seal is opened before a result is read.
 * Promises: every item has an outcome, whatever it is; one bad item never spoils another; nothing is stored here.
 * Must not know: screens, sentences, where results are kept.
 */
export { verdictFromJson, verdictToJson } from './codec';
export { collect, gradingOrder, type Collection, type Progress } from './collect';
export type {
  Accepted,
  GradingOrder,
  Outcome,
  RawItem,
  Refused,
  Rejected,
  RightsProfile,
  Verdict,
  Way,
} from './model';
export { openKept, type Kept } from './weigh';
export { playFromKept, playToKeep, weigh } from './weigh-client';

/**
 * course: a class, what it was asked, what came back.
 * Hides: how a result is proved, how several attempts make one mark, how lists of names are read.
 * Promises: pure; a result counts only after its log was played again; every refusal names the place.
 * Must not know: how results travel, storage, screens, the wall clock.
 */
export {
  CLOCK_SLACK,
  ENOUGH_ANSWERS,
  ENOUGH_DECISIONS,
  FASTEST_ANSWER,
  FASTEST_DECISION,
  FLAGS,
  flagsOf,
  flagsOfSketches,
  MOST_OTHERS,
  type Flag,
  type FlagCode,
} from './flags';
export {
  gradeOf,
  lateBy,
  MISSING_RULES,
  totalOf,
  type Attempted,
  type Grade,
  type MissingRule,
  type Part,
} from './grade';
export {
  gradebookOf,
  type Gradebook,
  type GradebookParts,
  type GradeCell,
  type GradeRow,
  type GradedResult,
} from './gradebook';
export { handinId } from './handin-id';
export { cleanTyped, ID_LENGTH, ID_LETTERS, idFrom, isId, numberKey, seedFor, SEEDS } from './ids';
export {
  ATTEMPT_POLICIES,
  SEED_POLICIES,
  TASK_MODES,
  type Assignment,
  type AttemptPolicy,
  type CaseTask,
  type CaseWork,
  type HandedAnswer,
  type Handin,
  type Override,
  type Pin,
  type Remarks,
  type Roster,
  type SectionTask,
  type SectionWork,
  type SeedPolicy,
  type Student,
  type Task,
  type TaskMode,
} from './model';
export {
  correlation,
  deedOf,
  ENOUGH_FOR_CORRELATION,
  itemsOf,
  NEAR,
  type Choice,
  type Deed,
  type Item,
} from './items';
export { playedOf, type Played, type PlayedStep } from './played';
export { classPaths, expensiveOf, type ClassPaths, type Expensive, type PathEdge } from './paths';
export {
  EARLY,
  heatOf,
  LEAK,
  LEAKS,
  MANY_HINTS,
  TROUBLES,
  troublesOf,
  type ClassTrouble,
  type HeatRow,
  type TroubleCode,
} from './troubles';
export { HANDIN_REFUSALS, type HandinRefusal, type HandinRefusalCode } from './refusal';
export {
  LONGEST_GROUP,
  LONGEST_NAME,
  LONGEST_NUMBER,
  LONGEST_ROSTER,
  ROSTER_PROBLEMS,
  rosterFrom,
  type RosterProblem,
  type RosterProblemCode,
  type RosterReading,
} from './roster';
export type { RosterColumns } from './roster-columns';
export { sectionItems, type SectionItem, type SectionResult } from './section-items';
export { CaseShelf, type CaseParts, type KnownBest } from './shelf';
export { sketchOf, type Sketch } from './sketch';
export type {
  VerifiedAnswer,
  VerifiedCase,
  VerifiedDecision,
  VerifiedHandin,
  VerifiedSection,
} from './verified';
export { verifyHandin, type VerifyContext } from './verify';
export { sectionMark, type SectionMark } from './verify-section';

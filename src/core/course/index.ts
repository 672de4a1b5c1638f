/**
 * course: a class, what it was asked, what came back.
 * Hides: how a result is proved, how several attempts make one mark, how lists of names are read.
 * Promises: pure; a result counts only after its log was played again; every refusal names the place.
 * Must not know: how results travel, storage, screens, the wall clock.
 */
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

/**
 * lesson: from a writer's files to a course that can be read, answered and repeated.
 * Hides: Markdown and its tokens, the shape of checks and figures, how answers are judged, when a card is due.
 * Promises: reading notes every defect with file, line and remedy; a section that reads without defects has the same
 * blocks in both languages; grading, dates and plans follow from their arguments alone.
 * Must not know: files on disk, a clock, a store, a screen.
 */
export { checksIn, named, termsIn } from './contents';
export { countsOf, coverage, type CoveredRow, type Realised } from './coverage';
export { readCourse, type Course, type CourseFiles, type SectionPair } from './course';
export {
  askable,
  caseOf,
  decisionLines,
  examinedIn,
  momentOf,
  profilesIn,
  type AnswerLine,
  type Askable,
  type Moment,
  type Profile,
} from './deck';
export { grade, idsIn, solutionOf, tableIn, type Grade, type Remark } from './grade';
export { textOf } from './inline';
export { isLike, labLine, labPlace, labWorkIn, type LabTry, type LabWork } from './lab-work';
export { DOUBLE_PERIOD, timedLessons, type PlanLesson, type PlanStep } from './lesson-plan';
export { CONFIDENCES, FORMS } from './model';
export type {
  Answer,
  Block,
  CalloutKind,
  CategoriseCheck,
  Check,
  ChoiceCheck,
  Confidence,
  Figure,
  Form,
  Front,
  Inline,
  Label,
  MatchingCheck,
  NumericCheck,
  OrderingCheck,
  Rich,
  Row,
  Section,
  Table,
  Term,
  TrueFalseCheck,
  Unit,
} from './model';
export type { PlainFile, TermPair } from './plan-file';
export {
  periodsDone,
  periodsOf,
  progressOf,
  resumeAt,
  type ReadingMark,
  type SectionOutline,
  type SectionProgress,
} from './progress';
export { cardsOf, isDue, STUCK_AFTER, type Answered, type ReviewCard } from './review';
export { answerKey, saidIn, solutionIn, type Said, type SaidPart } from './said';
export { excerptOf, passagesOf, tokensOf, type Passage } from './search-text';
export type { SectionFile } from './section';
export { shuffled } from './shuffle';
export type { Token, Tools, YamlFault } from './token';

/**
 * scenario: from an author's files to a case that can be played.
 * Hides: the file format and its history, the expression language, how hidden facts are drawn, table layout.
 * Promises: parse → instantiate → compile are pure; a parsed scenario never fails to compile; after
 * `instantiate` nothing is random.
 * Must not know: attempts, scores, screens, files on disk.
 */
export { compileCase } from './compile';
export type { CompiledAct, CompiledCase, CompiledEntry, CompiledRecord, CompiledScene } from './compile';
export type { Change } from './compile-change';
export type { Drain } from './contact';
export type { Emitted } from './emitted';
export { bool, namesIn, num, type Env, type Expr } from './expression';
export { instantiate, type Case } from './instantiate';
export { lintScenario } from './lint';
export { ANGRY_BELOW, CALM_FROM } from './machine-regions';
export { machineOf, type CaseActor } from './machine';
export { parseLogic, parseScenario, type Logic, type RawScenario, type Scenario } from './parse';
export { Unreadable } from './unreadable';
export { placeholdersOf } from './placeholders';
export type { ActText, Ask, Block, Head, RecordText, RubricEntry, Spec, Texts } from './schema';
export {
  ACT_KINDS,
  CHANNEL_FITS,
  CHANNELS,
  CONTACTS,
  CRITERIA,
  CRITICAL_ERRORS,
  PHASES,
  RIGHTS,
  SERVICE_LEVELS,
  SYSTEMS,
  TIERS,
  UNITS,
} from './terms';
export type {
  ActKind,
  Channel,
  ChannelFit,
  Contact,
  CriterionId,
  CriticalErrorId,
  Phase,
  Right,
  Scalar,
  ServiceLevel,
  System,
  Tier,
  Unit,
} from './terms';

/**
 * debrief: what can be learned from an attempt that is over.
 * Hides: how changes are tried out, how branches keep the true state, how attempts are laid side by side.
 * Promises: pure; the stored attempt is only read, never changed; a branch is never an attempt; repairs are found by
 * trying every single change.
 * Must not know: any sentence for a learner, screens, storage.
 */
export { branchAt, extend, playBranch, takeBack, type Branch, type PlayedBranch } from './branch';
export { costliest } from './costliest';
export { costlyDecisions, isCostly, type CostlyDecision } from './costly';
export { firstDivergence, sameInput } from './divergence';
export type { Advice, Costs, Graded } from './findings';
export { lastChances, type LastChance } from './last-chance';
export { GRADE_LIMITS, GRADES, lossHeight, regretClass, type Grade } from './regret-class';
export { minimalRepair, REPAIR_KINDS, type Repair, type Repairable, type RepairKind } from './repair';
export { sceneGraph, type SceneEdge, type SceneGraph, type SceneNode } from './scene-graph';
export { weigh, type Weighed } from './weigh';

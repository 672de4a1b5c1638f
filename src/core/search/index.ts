/**
 * search: what was still possible.
 * Hides: the order of exploration, bounds, which states are the same for the future.
 * Promises: exact or `too-large`, never an approximation; regrets are never negative and sum to what was lost.
 * Must not know: screens, storage, real time.
 */
export { Analysis, NODE_BUDGET, type BestPlay, type Regret, type TooLarge } from './analysis';
export { assess, type AssessFault, type Assessment } from './assess';
export { grid, movesFrom, type Move } from './moves';
export {
  ALL_REDUCTIONS,
  type Found,
  type Limits,
  type Objective,
  type Position,
  type Reductions,
} from './search';

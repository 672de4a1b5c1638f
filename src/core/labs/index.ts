/**
 * labs: the sums behind the interactive experiments of the course, one file a lab.
 * Hides: nothing but arithmetic; every file names the source of its formulas.
 * Promises: pure; defaults give the figures that the course prints; equal seeds give equal draws.
 * Must not know: sentences for learners, charts, screens.
 */
export { agreement, type Agreement } from './agreement';
export { LAB_IDS, labCards, type LabCard, type LabId } from './catalogue';
export {
  PROCESS_CARDS,
  PROCESSES,
  SERVICE_CARDS,
  SERVICE_CLASSES,
  type Process,
  type ServiceClass,
} from './l1-1';
export { churn, CHURN, CHURN_LIMITS, SILENT, type Churn, type Churned } from './l1-2';
export { INDUSTRIES, LOGISTICS, type LogisticsKind } from './l1-3';
export { fillRates, ORDER_LINES, PIECES, type FillRates, type OrderLine, type Rate } from './l3-1';
export {
  FAULTS,
  mostTwice,
  perfectOrder,
  PERIOD,
  PERIOD_LIMITS,
  wilson,
  type Fault,
  type Period,
} from './l3-2';
export { LOGS, RATED, RATINGS, type LogId, type Rating } from './l3-3';
export {
  ASPECTS,
  gaps,
  RATING_LIMITS,
  SURVEY,
  totalGap,
  WEIGHT_LIMITS,
  worst,
  type Aspect,
  type Gap,
  type Opinion,
  type Survey,
} from './l3-4';
export {
  chanceWithin,
  CYCLE,
  cycleTime,
  drawCycles,
  MEAN_LIMITS,
  PROMISE_LIMITS,
  promiseAt,
  SD_LIMITS,
  STAGES,
  type Cycle,
  type Drawn,
  type DrawOrder,
  type Stage,
  type StageTime,
} from './l5-1';
export {
  arrivedBy,
  atpBy,
  atpNow,
  board,
  mostNow,
  NO_PROMISES,
  ORDER_IDS,
  ORDERS,
  SLOTS,
  STOCK,
  STOCK_LIMITS,
  type OrderId,
  type Promises,
  type Slot,
  type SlotLine,
  type Stock,
} from './l5-2';
export {
  leadTimeSd,
  LEVEL_LIMITS,
  policyForCycle,
  policyForFill,
  SUPPLY,
  SUPPLY_LIMITS,
  type Policy,
  type Supply,
} from './l5-3';
export {
  AVAILABLE,
  cheapest,
  CLAIMS,
  costOf,
  CUSTOMERS,
  firstCome,
  FINE,
  NOTHING,
  proRata,
  shareLimits,
  type Allocation,
  type AllocationCost,
  type CustomerId,
} from './l5-4';
export {
  CLOCK_IDS,
  CLOCKS,
  COMPLAINTS,
  GRADES,
  hoursLeft,
  KEY,
  priorityOf,
  type ClockId,
  type Complaint,
  type ComplaintId,
  type Grade,
  type Priority,
} from './l8-1';
export {
  AIR,
  airLimit,
  CONSIGNMENT_LIMITS,
  DECLARED,
  DECLARED_LIMITS,
  owedByContract,
  owedByDeclared,
  SEA,
  seaLimit,
  type Consignment,
  type DeclaredClaim,
  type Owed,
} from './l8-2';
export {
  BAND,
  MONEY_ONLY,
  recovered,
  RECOVERY,
  RECOVERY_LIMITS,
  type Recovered,
  type Recovery,
} from './l8-3';
export {
  breakEven,
  dispositions,
  GOODS_GRADES,
  RETURNED,
  RETURNED_LIMITS,
  WAYS,
  type Disposition,
  type GoodsGrade,
  type ReturnedPiece,
  type Way,
} from './l8-4';
export type { Limits } from './limits';
export { sorted, type GroupLine, type Placing, type SortCard, type Sorted } from './sorting';

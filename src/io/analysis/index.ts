/**
 * analysis: the sums behind a debrief, away from the page's own thread.
 * Hides: the worker, and what happens where a browser gives none.
 * Promises: the grade is told before the costs of decisions, which may take seconds; nothing is told after a
 * cancel; worker and page give the same answers, since both run the same pure steps; what was worked out before is
 * told again only if program, rules, case, seed and inputs are the same, and never in place of replaying.
 * Must not know: any sentence for a learner, how storage keeps what it reads.
 */
export { analyse, type AnalyseOptions } from './client';
export type { AnalysisShelf } from './keeping';
export { watchReach, type Reach } from './reach';
export { scoredAttempts, type ScoredAttempt } from './own-attempts';
export type { AnalysisOrder, AnalysisReport } from './report';

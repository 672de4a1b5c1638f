/**
 * labs: the long draws of the labs, away from the page's own thread.
 * Hides: the worker, and what happens where a browser gives none.
 * Promises: progress is told as it comes, the last message holds every draw; nothing is told after a cancel; worker and
 * page draw the same.
 * Must not know: what is drawn for, any sentence for a learner.
 */
export { draw } from './client';

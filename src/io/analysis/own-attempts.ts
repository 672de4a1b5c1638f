import { readLog, type AttemptEvent } from '../../core/attempt';
import type { Graded } from '../../core/debrief';
import type { Logic } from '../../core/scenario';
import type { AttemptHeader, Store } from '../db';
import { analyse } from './client';
import type { AnalysisReport } from './report';

/** A finished attempt of the learner's own, scored anew from its log. */
export interface ScoredAttempt {
  readonly header: AttemptHeader;
  readonly graded: Graded;
}

/**
 * Scores the finished attempts of one edition of a case, the oldest first, one after the other; `tell` is called with
 * each and `done` at the end. Attempts that cannot be read or do not replay are left out. Returns the way to stop.
 * @example const stop = scoredAttempts({ store, logic }, (attempt) => list.push(attempt))
 */
export function scoredAttempts(
  of: { readonly store: Store; readonly logic: Logic },
  tell: (attempt: ScoredAttempt) => void,
  done: () => void = () => undefined,
): () => void {
  const job: Job = { wanted: true, stop: undefined };
  void scoreAll(of, tell, job).then(() => {
    if (job.wanted) done();
  });
  return () => {
    job.wanted = false;
    job.stop?.();
  };
}

interface Job {
  wanted: boolean;
  stop: (() => void) | undefined;
}

async function scoreAll(
  { store, logic }: { readonly store: Store; readonly logic: Logic },
  tell: (attempt: ScoredAttempt) => void,
  job: Job,
): Promise<void> {
  const all = await store.attempts();
  const own = all.filter(({ scenarioHash, status }) => scenarioHash === logic.hash && status === 'finished');
  for (const header of [...own].reverse()) {
    const log = await logOf(store, header.id);
    if (!job.wanted) return;
    const graded = log && (await grade(job, { logic, seed: header.seed, log }, store));
    if (graded) tell({ header, graded });
  }
}

/** The inputs of a stored attempt; undefined where one of them cannot be read. */
async function logOf(store: Store, id: string): Promise<readonly AttemptEvent[] | undefined> {
  const read = await store.read(id);
  if (!read.ok) return undefined;
  const { header, events } = read.value;
  const lines = readLog(
    events.map(({ input }) => input),
    { undo: header.mode === 'practice' },
  );
  return lines.ok ? lines.value.log : undefined;
}

/** The grade alone: the rest of the analysis is not asked for. */
function grade(
  job: Job,
  order: { readonly logic: Logic; readonly seed: number; readonly log: readonly AttemptEvent[] },
  { shelf }: Store,
): Promise<Graded | undefined> {
  return new Promise((resolve) => {
    const hear = (report: AnalysisReport): void => {
      if (report.kind !== 'graded' && report.kind !== 'refused') return;
      resolve(report.kind === 'graded' ? report.graded : undefined);
      // `analyse` may tell before it has returned, where there is no worker.
      queueMicrotask(() => stop());
    };
    const stop = analyse(order, hear, { shelf });
    job.stop = stop;
  });
}

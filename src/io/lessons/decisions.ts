import { readLog, type AttemptEvent } from '../../core/attempt';
import { costlyDecisions, type Graded } from '../../core/debrief';
import { askable, decisionLines, examinedIn, type ReviewCard } from '../../core/lesson';
import type { Logic } from '../../core/scenario';
import type { Regret } from '../../core/search';
import { analyse, type AnalysisReport } from '../analysis';
import { loadLogic, type ScenarioCard } from '../content';
import type { AttemptHeader, Store } from '../db';
import { outlines } from 'virtual:lessons';
import type { StudyLog } from './study';

/** An attempt as it is read for its decisions. */
export interface ReadAttempt {
  readonly header: AttemptHeader;
  readonly log: readonly AttemptEvent[];
  /** When its last input was made, milliseconds since 1970. */
  readonly at: number;
}

/**
 * Reads a stored attempt; undefined where it is not there or cannot be read.
 * @example (await readAttempt(store, 'a1'))?.log.length
 */
export async function readAttempt(store: Store, id: string): Promise<ReadAttempt | undefined> {
  const read = await store.read(id);
  if (!read.ok) return undefined;
  const { header, events } = read.value;
  const lines = readLog(
    events.map(({ input }) => input),
    { undo: header.mode === 'practice' },
  );
  return lines.ok ? { header, log: lines.value.log, at: events.at(-1)?.wall ?? header.startedAt } : undefined;
}

/**
 * Files the costly decisions of a finished attempt among the learner's answers, from where they become cards. To be
 * called when a debrief knows the cost of each decision; calling it again changes nothing.
 * @example if (costs.regrets.ok) await fileDecisions(store, { id, graded, regrets: costs.regrets.value })
 */
export async function fileDecisions(
  store: Store,
  of: { readonly id: string; readonly graded: Graded; readonly regrets: readonly Regret[] },
): Promise<void> {
  const attempt = await readAttempt(store, of.id);
  if (attempt?.header.status !== 'finished') return;
  const lines = decisionLines({
    attempt: of.id,
    scenario: attempt.header.scenarioId,
    at: attempt.at,
    decisions: costlyDecisions(of.graded, of.regrets),
    rights: Object.fromEntries(
      of.graded.scorecard.rights.flatMap(({ right, share, assessed }) => (assessed ? [[right, share]] : [])),
    ),
  });
  // The line that closes the attempt comes last: what was not filed completely is filed again.
  for (const line of lines) if (!(await store.study.addAnswer(line)).ok) return;
}

/**
 * Files the decisions of finished attempts that no debrief has filed yet, one attempt after the other; tells how
 * many were gone through. An attempt of another edition of its case is left out: it cannot be replayed.
 * @example await gatherDecisions(store, services.catalogue())
 */
export async function gatherDecisions(
  store: Store,
  cases: readonly Pick<ScenarioCard, 'id' | 'hash'>[],
): Promise<number> {
  const [attempts, lines] = await Promise.all([store.attempts(), store.study.answers()]);
  const examined = examinedIn(lines);
  const open = attempts.filter((header) => canReplay(header, cases) && !examined.has(header.id));
  for (const header of open) {
    const logic = await loadLogic(header.scenarioId);
    const read = await readAttempt(store, header.id);
    const known = logic && read && (await cost(store, logic, read));
    if (known) await fileDecisions(store, { id: header.id, ...known });
  }
  return open.length;
}

interface Known {
  readonly graded: Graded;
  readonly regrets: readonly Regret[];
}

function cost({ shelf }: Store, logic: Logic, { header, log }: ReadAttempt): Promise<Known | undefined> {
  return new Promise((resolve) => {
    let graded: Graded | undefined;
    const hear = (report: AnalysisReport): void => {
      if (report.kind === 'graded') graded = report.graded;
      if (report.kind === 'refused') resolve(undefined);
      if (report.kind !== 'costed') return;
      const { regrets } = report.costs;
      resolve(graded && regrets.ok ? { graded, regrets: regrets.value } : undefined);
      // `analyse` may tell before it has returned, where there is no worker.
      queueMicrotask(() => stop());
    };
    const stop = analyse({ logic, seed: header.seed, log }, hear, { shelf });
  });
}

/** Whether an attempt is over and was played in the edition of its case that is bundled. */
function canReplay(header: AttemptHeader, cases: readonly Pick<ScenarioCard, 'id' | 'hash'>[]): boolean {
  return (
    header.status === 'finished' &&
    cases.some(({ id, hash }) => id === header.scenarioId && hash === header.scenarioHash)
  );
}

/**
 * The cards a learner may be asked at present, the most urgent first. A case that is being worked for a mark, or is
 * assigned for one, is kept out until it is handed in: its cards name the moment, the options and the best act.
 * @example cardsToAsk(log, services.catalogue()).filter((card) => isDue(card, now))
 */
export function cardsToAsk(
  { answers, lines, attempts, closed }: Pick<StudyLog, 'answers' | 'lines' | 'attempts' | 'closed'>,
  cases: readonly Pick<ScenarioCard, 'id' | 'hash'>[],
): readonly ReviewCard[] {
  const there = new Set(attempts.filter((header) => canReplay(header, cases)).map(({ id }) => id));
  return askable(answers, lines, {
    checks: new Set(outlines.flatMap(({ place, checks }) => checks.map(({ id }) => `${place}#${id}`))),
    has: (attempt) => there.has(attempt),
    closed,
  });
}

import { checksIn, type Check } from '../../core/lesson';
import type { Assignment } from '../../core/course';
import { loadLogic } from '../content';
import { loadSection } from '../lessons';
import type { KeyPair } from '../secrets';
import { Crew, type WorkerLike } from './crew';
import type { Job } from './jobs';
import type { GradingOrder, Outcome, RawItem } from './model';
import type { Piece } from './pieces';

/** How far a collection is: `of` grows until everything that came in was taken apart. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** A collection under way. */
export interface Collection {
  /** Every outcome in the order in which it came in; those done so far after `stop`. */
  readonly done: Promise<readonly Outcome[]>;
  readonly stop: () => void;
}

/**
 * What results of an assignment are held against: its cases and checks, out of this copy of the courseware.
 * @param pairs the keys of the workspace
 */
export async function gradingOrder(assignment: Assignment, pairs: readonly KeyPair[]): Promise<GradingOrder> {
  const { tasks } = assignment;
  const cases = [...new Set(tasks.flatMap((task) => (task.kind === 'case' ? [task.scenarioId] : [])))];
  const places = [...new Set(tasks.flatMap((task) => (task.kind === 'section' ? [task.section] : [])))];
  const logics = await Promise.all(cases.map((id) => loadLogic(id)));
  // Both languages of a section have the same checks.
  const sections = await Promise.all(
    places.map(async (place): Promise<readonly [string, readonly Check[]] | undefined> => {
      const text = await loadSection(place, 'zh-CN');
      return text && [place, checksIn(text.section.blocks)];
    }),
  );
  return {
    assignment,
    logics: logics.filter((logic) => logic !== undefined),
    checks: Object.fromEntries(sections.filter((entry) => entry !== undefined)),
    pairs,
  };
}

/** One thread is left to the page; more than four gain little and heat phones. */
function threads(): number {
  return Math.min(4, Math.max(1, navigator.hardwareConcurrency - 1));
}

function browserWorker(): WorkerLike {
  return new Worker(new URL('./grade.worker.ts', import.meta.url), { type: 'module' });
}

/**
 * Takes apart what came in and checks every result in it, in workers. `tell` hears of each outcome as it is ready, in
 * any order; nothing is told after `stop`.
 * @example const { done, stop } = collect(items, order, (outcome, { done, of }) => { share = done / of; });
 */
export function collect(
  items: readonly RawItem[],
  order: GradingOrder,
  tell: (outcome: Outcome, progress: Progress) => void,
): Collection {
  const crew = new Crew({ order, size: threads(), start: browserWorker });
  return collectWith(crew, items, tell);
}

/** The same with a crew of the caller's. */
export function collectWith(
  crew: Crew,
  items: readonly RawItem[],
  tell: (outcome: Outcome, progress: Progress) => void,
): Collection {
  return { done: work(crew, items, tell), stop: () => crew.stop() };
}

async function work(
  crew: Crew,
  items: readonly RawItem[],
  tell: (outcome: Outcome, progress: Progress) => void,
): Promise<readonly Outcome[]> {
  const sorted: (readonly Piece[] | undefined)[] = items.map(() => undefined);
  const sorts = items.map((item): Job => ({ kind: 'sort', item }));
  await crew.run(sorts, (index, reply) => {
    if (reply.kind === 'pieces') sorted[index] = reply.pieces;
  });
  const pieces = sorted.flatMap((some) => some ?? []);
  const outcomes: (Outcome | undefined)[] = pieces.map(() => undefined);
  let done = 0;
  const proofs = pieces.map((piece): Job => ({ kind: 'prove', piece }));
  await crew.run(proofs, (index, reply) => {
    if (reply.kind !== 'outcome') return;
    done += 1;
    outcomes[index] = reply.outcome;
    tell(reply.outcome, { done, of: pieces.length });
  });
  crew.stop();
  return outcomes.filter((outcome) => outcome !== undefined);
}

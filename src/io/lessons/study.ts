import {
  CONFIDENCES,
  labLine,
  labWorkIn,
  type AnswerLine,
  type Answered,
  type LabTry,
  type LabWork,
  type ReadingMark,
} from '../../core/lesson';
import type { Work } from '../classroom';
import type { AttemptHeader, Store, StoredAnswer } from '../db';
import type { Services } from '../services';

/** What a learner has done in the course, and the attempts that belong to it. */
export interface StudyLog {
  /** As they are stored, the oldest first. */
  readonly lines: readonly AnswerLine[];
  readonly answers: readonly Answered[];
  readonly readings: readonly ReadingMark[];
  readonly attempts: readonly AttemptHeader[];
  /** Cases that are being worked for a mark, or are assigned for one and not handed in yet. */
  readonly closed: ReadonlySet<string>;
}

/**
 * Everything that is stored about the course. Rejects where the storage cannot be had at all.
 * @example (await readStudy(services)).readings.length
 */
export async function readStudy(services: Pick<Services, 'store' | 'now'>): Promise<StudyLog> {
  const store = await services.store();
  const [lines, readings, attempts] = await Promise.all([
    store.study.answers(),
    store.study.readings(),
    store.attempts(),
  ]);
  const open = attempts.filter(({ mode, status }) => mode === 'assessed' && status === 'open');
  const closed = new Set([
    ...open.map(({ scenarioId }) => scenarioId),
    ...(await assigned(store, services.now())),
  ]);
  return { lines, answers: lines.map(answeredOf), readings, attempts, closed };
}

/** The classroom is read, and its program fetched, only where something was ever assigned. */
async function assigned(store: Store, now: number): Promise<readonly string[]> {
  if ((await store.names('assignment')).length === 0) return [];
  const { readWork } = await import('../classroom');
  return assignedCases(await readWork(store), now);
}

/**
 * The cases that are assigned for a mark, have not been handed in, and whose day has not passed.
 * @param now milliseconds since 1970
 * @example assignedCases(await readWork(store), services.now()) // ['stockout-key-account']
 */
export function assignedCases(
  { taken, attempts }: Pick<Work, 'taken' | 'attempts'>,
  now: number,
): readonly string[] {
  return taken.flatMap(({ assignment }) => {
    const { id, mode, due, tasks } = assignment;
    if (mode !== 'assessed' || (due !== null && due < now)) return [];
    return tasks.flatMap((task) => {
      const done = attempts.some(
        ({ tie }) => tie.assignment === id && tie.task === task.id && tie.handedIn !== undefined,
      );
      return task.kind === 'case' && !done ? [task.scenarioId] : [];
    });
  });
}

/**
 * An answer as cards and progress read it. A confidence that this program does not know counts as the middle one.
 * @example answeredOf(stored).confidence
 */
export function answeredOf({ section, check, at, right, confidence }: StoredAnswer): Answered {
  const known = CONFIDENCES.find((value) => value === confidence) ?? 'unsure';
  return { section, check, at, right, confidence: known };
}

/**
 * What makes the id of an answer unique: its moment and some luck, for two tabs.
 * @example freshKey(services) // 'm3k2x9zq-48213'
 */
export function freshKey(services: Pick<Services, 'now' | 'seed'>): string {
  return `${services.now().toString(36)}-${String(services.seed())}`;
}

/**
 * The work of a learner with one lab: what was done, and a way to add to it.
 * @example const { work, keep } = labDesk(services, 'L5.1')
 */
export function labDesk(
  services: Pick<Services, 'store' | 'now' | 'seed'>,
  lab: string,
): { readonly work: () => Promise<LabWork>; readonly keep: (one: LabTry) => Promise<boolean> } {
  return {
    work: async () => {
      try {
        return labWorkIn(await (await services.store()).study.answers(), lab);
      } catch (error) {
        // Without storage a lab starts afresh.
        console.error(error);
        return labWorkIn([], lab);
      }
    },
    keep: async (one) => {
      try {
        const line = labLine(lab, one, { at: services.now(), key: freshKey(services) });
        return (await (await services.store()).study.addAnswer(line)).ok;
      } catch (error) {
        console.error(error);
        return false;
      }
    },
  };
}

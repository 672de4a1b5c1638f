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
import type { AttemptHeader, StoredAnswer } from '../db';
import type { Services } from '../services';

/** What a learner has done in the course, and the attempts that belong to it. */
export interface StudyLog {
  /** As they are stored, the oldest first. */
  readonly lines: readonly AnswerLine[];
  readonly answers: readonly Answered[];
  readonly readings: readonly ReadingMark[];
  readonly attempts: readonly AttemptHeader[];
}

/**
 * Everything that is stored about the course. Rejects where the storage cannot be had at all.
 * @example (await readStudy(services)).readings.length
 */
export async function readStudy(services: Pick<Services, 'store'>): Promise<StudyLog> {
  const store = await services.store();
  const [lines, readings, attempts] = await Promise.all([
    store.study.answers(),
    store.study.readings(),
    store.attempts(),
  ]);
  return { lines, answers: lines.map(answeredOf), readings, attempts };
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

import { ok, type Result } from '../../core/base';
import { numberKey } from '../../core/course';
import { dutyAt, dutyOf, isAskedFor, keepTie, readWork, type Duty, type TaskPlace } from '../../io/classroom';
import type { NewAttempt, Store, StoreFault } from '../../io/db';

/** What an attempt is made for, as far as the desk needs it. */
export interface DeskDuty {
  /** Of the assignment; empty where the address asks for something else than the assignment. */
  readonly title: string;
  readonly hints: boolean;
  /** What should be known before it begins. */
  readonly warning: 'first-counts' | 'first-gone' | 'not-asked-for' | undefined;
}

/** An attempt as far as it can be held against a task before it begins. */
export type Planned = Pick<NewAttempt, 'id' | 'scenarioId' | 'scenarioHash' | 'seed' | 'mode'>;

/** How attempts and tasks are brought together. */
export interface DutyPorts {
  /** What the attempt that is about to begin is made for. */
  readonly planned: (attempt: Planned) => Promise<DeskDuty | undefined>;
  /** What a stored attempt was made for. */
  readonly stored: (attempt: string) => Promise<DeskDuty | undefined>;
  /** Keeps what a new attempt is made for, before it exists. */
  readonly tie: (attempt: Planned) => Promise<Result<void, StoreFault>>;
}

/**
 * The ports of one address: `place` is the task it names.
 * @example dutyPorts(() => services.store(), readTaskPlace(query.get('task')))
 */
export function dutyPorts(store: () => Promise<Store>, place: TaskPlace | undefined): DutyPorts {
  const asked = async (attempt: Planned): Promise<Duty | 'other' | undefined> => {
    if (!place) return undefined;
    const duty = await dutyAt(await store(), place);
    return duty && isAskedFor(duty, attempt) ? duty : 'other';
  };
  return {
    async planned(attempt) {
      const duty = await asked(attempt);
      if (!duty) return undefined;
      if (duty === 'other') return { title: '', hints: true, warning: 'not-asked-for' };
      const { title, hints, attempts } = duty.assignment;
      if (attempts !== 'first') return { title, hints, warning: undefined };
      const before = await triedBefore(await store(), duty);
      return { title, hints, warning: before ? 'first-gone' : 'first-counts' };
    },
    async stored(attempt) {
      const duty = await dutyOf(await store(), attempt);
      return duty && { title: duty.assignment.title, hints: duty.assignment.hints, warning: undefined };
    },
    async tie(attempt) {
      const duty = await asked(attempt);
      if (!duty || duty === 'other') return ok(undefined);
      const { assignment, task, student } = duty;
      const tie = { assignment: assignment.id, task: task.id, student, handedIn: undefined };
      return await keepTie(await store(), attempt.id, tie);
    },
  };
}

async function triedBefore(store: Store, { assignment, task, student }: Duty): Promise<boolean> {
  const { attempts } = await readWork(store);
  return attempts.some(
    ({ tie }) =>
      tie.assignment === assignment.id &&
      tie.task === task.id &&
      numberKey(tie.student.number) === numberKey(student.number),
  );
}

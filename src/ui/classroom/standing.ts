import { numberKey, type Assignment, type AttemptPolicy, type Remarks, type Task } from '../../core/course';

interface Person {
  readonly number: string;
  readonly name: string;
}

interface Tied {
  readonly assignment: string;
  readonly task: string;
  readonly student: Person;
  readonly handedIn: { readonly id: string; readonly at: number; readonly late: boolean } | undefined;
}

/** An attempt that was made for a task. */
export interface TriedAttempt {
  readonly id: string;
  readonly tie: Tied;
  readonly finished: boolean;
  readonly startedAt: number;
  /** Basis points; undefined where it was never debriefed. */
  readonly score: number | undefined;
}

/** What is kept on this device, as far as lists of assignments need it. */
export interface Kept {
  readonly person: Person | undefined;
  readonly taken: readonly {
    readonly assignment: Assignment;
    readonly takers: readonly (Person & { readonly takenAt: number })[];
  }[];
  /** The oldest first. */
  readonly attempts: readonly TriedAttempt[];
  /** Hand-ins of sections. */
  readonly sections: ReadonlyMap<string, Tied>;
  readonly answers: readonly { readonly section: string; readonly check: string; readonly at: number }[];
  /** By attempt, or by the name of a section's hand-in. */
  readonly remarks: ReadonlyMap<string, SaidRemarks>;
}

/** What an instructor said about a piece of work. */
export interface SaidRemarks {
  readonly remarks: Remarks;
  /** Nobody has opened the page that shows them. */
  readonly isNew: boolean;
}

export type TaskState = 'new' | 'open' | 'finished' | 'handed-in';

/** How far a task is. */
export interface TaskStanding {
  readonly task: Task;
  readonly state: TaskState;
  /** The oldest first. */
  readonly attempts: readonly TriedAttempt[];
  /** Attempts that give the mark, by the policy. */
  readonly counting: readonly string[];
  /** The attempt to go on with. */
  readonly unfinished: string | undefined;
  /** The attempt to hand in next. */
  readonly ready: string | undefined;
  /** When the work that counts was handed in. */
  readonly handedInAt: number | undefined;
  /** It was finished after the date. */
  readonly late: boolean;
  /** Checks of a section that have been answered since it counts. */
  readonly answered: readonly string[];
  /** What was said about its pieces: attempts, or the hand-in of a section. */
  readonly remarks: ReadonlyMap<string, SaidRemarks>;
}

/** How far an assignment is, for the person who sits here. */
export interface Standing {
  readonly assignment: Assignment;
  readonly student: Person;
  readonly tasks: readonly TaskStanding[];
  readonly handedIn: number;
  /** Everything handed in. */
  readonly complete: boolean;
  /** The date has passed and something is still to be handed in. */
  readonly overdue: boolean;
  /** Pieces of work with remarks that nobody has opened yet. */
  readonly unread: readonly string[];
}

/**
 * From when on answers to a section count for a person: from the beginning in practice; from the moment the
 * assignment was taken up where it is assessed, or where somebody else has taken it up on this device, too.
 * @example answersSince(taken, person) // 0
 */
export function answersSince(taken: Kept['taken'][number], person: Person): number {
  const taker = taken.takers.find(({ number }) => numberKey(number) === numberKey(person.number));
  const alone = taken.takers.length < 2;
  return alone && taken.assignment.mode === 'practice' ? 0 : (taker?.takenAt ?? 0);
}

/**
 * The assignments of the person who sits here: what is still to be done first, by date, then the rest.
 * @param checks how many checks a section has; undefined where the section is not at hand
 * @example standingsOf(work, services.now(), () => undefined)[0]?.tasks[0]?.state // 'new'
 */
export function standingsOf(
  kept: Kept,
  now: number,
  checks: (section: string) => number | undefined,
): readonly Standing[] {
  const { person } = kept;
  if (!person) return [];
  const mine = kept.taken.flatMap((taken) => {
    const student = taken.takers.find(({ number }) => numberKey(number) === numberKey(person.number));
    return student ? [standingOf(kept, taken, { student, checks, now })] : [];
  });
  return mine.sort(byDate);
}

interface For {
  readonly student: Person;
  readonly now: number;
  readonly checks: (section: string) => number | undefined;
}

function standingOf(kept: Kept, taken: Kept['taken'][number], to: For): Standing {
  const { assignment } = taken;
  const tasks = assignment.tasks.map((task) => {
    const isOwn = ({ tie }: { readonly tie: Tied }): boolean =>
      tie.assignment === assignment.id &&
      tie.task === task.id &&
      numberKey(tie.student.number) === numberKey(to.student.number);
    if (task.kind === 'case') {
      const attempts = kept.attempts.filter(isOwn);
      const remarks = saidOf(
        kept,
        attempts.map(({ id }) => id),
      );
      return { ...caseStanding(task, attempts, assignment.attempts), remarks };
    }
    const [name, tie] = [...kept.sections].find(([, one]) => isOwn({ tie: one })) ?? [];
    const since = answersSince(taken, to.student);
    const own = kept.answers.filter(({ section, at }) => section === task.section && at >= since);
    const answered = [...new Set(own.map(({ check }) => check))];
    const standing = sectionStanding({ task, answered, tie, checks: to.checks(task.section) });
    return { ...standing, remarks: saidOf(kept, name === undefined ? [] : [name]) };
  });
  const handedIn = tasks.filter(({ state }) => state === 'handed-in').length;
  const complete = handedIn === tasks.length;
  const overdue = !complete && assignment.due !== null && to.now > assignment.due;
  const unread = tasks.flatMap(({ remarks }) =>
    [...remarks].flatMap(([id, { isNew }]) => (isNew ? [id] : [])),
  );
  return { assignment, student: to.student, tasks, handedIn, complete, overdue, unread };
}

function saidOf({ remarks }: Kept, pieces: readonly string[]): TaskStanding['remarks'] {
  return new Map(
    pieces.flatMap((id) => {
      const said = remarks.get(id);
      return said ? [[id, said] as const] : [];
    }),
  );
}

type Plain = Omit<TaskStanding, 'remarks'>;

function caseStanding(task: Task, attempts: readonly TriedAttempt[], policy: AttemptPolicy): Plain {
  const finished = attempts.filter((attempt) => attempt.finished);
  const counting = countingOf(finished, policy);
  const unfinished = attempts.findLast((attempt) => !attempt.finished)?.id;
  const left = counting.filter(({ tie }) => tie.handedIn === undefined);
  const last = counting.at(-1)?.tie.handedIn;
  const begun = unfinished === undefined ? 'new' : 'open';
  const done = left.length > 0 ? 'finished' : 'handed-in';
  return {
    task,
    attempts,
    unfinished,
    state: counting.length === 0 ? begun : done,
    counting: counting.map(({ id }) => id),
    ready: left[0]?.id,
    handedInAt: left.length === 0 ? last?.at : undefined,
    late: left.length === 0 && last?.late === true,
    answered: [],
  };
}

/** The attempts that give the mark; of those never debriefed, the score is not known and counts least. */
function countingOf(finished: readonly TriedAttempt[], policy: AttemptPolicy): readonly TriedAttempt[] {
  switch (policy) {
    case 'first':
      return finished.slice(0, 1);
    case 'last':
      return finished.slice(-1);
    case 'last-two':
      return finished.slice(-2);
    case 'best': {
      const most = finished.reduce((top, { score = -1 }) => Math.max(top, score), -1);
      return finished.filter(({ score = -1 }) => score === most).slice(0, 1);
    }
  }
}

interface SectionWork {
  readonly task: Task;
  readonly answered: readonly string[];
  readonly tie: Tied | undefined;
  readonly checks: number | undefined;
}

function sectionStanding({ task, answered, tie, checks }: SectionWork): Plain {
  const nothing = { attempts: [], counting: [], unfinished: undefined, ready: undefined };
  const at = tie?.handedIn?.at;
  const late = tie?.handedIn?.late === true;
  const state = sectionState(answered.length, at, checks);
  return { ...nothing, task, answered, handedInAt: at, late, state };
}

function sectionState(answered: number, handedInAt: number | undefined, checks?: number): TaskState {
  if (handedInAt !== undefined) return 'handed-in';
  if (answered === 0) return 'new';
  return checks !== undefined && answered >= checks ? 'finished' : 'open';
}

function byDate(a: Standing, b: Standing): number {
  if (a.complete !== b.complete) return a.complete ? 1 : -1;
  const order = (a.assignment.due ?? Infinity) - (b.assignment.due ?? Infinity);
  // Two without a date stand as they are: Infinity − Infinity is no number.
  return Number.isNaN(order) ? 0 : order;
}

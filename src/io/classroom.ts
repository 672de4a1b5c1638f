import * as v from 'valibot';
import { canonical, err, hashText, ok, utf8, type Json, type Result } from '../core/base';
import { numberKey, seedFor, type Assignment, type Remarks, type Task } from '../core/course';
import { assignmentToFile, readFile, remarksToFile, type Received } from '../core/interop';
import type { NewAttempt, Store, StoredAnswer, StoreFault } from './db';
import { readRemarks, remarksOn, type KeptRemarks } from './remarks';

/** What of the store the classroom uses. */
export type ClassroomStore = Pick<Store, 'value' | 'putValue' | 'names' | 'attempts' | 'study'>;

/** A student as typed. */
export interface Person {
  readonly number: string;
  readonly name: string;
}

/** Someone on this device who has taken up an assignment. */
export interface Taker extends Person {
  /** Real time, milliseconds since 1970. */
  readonly takenAt: number;
}

/** An assignment as it was last opened here, and who took it up; computers are shared. */
export interface Taken {
  readonly assignment: Assignment;
  readonly takers: readonly Taker[];
}

/** What a piece of work was done for. */
export interface Tie {
  /** Both empty for work that nobody assigned. */
  readonly assignment: string;
  readonly task: string;
  readonly student: Person;
  /** Undefined until it was handed in. */
  readonly handedIn: HandedIn | undefined;
}

export interface HandedIn {
  /** `handinId` of the result. */
  readonly id: string;
  readonly at: number;
  /** The work was finished after the date it was due. */
  readonly late: boolean;
}

/** An attempt made for somebody, as lists show it. */
export interface WorkedAttempt {
  readonly id: string;
  readonly tie: Tie;
  readonly finished: boolean;
  readonly startedAt: number;
  /** Basis points; undefined where the debrief was never opened. */
  readonly score: number | undefined;
}

/** Everything of the classroom that is kept on this device. */
export interface Work {
  /** Who sits here; undefined until somebody said so. */
  readonly person: Person | undefined;
  readonly taken: readonly Taken[];
  /** Attempts at cases, the oldest first. */
  readonly attempts: readonly WorkedAttempt[];
  /** Sections handed in, by {@link sectionName}. */
  readonly sections: ReadonlyMap<string, Tie>;
  readonly answers: readonly StoredAnswer[];
  /** What instructors said, by attempt or {@link sectionName}. */
  readonly remarks: ReadonlyMap<string, KeptRemarks>;
}

const PERSON = { kind: 'setting', id: 'student' } as const;

const personSchema = v.object({ number: v.string(), name: v.string() });
const takenSchema = v.object({
  /** The assignment as its file: read with every check, also after the format has aged. */
  file: v.string(),
  takers: v.array(v.object({ ...personSchema.entries, takenAt: v.number() })),
});
const tieSchema = v.object({
  assignment: v.string(),
  task: v.string(),
  student: personSchema,
  handedIn: v.optional(v.object({ id: v.string(), at: v.number(), late: v.boolean() })),
});
const scoreSchema = v.object({ score: v.pipe(v.number(), v.integer()) });

/** Reads what is stored; undefined where there is nothing, or nothing that fits. */
function read<S extends v.GenericSchema>(schema: S, raw: Json | undefined): v.InferOutput<S> | undefined {
  const parsed = v.safeParse(schema, raw);
  return parsed.success ? parsed.output : undefined;
}

/**
 * Who sits at this device, as they last said; undefined until somebody did.
 * @example (await personHere(store))?.name // '王一'
 */
export async function personHere(store: ClassroomStore): Promise<Person | undefined> {
  return read(personSchema, await store.value(PERSON));
}

/** Remembers who sits at this device. */
export function rememberPerson(store: ClassroomStore, person: Person): Promise<Result<void, StoreFault>> {
  return store.putValue(PERSON, { number: person.number, name: person.name });
}

/**
 * An assignment that was opened on this device; undefined where it never was.
 * @example (await takenHere(store, 'k7m2p4x9ab'))?.takers.length
 */
export async function takenHere(store: ClassroomStore, id: string): Promise<Taken | undefined> {
  const raw = read(takenSchema, await store.value({ kind: 'assignment', id }));
  const filed = raw && fileIn(raw.file);
  return raw && filed?.kind === 'assignment'
    ? { assignment: filed.assignment, takers: raw.takers }
    : undefined;
}

function fileIn(text: string): Received | undefined {
  const received = readFile(utf8(text));
  return received.ok ? received.value : undefined;
}

/**
 * Takes up an assignment for a person, or puts its newer form in place of the one that was taken up. Taking up again
 * keeps the time of the first.
 * @example await takeUp(store, assignment, { ...person, takenAt: services.now() })
 */
export async function takeUp(
  store: ClassroomStore,
  assignment: Assignment,
  taker: Taker,
): Promise<Result<void, StoreFault>> {
  const before = (await takenHere(store, assignment.id))?.takers ?? [];
  const takers = takerOf(before, taker) ? before : [...before, taker];
  return await store.putValue(
    { kind: 'assignment', id: assignment.id },
    {
      file: assignmentToFile(assignment),
      takers: takers.map(({ number, name, takenAt }) => ({ number, name, takenAt })),
    },
  );
}

/**
 * A person among those who took an assignment up; numbers compare as schools do.
 * @example takerOf(taken.takers, person)?.takenAt
 */
export function takerOf(takers: readonly Taker[], person: Person): Taker | undefined {
  return takers.find(({ number }) => numberKey(number) === numberKey(person.number));
}

/**
 * The name under which a section's hand-in is kept: it has no attempt to be kept with.
 * @example sectionName('k7m2p4x9ab', 't2', '2023001') // 'section-k7m2p4x9ab-t2-…'
 */
export function sectionName(assignment: string, task: string, number: string): string {
  return `section-${assignment}-${task}-${hashText(numberKey(number)).slice(0, 12)}`;
}

/** What an attempt, or a section by {@link sectionName}, was done for; undefined where for nobody. */
export async function tieOf(store: ClassroomStore, id: string): Promise<Tie | undefined> {
  const tie = read(tieSchema, await store.value({ kind: 'task', id }));
  return tie && { ...tie, handedIn: tie.handedIn };
}

/** Keeps what an attempt, or a section by {@link sectionName}, was done for. */
export function keepTie(store: ClassroomStore, id: string, tie: Tie): Promise<Result<void, StoreFault>> {
  const { assignment, task, student, handedIn } = tie;
  return store.putValue(
    { kind: 'task', id },
    {
      assignment,
      task,
      student: { number: student.number, name: student.name },
      ...(handedIn ? { handedIn: { id: handedIn.id, at: handedIn.at, late: handedIn.late } } : {}),
    },
  );
}

/** Which task an address names. */
export interface TaskPlace {
  readonly assignment: string;
  readonly task: string;
}

/**
 * Reads `<assignment>.<task>` out of an address; undefined for anything else.
 * @example readTaskPlace('k7m2p4x9ab.t1') // { assignment: 'k7m2p4x9ab', task: 't1' }
 */
export function readTaskPlace(text: string | null): TaskPlace | undefined {
  const [, assignment, task] = /^([a-z0-9]+)\.([a-z0-9]+)$/.exec(text ?? '') ?? [];
  return assignment !== undefined && task !== undefined ? { assignment, task } : undefined;
}

/** A task that a person on this device works at. */
export interface Duty {
  readonly assignment: Assignment;
  readonly task: Task;
  readonly student: Person;
}

/**
 * The task an address names, for the person who sits here; undefined where nobody here took it up.
 * @example await dutyAt(store, { assignment: 'k7m2p4x9ab', task: 't1' })
 */
export async function dutyAt(store: ClassroomStore, place: TaskPlace): Promise<Duty | undefined> {
  const [taken, person] = await Promise.all([takenHere(store, place.assignment), personHere(store)]);
  const task = taken?.assignment.tasks.find(({ id }) => id === place.task);
  const taker = taken && person && takerOf(taken.takers, person);
  return taken && task && taker ? { assignment: taken.assignment, task, student: taker } : undefined;
}

/** The task that a stored attempt was made for; undefined for free play, and where the assignment is gone. */
export async function dutyOf(store: ClassroomStore, attempt: string): Promise<Duty | undefined> {
  const tie = await tieOf(store, attempt);
  const taken = tie && (await takenHere(store, tie.assignment));
  const task = taken?.assignment.tasks.find(({ id }) => id === tie?.task);
  return tie && taken && task ? { assignment: taken.assignment, task, student: tie.student } : undefined;
}

/**
 * Whether an attempt is what a task asks for: the case, the content, the draw and the mode.
 * @example isAskedFor(duty, attempt)
 */
export function isAskedFor(
  { assignment, task, student }: Duty,
  attempt: Pick<NewAttempt, 'scenarioId' | 'scenarioHash' | 'seed' | 'mode'>,
): boolean {
  return (
    task.kind === 'case' &&
    task.scenarioId === attempt.scenarioId &&
    task.scenarioHash === attempt.scenarioHash &&
    seedFor(assignment, task, student.number) === attempt.seed &&
    assignment.mode === attempt.mode
  );
}

/**
 * Everything of the classroom that is kept on this device.
 * @example const work = await readWork(await services.store())
 */
export async function readWork(store: ClassroomStore): Promise<Work> {
  const [person, ids, tied, heads, answers] = await Promise.all([
    personHere(store),
    store.names('assignment'),
    store.names('task'),
    store.attempts(),
    store.study.answers(),
  ]);
  const taken = await Promise.all(ids.map((id) => takenHere(store, id)));
  const ties = new Map<string, Tie>();
  for (const id of tied) {
    const tie = await tieOf(store, id);
    if (tie) ties.set(id, tie);
  }
  const attempts = heads.flatMap(({ id, status, startedAt }) => {
    const tie = ties.get(id);
    return tie ? [{ id, tie, finished: status === 'finished', startedAt }] : [];
  });
  const scored = attempts.map(async (attempt) => {
    const result = read(scoreSchema, await store.value({ kind: 'result', id: attempt.id }));
    return { ...attempt, score: result?.score };
  });
  return {
    person,
    taken: taken.flatMap((one) => one ?? []),
    attempts: (await Promise.all(scored)).reverse(),
    sections: new Map([...ties].filter(([id]) => id.startsWith('section-'))),
    answers,
    remarks: await readRemarks(store),
  };
}

/**
 * What instructors said to the person who sits here about a section of the course, the latest last.
 * @example (await remarksOnSection(store, 'u05/s3'))[0]?.pins
 */
export async function remarksOnSection(store: ClassroomStore, section: string): Promise<readonly Remarks[]> {
  const { person, taken, sections, remarks } = await readWork(store);
  if (!person) return [];
  const own = [...sections].flatMap(([id, tie]) => {
    const asked = taken.find(({ assignment }) => assignment.id === tie.assignment)?.assignment.tasks;
    const task = asked?.find((one) => one.id === tie.task);
    const isOwn = numberKey(tie.student.number) === numberKey(person.number);
    const said = remarks.get(id)?.remarks;
    return isOwn && said && task?.kind === 'section' && task.section === section ? [said] : [];
  });
  return own.sort((a, b) => a.at - b.at);
}

/** Why remarks have no place here: the work they speak of is not on this device. */
export type RemarksFault = StoreFault | { readonly code: 'not-here' };

/** Where remarks were put, and whether the same ones were there before. */
export interface Placed {
  /** An attempt, or a section by {@link sectionName}. */
  readonly id: string;
  readonly kind: 'case' | 'section';
  readonly known: boolean;
}

/**
 * Puts remarks with the work they speak of: the result handed in, else the last work handed in, or done, by this
 * student for this task. The later ones stand.
 * @example const placed = await keepRemarks(store, remarks)
 */
export async function keepRemarks(
  store: ClassroomStore,
  remarks: Remarks,
): Promise<Result<Placed, RemarksFault>> {
  const work = await readWork(store);
  const pieces = [
    ...[...work.sections].map(([id, tie]) => ({ id, tie, kind: 'section' as const })),
    ...work.attempts
      .filter(({ finished }) => finished)
      .map(({ id, tie }) => ({ id, tie, kind: 'case' as const })),
  ];
  const same = pieces.filter(({ tie }) => tie.handedIn?.id === remarks.handin);
  const near = pieces.filter(({ tie }) => isFor(tie, remarks));
  const handed = near.filter(({ tie }) => tie.handedIn !== undefined);
  const piece = same[0] ?? handed.at(-1) ?? near.at(-1);
  if (!piece) return err({ code: 'not-here' });
  const before = await remarksOn(store, piece.id);
  const known = before !== undefined && remarksToFile(before) === remarksToFile(remarks);
  if (!known && (before === undefined || before.at <= remarks.at)) {
    const kept = await store.putValue({ kind: 'remark', id: piece.id }, remarksToFile(remarks));
    if (!kept.ok) return kept;
  }
  return ok({ id: piece.id, kind: piece.kind, known });
}

function isFor(tie: Tie, { assignment, task, number }: Remarks): boolean {
  return (
    assignment !== '' &&
    tie.assignment === assignment &&
    tie.task === task &&
    numberKey(tie.student.number) === numberKey(number)
  );
}

/**
 * What differs between two forms of an assignment, by member; empty where nothing does.
 * @example changesIn(taken.assignment, opened) // ['due', 'tasks']
 */
export function changesIn(before: Assignment, after: Assignment): readonly (keyof Assignment)[] {
  const names = [
    'title',
    'teacher',
    'course',
    'note',
    'mode',
    'hints',
    'seeds',
    'attempts',
    'due',
    'locale',
    'tasks',
    'key',
  ] as const;
  return names.filter((name) => textOf(before, name) !== textOf(after, name));
}

function textOf(assignment: Assignment, name: keyof Assignment): string {
  return name === 'tasks'
    ? canonical(assignment.tasks.map((task) => ({ ...task })))
    : canonical(assignment[name]);
}

import { err, ok, type Json, type Result } from '../../core/base';
import { readLog, replay } from '../../core/attempt';
import {
  CaseShelf,
  sectionMark,
  type Assignment,
  type CaseWork,
  type Handin,
  type SectionTask,
} from '../../core/course';
import { checksIn, type Check } from '../../core/lesson';
import type { Logic } from '../../core/scenario';
import { judge, score } from '../../core/scoring';
import {
  dutyOf,
  personHere,
  sectionName,
  takenHere,
  takerOf,
  tieOf,
  type ClassroomStore,
  type Person,
  type TaskPlace,
  type Tie,
} from '../../io/classroom';
import { loadLogic } from '../../io/content';
import type { AttemptHeader, Store, StoredEvent } from '../../io/db';
import { loadSection } from '../../io/lessons';
import { answersSince } from '../../ui/classroom/standing';

/** Why there is nothing to hand in. */
export type Trouble =
  | 'not-found'
  | 'unfinished'
  | 'unknown-case'
  | 'changed-case'
  | 'bad-log'
  | 'unknown-task'
  | 'nothing'
  | 'storage';

/** A piece of work that may be handed in. */
export interface Piece {
  /** The attempt, or the section's name: what a hand-in is kept with. */
  readonly id: string;
  /** Without student and reflection: these are the learner's to give. */
  readonly handin: Omit<Handin, 'student' | 'reflection'>;
  /** Who did it; undefined where nobody has said so. */
  readonly student: Person | undefined;
  readonly assignment: Assignment | null;
  readonly tie: Tie | undefined;
  /** The case; undefined for a section. */
  readonly logic: Logic | undefined;
  /** The checks of a section; none of a case. */
  readonly checks: readonly Check[];
  readonly undone: number;
  /** What was written about it, line by line; `judged` tells whether the mark may be shown. */
  readonly notes: readonly string[];
  readonly judged: boolean;
}

type PieceStore = ClassroomStore & Pick<Store, 'read'>;

/** Longest pause before a line that is told, in seconds. */
const LONGEST_PAUSE = 65_535;

/**
 * A finished attempt as it can be handed in.
 * @example await pieceOfAttempt(store, '3f0c…')
 */
export async function pieceOfAttempt(store: PieceStore, id: string): Promise<Result<Piece, Trouble>> {
  const read = await store.read(id);
  if (!read.ok) return err(read.error.code === 'not-found' ? 'not-found' : 'storage');
  const { header, events } = read.value;
  const logic = await loadLogic(header.scenarioId);
  if (!logic) return err('unknown-case');
  if (logic.hash !== header.scenarioHash) return err('changed-case');
  const marked = markOf(header, events, logic);
  if (!marked.ok) return marked;
  const [tie, duty, person, reflection] = await Promise.all([
    tieOf(store, id),
    dutyOf(store, id),
    personHere(store),
    store.value({ kind: 'reflection', id }),
  ]);
  return ok({
    id,
    handin: {
      v: 1,
      assignment: duty?.assignment.id ?? '',
      task: duty?.task.id ?? '',
      startedAt: header.startedAt,
      finishedAt: Math.max(header.startedAt, events.at(-1)?.wall ?? 0),
      work: workOf(header, events, marked.value.score),
    },
    student: tie?.student ?? person,
    assignment: duty?.assignment ?? null,
    tie,
    logic,
    checks: [],
    undone: marked.value.undone,
    notes: notesIn(reflection),
    judged: isJudged(reflection),
  });
}

function markOf(
  { mode, seed }: AttemptHeader,
  events: readonly StoredEvent[],
  logic: Logic,
): Result<{ readonly score: number; readonly undone: number }, Trouble> {
  const read = readLog(
    events.map(({ input }) => input),
    { undo: mode === 'practice' },
  );
  if (!read.ok) return err('bad-log');
  const parts = new CaseShelf([logic]).parts(logic.spec.id, seed);
  if (parts === undefined || parts === 'too-large') return err('bad-log');
  const replayed = replay(parts.c, read.value.log);
  if (!replayed.ok) return err('bad-log');
  if (!replayed.value.run.ended) return err('unfinished');
  const { rubric, best } = parts;
  const card = score(rubric, judge(rubric, replayed.value.facts), best);
  return ok({ score: card.score, undone: read.value.undone.length });
}

function workOf(header: AttemptHeader, events: readonly StoredEvent[], claimed: number): CaseWork {
  return {
    kind: 'case',
    scenarioId: header.scenarioId,
    scenarioHash: header.scenarioHash,
    engine: header.engine,
    seed: header.seed,
    mode: header.mode,
    origin: 'attempt',
    lines: events.map(({ input }) => input),
    seconds: events.map(({ wall }, index) => {
      const before = events[index - 1]?.wall ?? header.startedAt;
      // A clock that was set back in between gives no pause at all.
      return Math.min(LONGEST_PAUSE, Math.max(0, Math.round((wall - before) / 1000)));
    }),
    claimed,
  };
}

function isJudged(reflection: Json | undefined): boolean {
  return typeof reflection === 'object' && reflection !== null && 'self' in reflection;
}

function notesIn(reflection: Json | undefined): readonly string[] {
  if (typeof reflection !== 'object' || reflection === null) return [];
  const written = new Map(Object.entries(reflection));
  return ['keep', 'change', 'next'].map((name) => {
    const text: unknown = written.get(name);
    return typeof text === 'string' ? text.trim() : '';
  });
}

/**
 * The answers to a section as they can be handed in.
 * @example await pieceOfSection(store, { assignment: 'k7m2p4x9ab', task: 't2' })
 */
export async function pieceOfSection(store: PieceStore, place: TaskPlace): Promise<Result<Piece, Trouble>> {
  const [taken, person] = await Promise.all([takenHere(store, place.assignment), personHere(store)]);
  const task = taken?.assignment.tasks.find(({ id }) => id === place.task);
  const student = taken && person && takerOf(taken.takers, person);
  if (!taken || task?.kind !== 'section' || !student) return err('unknown-task');
  const text = await loadSection(task.section, 'zh-CN');
  if (!text) return err('unknown-case');
  const checks = checksIn(text.section.blocks);
  const since = answersSince(taken, student);
  const known = new Set(checks.map(({ id }) => id));
  const all = await store.study.answers();
  const answers = all.filter(
    ({ section, check, at }) => section === task.section && at >= since && known.has(check),
  );
  const [first, last] = [answers[0], answers.at(-1)];
  if (!first || !last) return err('nothing');
  const id = sectionName(place.assignment, place.task, student.number);
  return ok({
    id,
    handin: {
      v: 1,
      ...place,
      startedAt: first.at,
      finishedAt: last.at,
      work: sectionWork(task, answers, { checks, mode: taken.assignment.mode }),
    },
    student,
    assignment: taken.assignment,
    tie: await tieOf(store, id),
    logic: undefined,
    checks,
    undone: 0,
    notes: [],
    judged: true,
  });
}

function sectionWork(
  { section }: SectionTask,
  stored: readonly { readonly check: string; readonly answer: Json; readonly confidence: string }[],
  { checks, mode }: { readonly checks: readonly Check[]; readonly mode: Assignment['mode'] },
): Handin['work'] {
  const answers = stored.map(({ check, answer, confidence }) => ({ check, answer, confidence }));
  return { kind: 'section', section, answers, claimed: sectionMark(checks, answers, mode).score };
}

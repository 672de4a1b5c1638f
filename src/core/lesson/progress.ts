import type { Form, Unit } from './model';
import { labPlace } from './lab-work';
import type { Answered } from './review';

/** Where a reader is in a section. */
export interface ReadingMark {
  /** `u05/s3` */
  readonly section: string;
  /** Id of the block that was at the top; empty at the beginning. */
  readonly position: string;
  readonly done: boolean;
  readonly at: number;
}

/** What lists need to know about a written section. */
export interface SectionOutline {
  /** `u05/s3` */
  readonly place: string;
  readonly minutes: number;
  /** Checks by id with the objective each tests (empty if none). */
  readonly checks: readonly { readonly id: string; readonly objective: string }[];
  readonly objectives: readonly string[];
  /** Labs by id with the ids of their tasks. */
  readonly labs: readonly { readonly id: string; readonly tasks: readonly string[] }[];
}

export interface SectionProgress {
  readonly state: 'untouched' | 'begun' | 'done';
  /** Checks whose last answer was right. */
  readonly right: number;
  readonly checks: number;
  /** Labs whose every task was solved at least once. */
  readonly labsSolved: number;
  readonly labs: number;
  /** Ids of objectives met: every check of it was last answered right; without checks, when the section is done. */
  readonly met: readonly string[];
}

/**
 * How far a learner is in a section.
 * @example progressOf(outline, answers, reading).state // 'begun'
 */
export function progressOf(
  outline: SectionOutline,
  answers: readonly Answered[],
  readings: readonly ReadingMark[],
): SectionProgress {
  const latest = new Map<string, Answered>();
  for (const answer of answers) {
    if (answer.section !== outline.place) continue;
    const known = latest.get(answer.check);
    if (!known || answer.at >= known.at) latest.set(answer.check, answer);
  }
  const isRight = (id: string): boolean => latest.get(id)?.right === true;
  const mark = readings.find(({ section }) => section === outline.place);
  const done = mark?.done === true;
  const met = outline.objectives.filter((objective) => {
    const own = outline.checks.filter((check) => check.objective === objective);
    return own.length === 0 ? done : own.every(({ id }) => isRight(id));
  });
  const inLab = (lab: string): ReadonlySet<string> => solvedIn(answers, lab);
  const tried = outline.labs.some(({ id }) => answers.some(({ section }) => section === labPlace(id)));
  const begun = mark !== undefined || latest.size > 0 || tried;
  const open = begun ? 'begun' : 'untouched';
  return {
    state: done ? 'done' : open,
    right: outline.checks.filter(({ id }) => isRight(id)).length,
    checks: outline.checks.length,
    labsSolved: outline.labs.filter(({ id, tasks }) => tasks.every((task) => inLab(id).has(task))).length,
    labs: outline.labs.length,
    met,
  };
}

/** Tasks of a lab that were solved at least once. */
function solvedIn(answers: readonly Answered[], lab: string): ReadonlySet<string> {
  const place = labPlace(lab);
  return new Set(
    answers.filter(({ section, right }) => right && section === place).map(({ check }) => check),
  );
}

/**
 * Where to go on reading: in the section that was read last and is not finished, else at the first that is not;
 * undefined where all are finished.
 * @param places written sections in the order of teaching
 * @example resumeAt(readings, ['u05/s3', 'u05/s4'])?.place
 */
export function resumeAt(
  readings: readonly ReadingMark[],
  places: readonly string[],
): { readonly place: string; readonly at: string; readonly begun: boolean } | undefined {
  const known = readings.filter(({ section }) => places.includes(section));
  const [open] = known.filter((reading) => !reading.done).sort((a, b) => b.at - a.at);
  if (open) return { place: open.section, at: open.position, begun: true };
  const done = new Set(known.map(({ section }) => section));
  const fresh = places.find((place) => !done.has(place));
  return fresh === undefined ? undefined : { place: fresh, at: '', begun: false };
}

/**
 * Class periods of a form that are behind the learner: each planned section of a unit weighs the same.
 * @example periodsDone(units, new Set(['u05/s3']), 'h48') // 1.2
 */
export function periodsDone(units: readonly Unit[], done: ReadonlySet<string>, form: Form): number {
  return units.reduce((sum, unit) => {
    const count = unit.sections.filter(({ id }) => done.has(`${unit.id}/${id}`)).length;
    return sum + (unit.sections.length === 0 ? 0 : (unit.hours[form] * count) / unit.sections.length);
  }, 0);
}

/**
 * Class periods of a form in all.
 * @example periodsOf(units, 'h48') // 48
 */
export function periodsOf(units: readonly Unit[], form: Form): number {
  return units.reduce((sum, { hours }) => sum + hours[form], 0);
}

import { err, ok, type Result } from '../base';
import type { Check } from '../lesson';
import { lateBy } from './grade';
import { handinId } from './handin-id';
import { numberKey, seedFor } from './ids';
import type { Assignment, CaseWork, Handin, SectionWork, Task } from './model';
import type { HandinRefusal } from './refusal';
import type { CaseShelf } from './shelf';
import type { VerifiedHandin } from './verified';
import { proveCase, type CaseRules } from './verify-case';
import { proveSection } from './verify-section';

/** What a result is held against. */
export interface VerifyContext {
  /** The assignment it is collected for; null for work that nobody assigned. */
  readonly assignment: Assignment | null;
  readonly shelf: CaseShelf;
  /** The checks of a section (`u05/s3`); undefined where it is not at hand. */
  readonly checksOf: (section: string) => readonly Check[] | undefined;
  /** Whether the file came as it was written, as its reader tells; left out for codes, which prove it themselves. */
  readonly intact?: boolean;
}

/**
 * Proves a result: plays the case again or judges the answers again, under the rules of the assignment, and compares
 * the mark claimed with the one that comes out. The first thing that does not fit is the reason of the refusal.
 * A result that passes follows from its log on this case, this seed and these rules; who sat there it does not say.
 * @example verifyHandin(handin, { assignment, shelf, checksOf: () => undefined })
 */
export function verifyHandin(handin: Handin, context: VerifyContext): Result<VerifiedHandin, HandinRefusal> {
  const asked = taskOf(handin, context.assignment);
  if (!asked.ok) return asked;
  const proved = prove(handin, { ...context, task: asked.value });
  if (!proved.ok) return proved;
  return context.intact === false ? err({ code: 'edited-file' }) : proved;
}

function taskOf(handin: Handin, assignment: Assignment | null): Result<Task | undefined, HandinRefusal> {
  if (handin.assignment !== (assignment?.id ?? ''))
    return err({ code: 'other-assignment', assignment: handin.assignment });
  if (!assignment) return ok(undefined);
  const task = assignment.tasks.find(({ id }) => id === handin.task);
  if (!task) return err({ code: 'unknown-task', task: handin.task });
  const { asked, worked } = { asked: namedBy(task), worked: namedBy(handin.work) };
  return asked === worked ? ok(task) : err({ code: 'wrong-task', asked, worked });
}

/** What a task asks for or a work is about: the id of a case, or the place of a section. */
function namedBy(what: Task | CaseWork | SectionWork): string {
  return what.kind === 'case' ? what.scenarioId : what.section;
}

type Asked = VerifyContext & { readonly task: Task | undefined };

function prove(handin: Handin, asked: Asked): Result<VerifiedHandin, HandinRefusal> {
  const { assignment, task, student, startedAt, finishedAt, reflection, work } = handin;
  const late = lateBy(finishedAt, asked.assignment?.due ?? null);
  const number = numberKey(student.number);
  const known = {
    id: handinId(handin),
    number,
    student,
    assignment,
    task,
    startedAt,
    finishedAt,
    late,
    reflection,
  };
  if (work.kind === 'case') {
    const proved = proveCase(work, rulesOf(handin, asked), asked.shelf);
    const { scenarioId, scenarioHash, seed } = work;
    return proved.ok
      ? ok({ ...known, kind: 'case', scenarioId, scenarioHash, seed, ...proved.value })
      : proved;
  }
  const mode = asked.assignment?.mode ?? 'practice';
  const proved = proveSection(work, { checks: asked.checksOf(work.section), mode });
  const seconds = Math.max(0, Math.floor((finishedAt - startedAt) / 1000));
  return proved.ok
    ? ok({ ...known, kind: 'section', section: work.section, seconds, ...proved.value })
    : proved;
}

function rulesOf({ student }: Handin, { assignment, task }: Asked): CaseRules | undefined {
  if (!assignment || task?.kind !== 'case') return undefined;
  const { scenarioHash } = task;
  const { mode, hints } = assignment;
  return { scenarioHash, seed: seedFor(assignment, task, student.number), mode, hints };
}

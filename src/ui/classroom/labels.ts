import type { Locale, Localized } from '../../core/base';
import { seedFor, type Assignment, type CaseTask, type Task } from '../../core/course';

/** What the courseware knows of its cases and sections, as far as names of tasks need it. */
export interface Bundled {
  readonly cards: readonly {
    readonly id: string;
    readonly code: string;
    readonly hash: string;
    readonly minutes: number;
    readonly title: Localized;
  }[];
  readonly outlines: readonly {
    readonly place: string;
    readonly minutes: number;
    readonly title: Localized;
    readonly checks: readonly unknown[];
  }[];
}

/** Why a task cannot be worked with this edition of the courseware. */
export type Misfit = 'unknownCase' | 'changedCase' | 'unknownSection';

/** How a task is called. */
export interface TaskLabel {
  /** `S07`; `U5.3` for a section. */
  readonly code: string;
  readonly title: string;
  readonly minutes: number | undefined;
  readonly misfit: Misfit | undefined;
  /** Checks of a section. */
  readonly checks: number | undefined;
}

/**
 * What a task is called in a language, and whether this edition of the courseware has it as it was assigned.
 * @example labelOf(task, { cards, outlines }, 'en').title // 'Stockout for a key account'
 */
export function labelOf(task: Task, bundled: Bundled, locale: Locale): TaskLabel {
  if (task.kind === 'section') {
    const outline = bundled.outlines.find(({ place }) => place === task.section);
    const code = task.section.replace(/^u0?(\d+)\/s0?(\d+)$/, '$1.$2');
    if (!outline) return { ...NAMELESS, code, title: task.section, misfit: 'unknownSection' };
    const { title, minutes, checks } = outline;
    return { ...NAMELESS, code, title: title[locale], minutes, checks: checks.length };
  }
  const card = bundled.cards.find(({ id }) => id === task.scenarioId);
  if (!card) return { ...NAMELESS, title: task.scenarioId, misfit: 'unknownCase' };
  const misfit = card.hash === task.scenarioHash ? undefined : 'changedCase';
  return { ...NAMELESS, code: card.code, title: card.title[locale], minutes: card.minutes, misfit };
}

const NAMELESS = { code: '', minutes: undefined, misfit: undefined, checks: undefined };

/** A task in the heading of a column, and in full. */
export interface TaskName {
  readonly short: string;
  readonly long: string;
}

/**
 * Names of the tasks of an assignment, each once: where a case or section is asked for more than once, its place in the
 * assignment tells them apart.
 * @example taskNames(assignment, (task) => labelOf(task, bundled, 'en')).get('t2')?.short // 'S07 (2)'
 */
export function taskNames(
  { tasks }: Assignment,
  label: (task: Task) => TaskLabel,
): ReadonlyMap<string, TaskName> {
  const plain = tasks.map((task) => {
    const { code, title } = label(task);
    return { id: task.id, short: code || title, long: code === '' ? title : `${code} ${title}` };
  });
  return new Map(
    plain.map(({ id, short, long }, index) => {
      const twice = plain.filter((other) => other.short === short).length > 1;
      const mark = twice ? ` (${String(index + 1)})` : '';
      return [id, { short: short + mark, long: long + mark }];
    }),
  );
}

/**
 * Where a case task is begun.
 * @example playAddress(assignment, task, '2023001') // '#/play/stockout-key-account?seed=7&mode=assessed&task=…'
 */
export function playAddress(assignment: Assignment, task: CaseTask, number: string): string {
  const seed = seedFor(assignment, task, number);
  return `#/play/${task.scenarioId}?seed=${seed}&mode=${assignment.mode}&task=${assignment.id}.${task.id}`;
}

/**
 * Share of each task in the total, 0 … 1.
 * @example shareOf(assignment, task) // 0.5
 */
export function shareOf({ tasks }: Assignment, task: Task): number {
  return task.weight / tasks.reduce((sum, { weight }) => sum + weight, 0);
}

import type { Locale } from '../../core/base';
import { timedLessons, type Form, type Front, type Unit } from '../../core/lesson';
import type { Fronts } from '../../io/lessons';
import { coursePlan } from '../../ui/messages/course-plan';
import { sectionsOf, type Listed } from './plan-of-course';

/** One line of the teaching steps. */
export interface PlanLine {
  readonly part: string;
  /** First what is taught, then what is done. */
  readonly content: readonly string[];
  /** What teacher and students do. */
  readonly doing: readonly string[];
  readonly minutes: number;
}

/** A lesson plan as it is printed and as it goes into the file. */
export interface PlanContent {
  readonly title: string;
  /** Fields that are filled in by hand. */
  readonly blanks: readonly string[];
  /** Name and lines; a single line is set as a sentence, several as a numbered list. */
  readonly heads: readonly { readonly name: string; readonly lines: readonly string[] }[];
  readonly lessons: readonly { readonly title: string; readonly lines: readonly PlanLine[] }[];
  readonly tails: readonly { readonly name: string; readonly lines: readonly string[] }[];
}

/** Minutes of a section that is not written yet. */
const UNWRITTEN = 40;

/**
 * The lesson plan of a unit in one language and form; without lessons where the form leaves the unit for self-study.
 * @example planContent({ unit, fronts, form: 'h48', locale: 'zh-CN', cases }).lessons.length
 */
export function planContent(of: {
  readonly unit: Unit;
  readonly fronts: Fronts;
  readonly form: Form;
  readonly locale: Locale;
  /** Names of the cases by id. */
  readonly cases: ReadonlyMap<string, string>;
}): PlanContent {
  const { unit, fronts, form, locale, cases } = of;
  const words = coursePlan[locale];
  const sections = sectionsOf(unit);
  const written = sections.flatMap(({ id }) => fronts[id] ?? []);
  const gather = (read: (front: Front) => readonly string[]): readonly string[] => written.flatMap(read);
  const timed = timedLessons(
    sections.map(({ id, outline }) => ({ section: id, minutes: outline?.minutes ?? UNWRITTEN })),
    unit.hours[form],
  );
  const parts = new Map(
    timed.flatMap(({ steps }) => steps).map(({ section, part }) => [section, part] as const),
  );
  const lessons = timed.map(({ steps }, at) => ({
    title: words.lesson(at + 1),
    lines: [
      {
        part: words.lead,
        content: [at === 0 ? words.leadFirst : words.leadText],
        doing: [words.leadDoing],
        minutes: 5,
      },
      ...steps.map(({ section, part, minutes }) => ({
        part: words.teaching,
        ...stepText(sections, { section, part, last: part === parts.get(section), locale, unit, cases }),
        minutes,
      })),
      { part: words.summary, content: [words.summaryText], doing: [words.summaryDoing], minutes: 10 },
    ],
  }));
  const homework = gather((front) => front.homework);
  return {
    title: words.title(unit.title[locale]),
    blanks: words.blanks,
    heads: [
      { name: words.subject, lines: [unit.title[locale]] },
      { name: words.hours, lines: [words.hoursOf(unit.hours[form], timed.length)] },
      { name: words.aims, lines: gather((front) => front.objectives.map(({ text }) => text)) },
      { name: words.key, lines: gather((front) => front.key) },
      { name: words.difficult, lines: gather((front) => front.difficult) },
      { name: words.methods, lines: [unit.methods[locale].join(words.comma)] },
      { name: words.media, lines: [words.mediaList.join(words.comma)] },
    ].filter(({ lines }) => lines.length > 0),
    lessons,
    tails: [
      { name: words.board, lines: gather((front) => front.board) },
      { name: words.homework, lines: homework.length > 0 ? homework : [words.noHomework] },
    ].filter(({ lines }) => lines.length > 0),
  };
}

/** Labs and cases stand where a section begins, its checks where it ends. */
function stepText(
  sections: readonly Listed[],
  step: {
    readonly section: string;
    readonly part: number;
    readonly last: boolean;
    readonly locale: Locale;
    readonly unit: Unit;
    readonly cases: ReadonlyMap<string, string>;
  },
): Pick<PlanLine, 'content' | 'doing'> {
  const { locale, unit, part } = step;
  const words = coursePlan[locale];
  const section = sections.find(({ id }) => id === step.section);
  const title = `${section?.title[locale] ?? ''}${part > 1 ? words.goesOn : ''}`;
  const outline = section?.outline;
  const labs = (part === 1 ? (outline?.labs ?? []) : []).map(
    ({ id }) => `${id} ${unit.labs.find((lab) => lab.id === id)?.title[locale] ?? ''}`,
  );
  const cases = (part === 1 ? (outline?.cases ?? []) : []).map((id) => step.cases.get(id) ?? id);
  const checks = step.last ? (outline?.checks.length ?? 0) : 0;
  return {
    content: [
      title,
      ...(labs.length > 0 ? [words.withLabs(labs.join(words.comma))] : []),
      ...(cases.length > 0 ? [words.withCases(cases.join(words.comma))] : []),
      ...(checks > 0 ? [words.withChecks(checks)] : []),
    ],
    doing: [
      words.tellDoing,
      ...(labs.length > 0 ? [words.labDoing] : []),
      ...(cases.length > 0 ? [words.caseDoing] : []),
      ...(checks > 0 ? [words.checkDoing] : []),
    ],
  };
}

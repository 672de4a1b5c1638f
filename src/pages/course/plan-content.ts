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
  readonly minutes: number;
}

/** A lesson plan as it is printed and as it goes into the file. */
export interface PlanContent {
  readonly title: string;
  /** Name and lines; a single line is set as a sentence, several as a list. */
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
  const lessons = timed.map(({ steps }, at) => ({
    title: words.lesson(at + 1),
    lines: [
      { part: words.lead, content: [at === 0 ? words.leadFirst : words.leadText], minutes: 5 },
      ...steps.map(({ section, part, minutes }) => ({
        part: words.teaching,
        content: stepText(sections, { section, part, locale, unit, cases }),
        minutes,
      })),
      { part: words.summary, content: [words.summaryText], minutes: 10 },
    ],
  }));
  const homework = gather((front) => front.homework);
  return {
    title: words.title(unit.title[locale]),
    heads: [
      { name: words.subject, lines: [unit.title[locale]] },
      { name: words.hours, lines: [words.hoursOf(unit.hours[form], timed.length)] },
      { name: words.aims, lines: gather((front) => front.objectives.map(({ text }) => text)) },
      { name: words.key, lines: gather((front) => front.key) },
      { name: words.difficult, lines: gather((front) => front.difficult) },
      { name: words.methods, lines: unit.methods[locale] },
      { name: words.media, lines: words.mediaList },
    ].filter(({ lines }) => lines.length > 0),
    lessons,
    tails: [
      { name: words.board, lines: gather((front) => front.board) },
      { name: words.homework, lines: homework.length > 0 ? homework : [words.noHomework] },
    ].filter(({ lines }) => lines.length > 0),
  };
}

function stepText(
  sections: readonly Listed[],
  step: {
    readonly section: string;
    readonly part: number;
    readonly locale: Locale;
    readonly unit: Unit;
    readonly cases: ReadonlyMap<string, string>;
  },
): readonly string[] {
  const { locale, unit } = step;
  const words = coursePlan[locale];
  const section = sections.find(({ id }) => id === step.section);
  const title = `${section?.title[locale] ?? ''}${step.part > 1 ? words.goesOn : ''}`;
  const outline = section?.outline;
  if (!outline) return [title];
  const labs = outline.labs.map(
    ({ id }) => `${id} ${unit.labs.find((lab) => lab.id === id)?.title[locale] ?? ''}`,
  );
  const comma = locale === 'en' ? ', ' : '、';
  const cases = outline.cases.map((id) => step.cases.get(id) ?? id);
  const doing = [
    ...(labs.length > 0 ? [words.withLabs(labs.join(comma))] : []),
    ...(cases.length > 0 ? [words.withCases(cases.join(comma))] : []),
    ...(outline.checks.length > 0 ? [words.withChecks(outline.checks.length)] : []),
  ];
  return [title, ...doing];
}

import { err, isList, ok, shareOfBasis, WHOLE, type Json, type Result, type Share } from '../base';
import { CONFIDENCES, grade, type Answer, type Check } from '../lesson';
import type { HandedAnswer, SectionWork, TaskMode } from './model';
import type { HandinRefusal } from './refusal';
import type { VerifiedAnswer, VerifiedSection } from './verified';

/** The mark of a section. */
export interface SectionMark {
  /** Right of all checks, in basis points, rounded half up. A check without an answer is not right. */
  readonly score: Share;
  readonly right: number;
  readonly checks: number;
  /** One an answer, in the order given. An answer to a check that is not of the section is wrong. */
  readonly answers: readonly VerifiedAnswer[];
}

/**
 * The mark of a section out of every answer given to its checks. Of several answers to a check the first counts when
 * assessed and the last in practice: there the learner is told what was wrong and asked to try again.
 * @example sectionMark(checksIn(section.blocks), answers, 'practice').score
 */
export function sectionMark(
  checks: readonly Check[],
  answers: readonly HandedAnswer[],
  mode: TaskMode,
): SectionMark {
  const known = new Map(checks.map((check) => [check.id, check]));
  const counting = new Map<string, number>();
  for (const [index, { check }] of answers.entries())
    if (mode === 'practice' || !counting.has(check)) counting.set(check, index);
  const graded = answers.map(({ check: id, answer, confidence }, index) => {
    const check = known.get(id);
    const given = answerOf(answer);
    const right = check !== undefined && given !== undefined && grade(check, given).right;
    return { check: id, answer: given, right, confidence, counts: counting.get(id) === index };
  });
  const right = graded.filter((answer) => answer.counts && answer.right).length;
  const score = shareOfBasis(checks.length === 0 ? 0 : (right * WHOLE) / checks.length);
  return { score, right, checks: checks.length, answers: graded };
}

/** An answer out of plain data; undefined where it cannot be one. */
function answerOf(raw: Json): Answer | undefined {
  if (raw === null) return undefined;
  if (typeof raw !== 'object') return raw;
  if (isList(raw)) return raw.every(isText) ? raw : undefined;
  const members = Object.entries(raw).flatMap(([key, value]) =>
    isText(value) ? [[key, value] as const] : [],
  );
  return members.length === Object.keys(raw).length ? Object.fromEntries(members) : undefined;
}

function isText(raw: Json): raw is string {
  return typeof raw === 'string';
}

/** What judging a section gives. */
export type ProvedSection = Pick<VerifiedSection, 'score' | 'answers' | 'right' | 'checks'>;

/**
 * Judges the answers to a section again and compares the mark claimed with the one that comes out.
 * @param checks of the section; undefined where it is not at hand
 * @example proveSection(work, { checks, mode: 'practice' })
 */
export function proveSection(
  work: SectionWork,
  on: { readonly checks: readonly Check[] | undefined; readonly mode: TaskMode },
): Result<ProvedSection, HandinRefusal> {
  const { checks, mode } = on;
  if (!checks) return err({ code: 'unknown-section', section: work.section });
  const known = new Map(checks.map((check) => [check.id, check]));
  for (const [index, given] of work.answers.entries()) {
    const check = known.get(given.check);
    const place = { answer: index + 1, check: given.check };
    if (!check) return err({ code: 'unknown-check', ...place });
    const sure = CONFIDENCES.some((confidence) => confidence === given.confidence);
    if (!sure || !isPossible(check, given.answer)) return err({ code: 'edited-answers', ...place });
  }
  const mark = sectionMark(checks, work.answers, mode);
  if (mark.score !== work.claimed)
    return err({ code: 'edited-score', claimed: work.claimed, recomputed: mark.score });
  return ok(mark);
}

/** Whether the page of a check could have given this answer. */
function isPossible(check: Check, answer: Json): boolean {
  switch (check.kind) {
    case 'single':
      return check.options.some(({ id }) => id === answer);
    case 'multiple':
      return isSome(
        answer,
        check.options.map(({ id }) => id),
      );
    case 'truefalse':
      return typeof answer === 'boolean';
    case 'ordering':
      return isSome(
        answer,
        check.items.map(({ id }) => id),
      );
    case 'matching': {
      const left = check.pairs.map(({ id }) => id);
      return isTable(answer, left, [...left, ...check.extra.map(({ id }) => id)]);
    }
    case 'numeric':
      return typeof answer === 'number' && Number.isFinite(answer);
    case 'categorise':
      return isTable(
        answer,
        check.cards.map(({ id }) => id),
        check.groups.map(({ id }) => id),
      );
  }
}

function isSome(answer: Json, ids: readonly string[]): boolean {
  if (answer === null || typeof answer !== 'object' || !isList(answer)) return false;
  return new Set(answer).size === answer.length && answer.every((id) => ids.some((known) => known === id));
}

function isTable(answer: Json, keys: readonly string[], values: readonly string[]): boolean {
  if (answer === null || typeof answer !== 'object' || isList(answer)) return false;
  return Object.entries(answer).every(
    ([key, value]) => keys.includes(key) && values.some((known) => known === value),
  );
}

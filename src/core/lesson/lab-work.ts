import * as v from 'valibot';
import type { Json } from '../base';
import type { AnswerLine } from './deck';

/** One look at a task of a lab, as it is handed on. */
export interface LabTry {
  readonly task: string;
  readonly right: boolean;
  /** The number that was answered; null where the lab itself was looked at. */
  readonly typed: number | null;
  /** What the lab stood at. */
  readonly state: Json;
}

/** What a learner has done with a lab so far. */
export interface LabWork {
  /** What the lab stood at when a task was last looked at; undefined where none was. */
  readonly state: Json | undefined;
  /** The last look at each task. */
  readonly tries: Readonly<Record<string, Omit<LabTry, 'state'>>>;
  /** Tasks that were solved at least once. */
  readonly solved: ReadonlySet<string>;
}

const trySchema = v.object({ typed: v.nullable(v.number()), state: v.unknown() });

/**
 * Where the answers of a lab are filed.
 * @example labPlace('L5.1') // 'lab/L5.1'
 */
export function labPlace(lab: string): string {
  return `lab/${lab}`;
}

/**
 * A look at a task as it is stored among the answers.
 * @param of `key`: what makes the id unique; `at`: milliseconds since 1970
 * @example labLine('L5.1', found, { at: 0, key: '0-7' }).id // 'lab/L5.1/p90@0-7'
 */
export function labLine(
  lab: string,
  { task, right, typed, state }: LabTry,
  of: { readonly at: number; readonly key: string },
): AnswerLine {
  const section = labPlace(lab);
  const answer = { typed, state };
  return {
    id: `${section}/${task}@${of.key}`,
    section,
    check: task,
    at: of.at,
    answer,
    right,
    confidence: '',
  };
}

/**
 * What the stored answers say about a lab.
 * @example labWorkIn(lines, 'L5.1').solved.has('p90')
 */
export function labWorkIn(lines: readonly AnswerLine[], lab: string): LabWork {
  const own = lines.filter(({ section }) => section === labPlace(lab)).sort((a, b) => a.at - b.at);
  const tries: Record<string, Omit<LabTry, 'state'>> = {};
  let state: Json | undefined;
  for (const { check, right, answer } of own) {
    const read = v.safeParse(trySchema, answer);
    if (!read.success) continue;
    tries[check] = { task: check, right, typed: read.output.typed };
    if (typeof answer === 'object' && answer !== null && 'state' in answer) state = answer.state;
  }
  return { state, tries, solved: new Set(own.filter(({ right }) => right).map(({ check }) => check)) };
}

/**
 * Tells whether a stored value has the shape of another: the same members of the same kinds, all the way down. An
 * empty list or object in the model stands for any. What a lab stood at is taken up again only if this holds, so
 * that a lab which has changed since then starts afresh.
 * @example isLike({ a: 2 }, { a: 1 }) // true
 */
export function isLike<T>(value: unknown, model: T): value is T {
  if (typeof model === 'number') return typeof value === 'number' && Number.isFinite(value);
  if (typeof model !== 'object' || model === null) return typeof value === typeof model;
  if (typeof value !== 'object' || value === null || Array.isArray(value) !== Array.isArray(model))
    return false;
  const [members, wanted] = [Object.entries(value), Object.entries(model)];
  if (wanted.length === 0) return true;
  if (Array.isArray(model)) return members.every(([, member]) => isLike(member, wanted[0]?.[1]));
  const given = new Map<string, unknown>(members);
  return members.length === wanted.length && wanted.every(([key, member]) => isLike(given.get(key), member));
}

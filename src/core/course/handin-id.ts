import { canonical, hashText, isList, type Json } from '../base';
import { numberKey } from './ids';
import type { CaseWork, Handin, SectionWork } from './model';

/**
 * Names a result: 32 hex digits. The same result has the same id as a file and as a code, and however often the name
 * is typed anew: what counts is assignment, task, number (by {@link numberKey}), times and work. Left out are the
 * name, the reflection, which a short code may not carry, and the clocks of lines, which replay gives anyway.
 * @example handinId(handin) === handinId({ ...handin, reflection: '' }) // true
 */
export function handinId(handin: Handin): string {
  const { assignment, task, student, startedAt, finishedAt, work } = handin;
  const number = numberKey(student.number);
  return hashText(canonical({ assignment, task, number, startedAt, finishedAt, work: workOf(work) }));
}

function workOf(work: CaseWork | SectionWork): Json {
  if (work.kind === 'section')
    return {
      ...work,
      answers: work.answers.map(({ check, answer, confidence }) => [check, answer, confidence]),
    };
  return { ...work, lines: work.lines.map(withoutClock) };
}

function withoutClock(line: Json): Json {
  if (line === null || typeof line !== 'object' || isList(line)) return line;
  return Object.fromEntries(Object.entries(line).filter(([key]) => key !== 'at'));
}

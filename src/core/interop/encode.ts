import { canonical, err, isWellFormed, ok, utf8, WHOLE, type Json, type Result } from '../base';
import { parseEvent, type Input } from '../attempt';
import { isId, type CaseWork, type Handin, type SectionWork } from '../course';
import type { Logic } from '../scenario';
import { codeLength } from './code';
import { codebookOf, FIRST_RECORD, UNDO, WAIT, type Codebook, type CodedAct } from './codebook';
import { Writer } from './bytes';
import { idBytes } from './id-bytes';
import { MOST_BYTES } from './frame';
import { LAST_TIME, LONGEST, MOST_ANSWERS, MOST_LINES, MOST_SECONDS, MOST_SEED } from './limits';
import { packed } from './pack';

/** First byte of a hand-in: kind 1, version 1. */
export const HANDIN_V1 = 0x11;

/** What the second byte says. */
export const FLAG = {
  section: 1,
  assessed: 2,
  whatIf: 4,
  assigned: 8,
  digits: 16,
  reflection: 32,
  packed: 64,
} as const;

/** Bytes of a scenario's content hash that travel. */
export const HASH_BYTES = 6;

/** Why a result cannot be written as a code; as a file it can. */
export type EncodeFault =
  | { readonly code: 'unknown-scenario' | 'changed-scenario' | 'too-long' }
  /** A member that the product never writes like this. */
  | {
      readonly code: 'odd-member';
      readonly member: 'assignment' | 'task' | 'student' | 'times' | 'work' | 'reflection';
    }
  /** A line that this case has no number for; counted from 1. */
  | { readonly code: 'odd-line'; readonly line: number };

/** What {@link encodeHandin} needs besides the result. */
export interface EncodeOptions {
  /** The scenario of a worked case; sections need none. */
  readonly logic?: Logic | undefined;
  /** Whether the reflection goes along; it does unless this says no. */
  readonly reflection?: boolean;
}

/**
 * A result as bytes, see README.md for each of them. Clocks of lines are left out: replay gives them.
 * @example encodeHandin(handin, { logic })
 */
export function encodeHandin(handin: Handin, options: EncodeOptions): Result<Uint8Array, EncodeFault> {
  const member = oddMember(handin);
  if (member) return err({ code: 'odd-member', member });
  const to = new Writer();
  const reflection = options.reflection === false ? '' : handin.reflection;
  const words = utf8(reflection);
  const small = packed(words);
  const isSmall = small.length < words.length;
  to.byte(HANDIN_V1);
  to.byte(
    flagsOf(handin) |
      (reflection === '' ? 0 : FLAG.reflection) |
      (reflection !== '' && isSmall ? FLAG.packed : 0),
  );
  writeHead(to, handin);
  const fault = writeWork(to, handin.work, options.logic);
  if (fault) return err(fault);
  if (reflection !== '') {
    if (isSmall) to.whole(words.length);
    to.whole(isSmall ? small.length : words.length);
    to.raw(isSmall ? small : words);
  }
  const bytes = to.done();
  return bytes.length > MOST_BYTES ? err({ code: 'too-long' }) : ok(bytes);
}

function oddMember(handin: Handin): Extract<EncodeFault, { code: 'odd-member' }>['member'] | undefined {
  const { assignment, task, student, startedAt, finishedAt, work, reflection } = handin;
  const fits = (text: string, most: number): boolean => text.length <= most && isWellFormed(text);
  const isTime = (at: number): boolean => Number.isInteger(at) && at >= 0 && at <= LAST_TIME;
  if (assignment !== '' && !isId(assignment)) return 'assignment';
  if (task !== '' && !/^t[1-9]\d{0,2}$/.test(task)) return 'task';
  if (!fits(student.number, LONGEST.number) || !fits(student.name, LONGEST.person)) return 'student';
  if (!isTime(startedAt) || !isTime(finishedAt)) return 'times';
  if (!fits(reflection, LONGEST.reflection)) return 'reflection';
  const isMark = Number.isInteger(work.claimed) && work.claimed >= 0 && work.claimed <= WHOLE;
  return isMark && isEncodable(work) ? undefined : 'work';
}

function isEncodable(work: CaseWork | SectionWork): boolean {
  if (work.kind === 'section')
    return work.section.length <= LONGEST.id && work.answers.length <= MOST_ANSWERS;
  const { seed, engine, lines, seconds, scenarioId } = work;
  const isWhole = (value: number, most: number): boolean =>
    Number.isInteger(value) && value >= 0 && value <= most;
  const paused = seconds.length === lines.length && seconds.every((value) => isWhole(value, MOST_SECONDS));
  const isCase = isWhole(seed, MOST_SEED) && isWhole(engine, MOST_SEED) && scenarioId.length <= LONGEST.id;
  return isCase && paused && lines.length <= MOST_LINES;
}

function flagsOf({ assignment, student, work }: Handin): number {
  const played = work.kind === 'case' ? work : undefined;
  const parts: readonly (readonly [boolean, number])[] = [
    [!played, FLAG.section],
    [played?.mode === 'assessed', FLAG.assessed],
    [played?.origin === 'what-if', FLAG.whatIf],
    [assignment !== '', FLAG.assigned],
    [/^\d+$/.test(student.number), FLAG.digits],
  ];
  return parts.reduce((all, [is, flag]) => (is ? all | flag : all), 0);
}

function writeHead(to: Writer, { assignment, task, student, startedAt, finishedAt, work }: Handin): void {
  if (assignment !== '') to.raw(idBytes(assignment));
  to.whole(task === '' ? 0 : Number(task.slice(1)));
  writeNumber(to, student.number);
  to.text(student.name);
  to.whole(startedAt);
  to.signed(finishedAt - startedAt);
  to.whole(work.claimed);
}

/** Digits two to a byte, the last one beside a 15; anything else as text. */
function writeNumber(to: Writer, number: string): void {
  if (!/^\d+$/.test(number)) {
    to.text(number);
    return;
  }
  to.whole(number.length);
  for (let at = 0; at < number.length; at += 2)
    to.byte((Number(number.charAt(at)) << 4) | (at + 1 < number.length ? Number(number.charAt(at + 1)) : 15));
}

function writeWork(
  to: Writer,
  work: CaseWork | SectionWork,
  logic: Logic | undefined,
): EncodeFault | undefined {
  if (work.kind === 'section') {
    writeSection(to, work);
    return undefined;
  }
  if (!logic || logic.spec.id !== work.scenarioId) return { code: 'unknown-scenario' };
  if (logic.hash !== work.scenarioHash) return { code: 'changed-scenario' };
  to.text(work.scenarioId);
  for (let at = 0; at < 2 * HASH_BYTES; at += 2) to.byte(parseInt(work.scenarioHash.slice(at, at + 2), 16));
  to.whole(work.engine);
  to.whole(work.seed);
  to.whole(work.lines.length);
  const book = codebookOf(logic);
  for (const [index, line] of work.lines.entries()) {
    if (!writeLine(to, line, book)) return { code: 'odd-line', line: index + 1 };
    to.whole(work.seconds[index] ?? 0);
  }
  return undefined;
}

function writeLine(to: Writer, line: Json, book: Codebook): boolean {
  const event = parseEvent(line);
  if (event.ok) return writeInput(to, event.value.input, book);
  const isUndo = line !== null && typeof line === 'object' && 'undo' in line;
  if (isUndo) to.whole(UNDO);
  return isUndo;
}

function writeInput(to: Writer, input: Input, book: Codebook): boolean {
  switch (input.kind) {
    case 'wait':
      to.whole(WAIT);
      return writeWhole(to, input.minutes);
    case 'look': {
      const number = book.numbers.get(`look ${input.record}`);
      return number !== undefined && writeWhole(to, number);
    }
    case 'act': {
      const number = book.numbers.get(`act ${input.act}`);
      const act = number === undefined ? undefined : book.acts[number - FIRST_RECORD - book.records.length];
      return (
        number !== undefined && act !== undefined && writeWhole(to, number) && writeTyped(to, act, input.with)
      );
    }
  }
}

function writeWhole(to: Writer, value: number): boolean {
  if (!Number.isSafeInteger(value) || value < 0) return false;
  to.whole(value);
  return true;
}

/** Steps above the least value of each field. */
function writeTyped(to: Writer, act: CodedAct, typed: Readonly<Record<string, number>>): boolean {
  if (Object.keys(typed).length !== act.asks.length) return false;
  return act.asks.every(([id, { min, step }]) => writeWhole(to, ((typed[id] ?? Number.NaN) - min) / step));
}

function writeSection(to: Writer, { section, answers }: SectionWork): void {
  to.text(section);
  const words = utf8(canonical(answers.map(({ check, confidence, answer }) => [check, confidence, answer])));
  const small = packed(words);
  to.whole(words.length);
  to.whole(small.length);
  to.raw(small);
}

/** A code of so many letters fits a chat message and an unmagnified QR code. With more, the reflection stays out. */
export const SHORT_CODE = 500;
/** Bytes that sealing adds: a version (1), the x of a P-256 point (32), a tag (16). */
export const SEAL_OVERHEAD = 49;

/** A result ready to become a code. */
export interface Packed {
  readonly bytes: Uint8Array;
  /** Whether the reflection is in it, was left out to keep it short, or was never written. */
  readonly reflection: 'in' | 'left-out' | 'none';
  /** Letters of its code. */
  readonly length: number;
}

/**
 * A result as bytes for a code, with the reflection where the code stays within {@link SHORT_CODE} letters.
 * @param options `sealed` counts what sealing adds
 * @example packHandin(handin, { logic, sealed: assignment.key !== null })
 */
export function packHandin(
  handin: Handin,
  options: { readonly logic?: Logic | undefined; readonly sealed?: boolean },
): Result<Packed, EncodeFault> {
  const { logic, sealed = false } = options;
  const lengthOf = (bytes: Uint8Array): number =>
    codeLength(bytes.length + (sealed ? SEAL_OVERHEAD : 0), sealed);
  if (handin.reflection !== '') {
    const full = encodeHandin(handin, { logic });
    if (full.ok && lengthOf(full.value) <= SHORT_CODE)
      return ok({ bytes: full.value, reflection: 'in', length: lengthOf(full.value) });
  }
  const bare = encodeHandin(handin, { logic, reflection: false });
  if (!bare.ok) return bare;
  const reflection = handin.reflection === '' ? 'none' : 'left-out';
  return ok({ bytes: bare.value, reflection, length: lengthOf(bare.value) });
}

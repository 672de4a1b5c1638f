import { hashText, present } from '../base';
import type { Assignment, CaseTask } from './model';

/** Letters that nobody mistakes for one another: no `i l o u`. 32 of them, five bits each. */
export const ID_LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
/** Letters in an id: fifty bits, so that a school that makes a million of them does not make one twice (p < 0.001). */
export const ID_LENGTH = 10;
/** Seeds that people may have to read out stay short: 1 … 999,999. */
export const SEEDS = 999_999;

const ID = new RegExp(`^[${ID_LETTERS}]{${String(ID_LENGTH)}}$`);
/** Control and format characters, half characters. Not those a browser has no name for: rare names are written with them. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}]/gu;

/**
 * How numbers of students compare: full-width forms as plain ones, without spaces and invisible characters, in
 * capitals. Leading zeros count.
 * @example numberKey(' ２０２４a 01') // '2024A01'
 */
export function numberKey(text: string): string {
  return text.normalize('NFKC').replace(UNSEEN, '').replace(/\s+/gu, '').toUpperCase();
}

/**
 * A name or number as typed, without what cannot be seen: control and direction characters out, runs of white space
 * to one space, none at the ends.
 * @example cleanTyped('  张\u200b 三 ') // '张 三'
 */
export function cleanTyped(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').replace(UNSEEN, '').trim();
}

/**
 * Tells whether a text is the id of an assignment or class: ten letters of {@link ID_LETTERS}.
 * @example isId('0k3m9xq7ab') // true
 */
export function isId(text: string): boolean {
  return ID.test(text);
}

/**
 * An id out of real luck, which core has none of: ten random bytes, five bits of each.
 * @param bytes at least ten; throws on fewer
 * @example idFrom(crypto.getRandomValues(new Uint8Array(10)))
 */
export function idFrom(bytes: Uint8Array): string {
  const letters = Array.from({ length: ID_LENGTH }, (_, index) => {
    const byte = present(bytes[index], 'ten random bytes');
    return ID_LETTERS.charAt(byte & 31);
  });
  return letters.join('');
}

/**
 * The draw of a case that a student is to work: the task's own where all play the same, else one made of assignment,
 * task, salt and number, so that both sides work it out alone. 1 … 999,999.
 * @example seedFor(assignment, task, '20240101') === seedFor(assignment, task, '２０２４０１０１') // true
 */
export function seedFor(
  assignment: Pick<Assignment, 'id' | 'seeds'>,
  task: Pick<CaseTask, 'id' | 'seed'>,
  number: string,
): number {
  if (assignment.seeds === 'same') return task.seed;
  const parts = [assignment.id, task.id, String(task.seed), numberKey(number)];
  // 48 bits: evenly spread over a million seeds, and still a whole number.
  return 1 + (parseInt(hashText(JSON.stringify(parts)).slice(0, 12), 16) % SEEDS);
}

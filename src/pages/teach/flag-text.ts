import type { Flag } from '../../core/course';
import type { teachCollect } from '../../ui/messages/teach-collect';

type Words = (typeof teachCollect)['en'];

const MINUTE = 60_000;
const [HOUR, DAY] = [60 * MINUTE, 24 * 60 * MINUTE];
const NAMED = 3;

/**
 * What is remarkable about a result, in words.
 * @param nameOf who handed in another result
 * @example flagText({ id, code: 'late', by: 7_200_000 }, words, nameOf) // 'Late by 2 hours'
 */
export function flagText(flag: Flag, words: Words, nameOf: (id: string) => string): string {
  switch (flag.code) {
    case 'same-log': {
      const who = whoOf(flag.others, words, nameOf);
      return flag.seconds ? words.flags['same-pace'](who) : words.flags['same-log'](who);
    }
    case 'too-fast':
      return words.flags['too-fast'](flag.seconds);
    case 'other-name':
      return words.flags['other-name'](flag.roster);
    case 'late':
      return words.flags.late(spanText(flag.by, words));
    case 'not-on-roster':
    case 'odd-clock':
      return words.flags[flag.code];
  }
}

/**
 * A length of time, rounded up, in the largest unit that is not yet one.
 * @param span milliseconds
 * @example spanText(7_200_000, words) // '2 hours'
 */
export function spanText(span: number, words: Words): string {
  if (span >= DAY) return words.days(Math.ceil(span / DAY));
  if (span >= HOUR) return words.hours(Math.ceil(span / HOUR));
  return words.minutes(Math.ceil(span / MINUTE));
}

function whoOf(ids: readonly string[], words: Words, nameOf: (id: string) => string): string {
  const names = [...new Set(ids.map(nameOf))];
  const first = names.slice(0, NAMED).join(words.namesJoin);
  return names.length > NAMED ? words.andMore(first, names.length) : first;
}

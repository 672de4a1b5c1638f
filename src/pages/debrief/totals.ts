import { WHOLE } from '../../core/base';
import type { debrief } from '../../ui/messages/debrief';
import type { Verdict } from '../../ui/review/debrief-model';

/** One line below the table of criteria. */
export interface Total {
  readonly name: string;
  /** The rule that leads to the value. */
  readonly how: string;
  readonly value: string;
  readonly strong: boolean;
}

type Words = (typeof debrief)['en'];

/**
 * From the sum of points to the final score, in the order of the calculation.
 * @param write a score in basis points as it is shown
 * @example totalsOf(verdict, words, write).at(-1)?.value // '59.0'
 */
export function totalsOf(verdict: Verdict, words: Words, write: (basis: number) => string): readonly Total[] {
  const points = (value: number): string => String(value / WHOLE);
  const cap = verdict.caps.reduce((least, { of }) => Math.min(least, of), WHOLE);
  const lowest = verdict.caps.filter(({ of }) => of === cap);
  const names = lowest.map(({ by }) => (by === 'floor' ? words.floor : by)).join(words.comma);
  return [
    { name: words.sum, how: '', value: points(verdict.earned), strong: false },
    { name: words.bestSum, how: '', value: points(verdict.best), strong: false },
    {
      name: words.raw,
      how: words.rawSum(points(verdict.earned), points(verdict.best)),
      value: write(verdict.raw),
      strong: false,
    },
    {
      name: words.lowestCap,
      how: names,
      value: lowest.length > 0 ? write(cap) : words.noCap,
      strong: false,
    },
    { name: words.final, how: words.finalSum, value: write(verdict.score), strong: true },
  ];
}

import { share, type Share } from '../../base';
import type { Criterion, Outlook, Setting } from '../criterion';
import { coverage } from '../formulas';
import { knowable, stillCan } from './ahead';
import type { Row } from './marks';

/** Bit set of the listed findings known now, and how many of them were at the first proposal (null: none yet). */
export type Coverage = readonly [known: number, before: number | null];

/**
 * How many bits of a set stand.
 * @example bitsIn(0b101) // 2
 */
export function bitsIn(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/**
 * The set with a finding added; the same set if the list does not name it.
 * @param list up to 31 findings
 * @example withFinding(0, 'asn', ['split', 'asn']) // 0b10
 */
export function withFinding(known: number, finding: string, list: readonly string[] | undefined): number {
  const index = list?.indexOf(finding) ?? -1;
  return index < 0 ? known : known | (1 << index);
}

/**
 * How many findings can be known at the first proposal, where time allows only so many.
 * @example earlyIn(0b001, 0b111, { ...outlook, early: 1 }) // 2
 */
export function earlyIn(known: number, all: number, { early = Infinity }: Outlook): number {
  return Math.min(bitsIn(all), bitsIn(known) + early);
}

const NONE: readonly string[] = [];

/**
 * A row for coverage before proposing (§3.5) over `findings` of its rubric entry. Where nothing was ever
 * proposed, what was found counts half: it was known and not used.
 * @example coverageCriterion({ id: 'R2.a', title, source: '§3.5 coverage before proposing' })
 */
export function coverageCriterion(row: Row): Criterion<Coverage> {
  const verdict = ([known, before]: Coverage, { entry }: Setting): Share => {
    const early = before ?? 0;
    const later = bitsIn(known) - early;
    return share(coverage({ before: early, later, needed: entry.findings?.length ?? 0 }));
  };
  return {
    ...row,
    reads: ['learned', 'proposed'],
    begin: () => [0, null],
    next: (acc, fact, { entry }) => {
      const [known, before] = acc;
      if (fact.type === 'proposed') return before === null ? [known, bitsIn(known)] : acc;
      if (fact.type !== 'learned') return acc;
      const more = withFinding(known, fact.finding, entry.findings);
      return more === known ? acc : [more, before];
    },
    verdict,
    atLeast: ([knownA, earlyA], [knownB, earlyB]) =>
      (knownB & ~knownA) === 0 && (earlyA === null) === (earlyB === null) && (earlyA ?? 0) >= (earlyB ?? 0),
    bound: (acc, setting, outlook) => {
      const [known, before] = acc;
      const all = knowable(known, setting.entry.findings ?? NONE, outlook);
      const early = before ?? (stillCan(outlook, 'proposed') ? earlyIn(known, all, outlook) : null);
      return verdict([all, early], setting);
    },
  };
}

import { shareOfBasis, WHOLE, type Share } from '../../base';
import type { RubricEntry } from '../../scenario';
import type { Criterion, Setting } from '../criterion';
import { coverage, COVERAGE_TO_KNOW, MOST_FOR_A_GUESS } from '../formulas';
import { knowable } from './ahead';
import { bitsIn, earlyIn, withFinding } from './coverage';

/**
 * Marks in basis points (null: none yet), the bit set of listed findings known, and whether the first proposal was
 * a guess (null: nothing proposed yet). After the proposal the set no longer matters and is emptied.
 */
type Acc = readonly [marks: number | null, known: number, guessed: boolean | null];

/**
 * R7.b: the real need named, graded by the option table; at most a half where less than 60 % of `findings` was
 * known at the first proposal, for guessing is not finding (§3.5).
 */
export const r7b: Criterion<Acc> = {
  id: 'R7.b',
  title: { 'zh-CN': '点明真实需求', en: 'Real need named' },
  source: '§2 R7.b, graded; limit of §3.5',
  reads: ['marked', 'learned', 'proposed'],
  begin: () => [null, 0, null],
  next(acc, fact, { entry }) {
    const [marks, known, guessed] = acc;
    if (fact.type === 'marked' && fact.criterion === 'R7.b') {
      return fact.basis === 0 && marks !== null ? acc : [(marks ?? 0) + fact.basis, known, guessed];
    }
    if (guessed !== null) return acc;
    if (fact.type === 'proposed') return [marks, 0, isGuess(known, entry)];
    if (fact.type !== 'learned') return acc;
    const more = withFinding(known, fact.finding, entry.findings);
    return more === known ? acc : [marks, more, guessed];
  },
  verdict,
  atLeast: ([marksA, knownA, guessedA], [marksB, knownB, guessedB]) =>
    (marksA ?? 0) >= (marksB ?? 0) &&
    (guessedA === guessedB || guessedA === false) &&
    (knownB & ~knownA) === 0,
  bound(acc, setting, outlook) {
    if (!outlook.open) return verdict(acc, setting);
    const [marks, known, guessed] = acc;
    const top = (marks ?? 0) + outlook.marks;
    if (guessed !== null || setting.entry.findings === undefined) return limited(top, guessed ?? false);
    const all = knowable(known, setting.entry.findings, outlook);
    return limited(top, guesses(earlyIn(known, all, outlook), setting.entry));
  },
};

function verdict([marks, known, guessed]: Acc, { entry }: Setting): Share {
  return limited(marks ?? 0, guessed ?? isGuess(known, entry));
}

function isGuess(known: number, entry: RubricEntry): boolean {
  return guesses(bitsIn(known), entry);
}

function guesses(before: number, entry: RubricEntry): boolean {
  if (entry.findings === undefined) return false;
  return coverage({ before, later: 0, needed: entry.findings.length }) < COVERAGE_TO_KNOW;
}

function limited(marks: number, guessed: boolean): Share {
  return shareOfBasis(guessed ? Math.min(marks, MOST_FOR_A_GUESS * WHOLE) : marks);
}

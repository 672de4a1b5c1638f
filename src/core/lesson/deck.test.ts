import { describe, expect, it } from 'vitest';
import {
  askable,
  caseOf,
  decisionLines,
  examinedIn,
  momentOf,
  profilesIn,
  type AnswerLine,
  type Askable,
} from './deck';
import { isDue, STUCK_AFTER, type Answered } from './review';

const DAY = 86_400_000;
const all: Askable = { checks: new Set(['u05/s3#atp']), has: () => true, closed: new Set() };
const slip = 'quantity~quantity.all';
const attempt = (id: string, at: number, decisions = [{ index: 4, slip }]): readonly AnswerLine[] =>
  decisionLines({ attempt: id, scenario: 'tea', at, decisions, rights: { R1: 8000, R4: at / DAY } });
const answered = (lines: readonly AnswerLine[]): readonly Answered[] =>
  lines.map(({ section, check, at, right, confidence }) => ({
    section,
    check,
    at,
    right,
    confidence: confidence === 'sure' ? 'sure' : 'unsure',
  }));
const cards = (lines: readonly AnswerLine[], more: Partial<Askable> = {}) =>
  askable(answered(lines), lines, { ...all, ...more });

describe('cards of decisions', () => {
  it('ask about each costly decision from the next day', () => {
    const [card, ...others] = cards(attempt('a1', 0));
    expect(others).toEqual([]);
    expect(card && caseOf(card.section)).toBe('tea');
    expect(card && isDue(card, 0)).toBe(false);
    expect(card && isDue(card, DAY)).toBe(true);
  });

  it('are none where no decision was costly, and the attempt is marked as gone through', () => {
    const lines = attempt('a1', 0, []);
    expect(cards(lines)).toEqual([]);
    expect(examinedIn(lines)).toEqual(new Set(['a1']));
  });

  it('count the same slip in another attempt as another miss of the same card', () => {
    const lines = [...attempt('a1', 0), ...attempt('a2', DAY), ...attempt('a3', 3 * DAY)];
    expect(cards(lines)).toHaveLength(1);
    expect(cards(lines)[0]?.missed).toBe(STUCK_AFTER);
  });

  it('show the latest attempt that is still there', () => {
    const lines = [...attempt('a1', 0), ...attempt('a2', DAY, [{ index: 7, slip }])];
    const card = { section: 'case/tea', check: slip };
    expect(momentOf(lines, card, () => true)).toEqual({ attempt: 'a2', index: 7 });
    expect(momentOf(lines, card, (id) => id === 'a1')).toEqual({ attempt: 'a1', index: 4 });
    expect(cards(lines, { has: () => false })).toEqual([]);
  });

  it('are kept back while the case is being worked for a mark', () => {
    const lines = attempt('a1', 0);
    expect(cards(lines, { closed: new Set(['tea']) })).toEqual([]);
    expect(cards(lines, { closed: new Set(['other']) })).toHaveLength(1);
  });

  it('stand beside cards of checks, and checks that left the course make none', () => {
    const check = { section: 'u05/s3', check: 'atp', at: 0, right: false, confidence: 'sure' } as const;
    const gone = { ...check, check: 'gone' };
    expect(askable([check, gone], [], all).map((card) => card.check)).toEqual(['atp']);
  });

  it('carry the profile of each attempt, the oldest first', () => {
    const lines = [...attempt('a2', DAY), ...attempt('a1', 0)];
    expect(profilesIn(lines)).toEqual([
      { attempt: 'a1', at: 0, rights: { R1: 8000, R4: 0 } },
      { attempt: 'a2', at: DAY, rights: { R1: 8000, R4: 1 } },
    ]);
  });

  it('file under ids that do not change, so that filing twice adds nothing', () => {
    expect(attempt('a1', 0)).toEqual(attempt('a1', 0));
    const ids = attempt('a1', 0, [
      { index: 4, slip },
      { index: 9, slip },
    ]).map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
  });
});

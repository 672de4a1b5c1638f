import { expect, it } from 'vitest';
import type { ScenarioCard } from '../../io/content';
import type { AttemptHeader } from '../../io/db';
import { scoreIn, toEntries } from './entries';

const both = { 'zh-CN': '缺货', en: 'Stockout' };
const card: ScenarioCard = {
  id: 'stockout',
  code: 'S07',
  unit: 'u05',
  phase: 'transaction',
  level: 2,
  minutes: 15,
  title: both,
  summary: both,
  customer: both,
  rights: ['R7'],
  hash: 'h',
};

function header(id: string, startedAt: number, status: AttemptHeader['status']): AttemptHeader {
  return {
    id,
    scenarioId: 'stockout',
    scenarioHash: 'h',
    seed: 1,
    mode: 'practice',
    engine: 1,
    startedAt,
    locale: 'en',
    status,
    lastSeq: 3,
    v: 1,
  };
}

it('parts unfinished from finished attempts, the latest first', () => {
  const { open, finished } = toEntries(
    [header('old', 1, 'open'), header('done', 2, 'finished'), header('new', 3, 'open')],
    [card],
    new Map(),
  );
  expect(open.map(({ id }) => id)).toEqual(['new', 'old']);
  expect(finished.map(({ id }) => id)).toEqual(['done']);
});

it('joins each attempt with its case, and keeps an attempt whose case is gone', () => {
  expect(toEntries([header('a', 1, 'open')], [card], new Map()).open[0]?.card?.code).toBe('S07');
  expect(toEntries([header('a', 1, 'open')], [], new Map()).open[0]?.card).toBeUndefined();
});

it('lists the score of an attempt that was debriefed, and none for another', () => {
  const headers = [header('scored', 1, 'finished'), header('fresh', 2, 'finished')];
  const { finished } = toEntries(headers, [card], new Map([['scored', 7309]]));
  expect(finished.map(({ id, score }) => [id, score])).toEqual([
    ['fresh', undefined],
    ['scored', 7309],
  ]);
});

it('reads the score out of a stored result', () => {
  expect(scoreIn({ score: 0 })).toBe(0);
  expect(scoreIn({ score: 10_000, more: true })).toBe(10_000);
});

it.each([
  undefined,
  null,
  7309,
  [7309],
  {},
  { score: '7309' },
  { score: 73.09 },
  { score: -1 },
  { score: 10_001 },
])('finds no score in %j', (result) => {
  expect(scoreIn(result)).toBeUndefined();
});

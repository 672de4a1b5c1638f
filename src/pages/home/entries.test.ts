import { expect, it } from 'vitest';
import type { ScenarioCard } from '../../io/content';
import type { AttemptHeader } from '../../io/db';
import { toEntries } from './entries';

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
  );
  expect(open.map(({ id }) => id)).toEqual(['new', 'old']);
  expect(finished.map(({ id }) => id)).toEqual(['done']);
});

it('joins each attempt with its case, and keeps an attempt whose case is gone', () => {
  expect(toEntries([header('a', 1, 'open')], [card]).open[0]?.card?.code).toBe('S07');
  expect(toEntries([header('a', 1, 'open')], []).open[0]?.card).toBeUndefined();
});

import { expect, it } from 'vitest';
import { assignmentOf, forged, honest, randomLog, scenarioOf } from '../../../tests/classroom/handins';
import { present } from '../../core/base';
import { CaseShelf } from '../../core/course';
import { encodeHandin, toCode } from '../../core/interop';
import { Grader } from './jobs';

const scenario = scenarioOf('stockout-key-account');
const shelf = new CaseShelf([scenario]);
const assignment = { ...assignmentOf(scenario), mode: 'practice' as const, hints: true };
const AMOUNT = 10_000;
const WAYS = ['edited-score', 'truncated', 'damaged'] as const;
type Way = (typeof WAYS)[number];

const logs = Array.from({ length: 100 }, (_, index) =>
  randomLog(shelf, { scenarioId: scenario.spec.id, seed: 7 }, `many ${String(index)}`),
);

/** One of a hundred is bad, in one of three ways. */
function wayOf(index: number): Way | undefined {
  return index % 100 === 50 ? WAYS[Math.floor(index / 100) % 3] : undefined;
}

function codeOf(index: number): string {
  const sender = { number: String(20_250_000 + index), name: '张三' };
  const handin = honest(shelf, assignment, { sender, log: present(logs[index % logs.length], 'log') });
  const way = wayOf(index);
  const claimed = handin.work.claimed === 9_999 ? 9_998 : 9_999;
  const bytes = encodeHandin(way === 'edited-score' ? forged(handin, { claimed }) : handin, {
    logic: scenario,
  });
  if (!bytes.ok) throw new Error('no code');
  const code = toCode(bytes.value);
  if (way === 'truncated') return code.slice(0, -7);
  if (way !== 'damaged') return code;
  return `${code.slice(0, 40)}${code.charAt(40) === 'A' ? 'B' : 'A'}${code.slice(41)}`;
}

it('lets all good ones of 10,000 codes in and refuses every bad one with its own reason', async () => {
  const indexes = Array.from({ length: AMOUNT }, (_, index) => index);
  const content = indexes.map((index) => `学生${String(index)}：${codeOf(index)}`).join('\n');
  const grader = new Grader({ assignment, logics: [scenario], checks: {}, pairs: [] });
  const sorted = await grader.do({ kind: 'sort', item: { via: 'code', source: '', content } });
  if (sorted.kind !== 'pieces') throw new Error('not sorted');
  const found: string[] = [];
  const ids = new Set<string>();
  for (const piece of sorted.pieces) {
    const reply = await grader.do({ kind: 'prove', piece });
    if (reply.kind !== 'outcome') throw new Error('not proved');
    const { id, verdict } = reply.outcome;
    ids.add(id);
    found.push(verdict.ok ? 'ok' : verdict.refused.code);
  }
  expect(found).toEqual(indexes.map((index) => wayOf(index) ?? 'ok'));
  expect(ids.size).toBe(AMOUNT);
});

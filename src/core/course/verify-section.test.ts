import { describe, expect, it } from 'vitest';
import type { Check } from '../lesson';
import type { Assignment, HandedAnswer, Handin } from './model';
import { CaseShelf } from './shelf';
import { verifyHandin } from './verify';
import { sectionMark } from './verify-section';

const option = (id: string, right: boolean) => ({ id, text: [], right, why: [] });
const common = { objective: '', prompt: [] };
const checks: readonly Check[] = [
  { ...common, kind: 'single', id: 'one', options: [option('a', true), option('b', false)] },
  {
    ...common,
    kind: 'multiple',
    id: 'many',
    options: [option('a', true), option('b', true), option('c', false)],
  },
  { ...common, kind: 'truefalse', id: 'truth', answer: true, why: { true: [], false: [] } },
  {
    ...common,
    kind: 'ordering',
    id: 'order',
    items: [
      { id: 'x', text: [], why: [] },
      { id: 'y', text: [], why: [] },
    ],
  },
  {
    ...common,
    kind: 'matching',
    id: 'match',
    pairs: [{ id: 'p', left: [], right: 'P', why: [] }],
    extra: [{ id: 'q', name: 'Q' }],
  },
  { ...common, kind: 'numeric', id: 'number', value: 300, tolerance: 5, unit: '', why: [], traps: [] },
  {
    ...common,
    kind: 'categorise',
    id: 'sort',
    groups: [{ id: 'g', name: 'G' }],
    cards: [{ id: 'k', text: [], group: 'g', why: [] }],
  },
];
const given = (check: string, answer: HandedAnswer['answer']): HandedAnswer => ({
  check,
  answer,
  confidence: 'sure',
});
const allRight: readonly HandedAnswer[] = [
  given('one', 'a'),
  given('many', ['b', 'a']),
  given('truth', true),
  given('order', ['x', 'y']),
  given('match', { p: 'p' }),
  given('number', 304),
  given('sort', { k: 'g' }),
];
const assignment: Assignment = {
  v: 1,
  id: '0123456789',
  title: '',
  teacher: '',
  course: '',
  note: '',
  mode: 'practice',
  hints: true,
  seeds: 'same',
  attempts: 'last',
  due: null,
  locale: null,
  tasks: [{ kind: 'section', id: 't1', section: 'u05/s3', weight: 1 }],
  key: null,
};

const handed = (answers: readonly HandedAnswer[], claimed: number, section = 'u05/s3'): Handin => ({
  v: 1,
  assignment: assignment.id,
  task: 't1',
  student: { number: '1', name: '张三' },
  startedAt: 0,
  finishedAt: 90_500,
  work: { kind: 'section', section, answers, claimed },
  reflection: '',
});

const verdictOn = (handin: Handin, mode: Assignment['mode'] = 'practice') =>
  verifyHandin(handin, {
    assignment: { ...assignment, mode },
    shelf: new CaseShelf([]),
    checksOf: (section) => (section === 'u05/s3' ? checks : undefined),
  });

describe('the mark of a section', () => {
  it('is the share of its checks answered right, in basis points, rounded half up', () => {
    expect(sectionMark(checks, allRight, 'practice')).toMatchObject({ score: 10_000, right: 7, checks: 7 });
    expect(sectionMark(checks, allRight.slice(0, 2), 'practice')).toMatchObject({ score: 2857, right: 2 });
    expect(sectionMark(checks, [], 'practice').score).toBe(0);
    expect(sectionMark([], [], 'practice').score).toBe(0);
  });

  it('counts the last answer to a check in practice and the first when assessed', () => {
    const twice = [given('one', 'b'), given('one', 'a')];
    expect(sectionMark(checks, twice, 'practice')).toMatchObject({ right: 1 });
    expect(sectionMark(checks, twice, 'assessed')).toMatchObject({ right: 0 });
    const { answers } = sectionMark(checks, twice, 'assessed');
    expect(answers.map(({ right, counts }) => [right, counts])).toEqual([
      [false, true],
      [true, false],
    ]);
  });
});

describe('a section that is handed in', () => {
  it('is accepted with the mark that its answers make', () => {
    expect(verdictOn(handed(allRight, 10_000))).toMatchObject({
      ok: true,
      value: { kind: 'section', score: 10_000, right: 7, checks: 7, seconds: 90 },
    });
  });

  it('holds every answer as it was given, with what was said beforehand', () => {
    const answers = [given('number', 250), { ...given('number', 304), confidence: 'guess' }];
    expect(verdictOn(handed(answers, 1429))).toMatchObject({
      value: {
        answers: [
          { check: 'number', answer: 250, right: false, confidence: 'sure', counts: false },
          { check: 'number', answer: 304, right: true, confidence: 'guess', counts: true },
        ],
      },
    });
    const [, many, , order, match] = allRight;
    expect(verdictOn(handed(allRight, 10_000))).toMatchObject({
      value: {
        answers: [
          {},
          { answer: many?.answer },
          {},
          { answer: order?.answer },
          { answer: match?.answer },
          {},
          {},
        ],
      },
    });
  });

  it('is refused with another mark', () => {
    expect(verdictOn(handed(allRight.slice(1), 10_000))).toEqual({
      ok: false,
      error: { code: 'edited-score', claimed: 10_000, recomputed: 8571 },
    });
  });

  it('is refused where it is not the section that was asked for, or not at hand', () => {
    const wrong = { code: 'wrong-task', asked: 'u05/s3', worked: 'u05/s4' };
    expect(verdictOn(handed([], 0, 'u05/s4'))).toEqual({ ok: false, error: wrong });
    const unknown = verifyHandin(handed([], 0), {
      assignment,
      shelf: new CaseShelf([]),
      checksOf: () => undefined,
    });
    expect(unknown).toEqual({ ok: false, error: { code: 'unknown-section', section: 'u05/s3' } });
  });

  it('is refused with a check that it does not have', () => {
    const answers = [given('one', 'a'), given('made-up', 'a')];
    const error = { code: 'unknown-check', answer: 2, check: 'made-up' };
    expect(verdictOn(handed(answers, 1429))).toEqual({ ok: false, error });
  });

  it.each([
    ['one', 'z'],
    ['one', ['a']],
    ['many', ['a', 'a']],
    ['many', ['a', 'z']],
    ['truth', 'true'],
    ['order', ['x', 'z']],
    ['match', { p: 'z' }],
    ['match', { z: 'p' }],
    ['match', ['p']],
    ['number', '300'],
    ['number', null],
    ['sort', { k: 'k' }],
  ] as const)('is refused with an answer that its page cannot give: %s %j', (check, answer) => {
    const error = { code: 'edited-answers', answer: 1, check };
    expect(verdictOn(handed([given(check, answer)], 0))).toEqual({ ok: false, error });
  });

  it('is refused with a confidence that nobody can state', () => {
    const odd = { ...given('one', 'a'), confidence: 'certain' };
    expect(verdictOn(handed([odd], 1429))).toMatchObject({ error: { code: 'edited-answers' } });
  });

  it('is refused after all where its file was edited', () => {
    const context = { assignment, shelf: new CaseShelf([]), checksOf: () => checks, intact: false };
    expect(verifyHandin(handed(allRight, 10_000), context)).toEqual({
      ok: false,
      error: { code: 'edited-file' },
    });
  });
});

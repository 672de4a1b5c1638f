import { describe, expect, it } from 'vitest';
import type { VerifiedAnswer, VerifiedSection } from '../../../core/course';
import type { Check, Section } from '../../../core/lesson';
import { questionsOf } from './section-review';

const option = (id: string, right: boolean) => ({ id, text: [id], right, why: [] });
const common = { objective: '', prompt: [] };
const checks: readonly Check[] = [
  {
    ...common,
    kind: 'multiple',
    id: 'many',
    options: [option('a', true), option('b', true), option('c', false)],
  },
  { ...common, kind: 'numeric', id: 'number', value: 300, tolerance: 5, unit: '', why: [], traps: [] },
  { ...common, kind: 'single', id: 'one', options: [option('a', true), option('b', false)] },
];
const section: Section = {
  unit: 'u05',
  id: 's3',
  front: {
    title: '',
    minutes: 1,
    objectives: [],
    key: [],
    difficult: [],
    covers: [],
    board: [],
    homework: [],
  },
  blocks: checks.map((check) => ({ kind: 'check', check })),
};

const given = (
  check: string,
  answer: VerifiedAnswer['answer'],
  more: Partial<VerifiedAnswer> = {},
): VerifiedAnswer => ({
  check,
  answer,
  right: true,
  confidence: 'unsure',
  counts: true,
  ...more,
});

const questions = (answers: readonly VerifiedAnswer[]) => {
  const result: Pick<VerifiedSection, 'answers'> = { answers };
  return questionsOf(result, { section, terms: {} });
};

describe('the questions of a result', () => {
  it('stand in the order of the section, numbered from 1, also those never answered', () => {
    const all = questions([given('one', 'a')]);
    expect(all.map(({ place, check, counting }) => [place, check.id, counting?.answer])).toEqual([
      [1, 'many', undefined],
      [2, 'number', undefined],
      [3, 'one', 'a'],
    ]);
  });

  it('keep the answers that do not count apart, in the order given', () => {
    const [, , one] = questions([
      given('one', 'b', { right: false, counts: false }),
      given('many', ['a'], { right: false }),
      given('one', 'a', { counts: false }),
      given('one', 'b', { right: false }),
    ]);
    expect(one?.counting?.answer).toBe('b');
    expect(one?.others.map(({ answer }) => answer)).toEqual(['b', 'a']);
  });

  it('differ from the solution where it says something else: also a right number that is not the exact one', () => {
    const differing = (answers: readonly VerifiedAnswer[]) =>
      questions(answers).map(({ differs }) => differs);
    expect(differing([given('many', ['b', 'a']), given('number', 300), given('one', 'a')])).toEqual([
      false,
      false,
      false,
    ]);
    expect(differing([given('many', ['a'], { right: false }), given('number', 303)])).toEqual([
      true,
      true,
      true,
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Check } from './model';
import { answerKey, saidIn, solutionIn } from './said';

const option = (id: string, right: boolean) => ({ id, text: [id.toUpperCase()], right, why: [] });
const item = (id: string) => ({ id, text: [id.toUpperCase()], why: [] });
const common = { objective: '', prompt: [] };
const single: Check = {
  ...common,
  kind: 'single',
  id: 'one',
  options: [option('a', true), option('b', false)],
};
const multiple: Check = {
  ...common,
  kind: 'multiple',
  id: 'many',
  options: [option('a', true), option('b', true), option('c', false)],
};
const truth: Check = { ...common, kind: 'truefalse', id: 't', answer: false, why: { true: [], false: [] } };
const ordering: Check = { ...common, kind: 'ordering', id: 'o', items: [item('x'), item('y'), item('z')] };
const matching: Check = {
  ...common,
  kind: 'matching',
  id: 'm',
  pairs: [
    { id: 'p', left: ['left P'], right: 'P', why: [] },
    { id: 'r', left: ['left R'], right: 'R', why: [] },
  ],
  extra: [{ id: 'q', name: 'Q' }],
};
const numeric: Check = {
  ...common,
  kind: 'numeric',
  id: 'n',
  value: 150,
  tolerance: 0,
  unit: 'cartons',
  why: [],
  traps: [],
};
const categorise: Check = {
  ...common,
  kind: 'categorise',
  id: 'c',
  groups: [
    { id: 'g', name: 'Counts' },
    { id: 'h', name: 'Does not' },
  ],
  cards: [{ id: 'k', text: ['a card'], group: 'g', why: [] }],
};

describe('an answer in words', () => {
  it('is the options chosen, in the order of the check, each with whether it belongs there', () => {
    expect(saidIn(single, 'b')).toEqual({
      kind: 'list',
      ordered: false,
      parts: [{ id: 'b', text: ['B'], to: '', right: false }],
    });
    expect(saidIn(multiple, ['c', 'a'])).toMatchObject({
      parts: [
        { id: 'a', right: true },
        { id: 'c', right: false },
      ],
    });
  });

  it('is a truth, or a number with its unit', () => {
    expect(saidIn(truth, true)).toEqual({ kind: 'truth', value: true });
    expect(saidIn(numeric, 250)).toEqual({ kind: 'number', value: 250, unit: 'cartons' });
  });

  it('is the items in the order given, each with whether it stands where it belongs', () => {
    expect(saidIn(ordering, ['y', 'x', 'z'])).toMatchObject({
      ordered: true,
      parts: [
        { id: 'y', right: false },
        { id: 'x', right: false },
        { id: 'z', right: true },
      ],
    });
  });

  it('is every left side and every card with what was given to it', () => {
    expect(saidIn(matching, { p: 'q' })).toEqual({
      kind: 'table',
      parts: [
        { id: 'p', text: ['left P'], to: 'Q', right: false },
        { id: 'r', text: ['left R'], to: undefined, right: false },
      ],
    });
    expect(saidIn(categorise, { k: 'h' })).toMatchObject({ parts: [{ to: 'Does not', right: false }] });
  });

  it('is nothing where the answer has another shape', () => {
    expect(saidIn(single, 3)).toEqual({ kind: 'none' });
    expect(saidIn(numeric, 'many')).toEqual({ kind: 'none' });
    expect(saidIn(truth, 'true')).toEqual({ kind: 'none' });
    expect(saidIn(ordering, [])).toEqual({ kind: 'none' });
    expect(saidIn(matching, {})).toEqual({ kind: 'none' });
  });

  it('of the solution has every part right', () => {
    for (const check of [single, multiple, ordering, matching, categorise]) {
      const said = solutionIn(check);
      expect('parts' in said && said.parts.every(({ right }) => right)).toBe(true);
    }
    expect(solutionIn(truth)).toEqual({ kind: 'truth', value: false });
    expect(solutionIn(numeric)).toMatchObject({ value: 150 });
  });
});

describe('the key of an answer', () => {
  it('is the same for the same choice in any order, and for the same table', () => {
    expect(answerKey(['b', 'a'], 'multiple')).toBe(answerKey(['a', 'b'], 'multiple'));
    expect(answerKey({ p: 'q', r: 'p' }, 'matching')).toBe(answerKey({ r: 'p', p: 'q' }, 'matching'));
  });

  it('differs with the order of an ordering, with the choice and with the kind of value', () => {
    expect(answerKey(['y', 'x'], 'ordering')).not.toBe(answerKey(['x', 'y'], 'ordering'));
    expect(answerKey(['a'], 'multiple')).not.toBe(answerKey(['a', 'b'], 'multiple'));
    expect(answerKey('1', 'single')).not.toBe(answerKey(1, 'numeric'));
  });
});

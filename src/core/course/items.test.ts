import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Input } from '../attempt';
import { classPaths, expensiveOf } from './paths';
import { correlation, itemsOf } from './items';
import type { Played } from './played';
import { heatOf, troublesOf } from './troubles';

interface Sketch {
  readonly id?: string;
  readonly number: string;
  readonly score: number;
  /** Scene, what was done, the scene after it, what it cost. */
  readonly steps: readonly (readonly [scene: string, deed: string, to: string, lost: number])[];
  readonly rights?: Played['rights'];
  readonly hints?: number;
  readonly gone?: boolean;
}

function inputOf(deed: string): Input {
  if (deed.startsWith('?')) return { kind: 'look', record: deed.slice(1) };
  const [act = '', hour] = deed.split('=');
  return { kind: 'act', act, with: hour === undefined ? {} : { hour: Number(hour) } };
}

function weighed(sketch: Sketch): Played {
  const { number, steps } = sketch;
  const last = steps.length - 1;
  return {
    id: sketch.id ?? number,
    number,
    scenarioId: 'case',
    score: sketch.score,
    ending: steps[last]?.[2] ?? '',
    hints: sketch.hints ?? 0,
    rights: sketch.rights ?? {},
    steps: steps.map(([scene, deed, to], index) => ({
      scene,
      to,
      input: inputOf(deed),
      left: sketch.gone === true && index === last,
    })),
    lost: steps.map(([, , , lost]) => lost),
  };
}

const careful: Sketch = {
  number: 'A',
  score: 9000,
  steps: [
    ['greet', '?wms', 'greet', 0],
    ['greet', 'own', 'offer', 0],
    ['offer', 'promise=18', 'end', 1000],
  ],
};
const rash: Sketch = {
  number: 'B',
  score: 5000,
  steps: [
    ['greet', 'rush', 'offer', 4000],
    ['offer', 'promise=14', 'end', 1000],
  ],
};
const gone: Sketch = { number: 'C', score: 2000, steps: [['greet', 'rush', 'end', 8000]], gone: true };
const three = [careful, rash, gone].map(weighed);

describe('a class as a test', () => {
  it('counts how a scene was left, given that it was reached', () => {
    const [greet, offer] = itemsOf(three);
    expect(greet?.scene).toBe('greet');
    expect(greet?.reached).toBe(3);
    expect(greet?.choices.map(({ deed, taken, share }) => [deed.id, taken, share])).toEqual([
      ['rush', 2, 2 / 3],
      ['own', 1, 1 / 3],
    ]);
    expect(greet?.choices.map(({ score, lost }) => [score, lost])).toEqual([
      [3500, 6000],
      [9000, 0],
    ]);
    expect(greet?.looked).toEqual([{ record: 'wms', share: 1 / 3 }]);
    expect(offer?.reached).toBe(2);
    expect(offer?.choices[0]?.typed).toEqual([{ hour: 18 }, { hour: 14 }]);
  });

  it('has as facility the share that lost at most one point in the scene', () => {
    const [greet, offer] = itemsOf(three);
    expect([greet?.facility, greet?.lost]).toEqual([1 / 3, 4000]);
    expect([offer?.facility, offer?.lost]).toEqual([0, 1000]);
  });

  it('says nothing of discrimination with fewer than ten results, nor where all did alike', () => {
    expect(itemsOf(three).map(({ discrimination }) => discrimination)).toEqual([undefined, undefined]);
    const alike = Array.from({ length: 12 }, (_, i) =>
      weighed({ ...careful, number: String(i), score: 9000 - i }),
    );
    expect(itemsOf(alike).map(({ discrimination }) => discrimination)).toEqual([undefined, undefined]);
  });

  it('correlates doing well here with the score of everything else, not with itself', () => {
    // Five strong ones lose nothing in the scene and 10 points elsewhere, five weak ones 20 points here and 50
    // elsewhere: score without the loss here is 90 for the strong and 50 for the weak, so the correlation is 1.
    const strong = Array.from({ length: 5 }, (_, i) =>
      weighed({ number: `s${String(i)}`, score: 9000, steps: [['greet', 'own', 'end', 0]] }),
    );
    const weak = Array.from({ length: 5 }, (_, i) =>
      weighed({ number: `w${String(i)}`, score: 3000, steps: [['greet', 'rush', 'end', 2000]] }),
    );
    expect(itemsOf([...strong, ...weak])[0]?.discrimination).toBeCloseTo(1, 12);
    // Where the loss here is the whole difference between them, the rest does not vary: nothing can be said.
    const only = weak.map((one) => ({ ...one, score: 7000 }));
    expect(itemsOf([...strong, ...only])[0]?.discrimination).toBeUndefined();
  });

  it('correlates as Pearson does: the worked example 1..5 with 2, 4, 5, 4, 5 gives 0.7746', () => {
    expect(correlation([1, 2, 3, 4, 5], [2, 4, 5, 4, 5])).toBeCloseTo(0.7746, 4);
    expect(correlation([1, 1], [1, 2])).toBeUndefined();
  });

  it('keeps every result in exactly one choice of each scene it left, whatever the plays', () => {
    const step = fc.tuple(
      fc.constantFrom('a', 'b', 'c'),
      fc.constantFrom('x', 'y', '?r'),
      fc.constantFrom('a', 'b', 'c'),
      fc.integer({ min: 0, max: 9000 }),
    );
    const play = fc.record({
      number: fc.string({ minLength: 1, maxLength: 3 }),
      score: fc.integer({ min: 0, max: 10_000 }),
      steps: fc.array(step, { minLength: 1, maxLength: 8 }),
    });
    fc.assert(
      fc.property(fc.array(play, { minLength: 1, maxLength: 15 }), (plays) => {
        for (const item of itemsOf(plays.map(weighed))) {
          const taken = item.choices.reduce((total, one) => total + one.taken, 0);
          expect(taken).toBeLessThanOrEqual(item.reached);
          expect(item.facility).toBeGreaterThanOrEqual(0);
          expect(item.facility).toBeLessThanOrEqual(1);
          if (item.discrimination !== undefined)
            expect(Math.abs(item.discrimination)).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });

  it('draws the ways through the case, where it ended and where the customer left', () => {
    const paths = classPaths('greet', three);
    expect(Object.fromEntries(paths.scenes)).toEqual({ greet: 3, offer: 2, end: 3 });
    expect(paths.edges).toEqual([
      { from: 'greet', to: 'offer', results: 2 },
      { from: 'offer', to: 'end', results: 2 },
      { from: 'greet', to: 'end', results: 1 },
    ]);
    expect(paths.endings).toEqual([{ ending: 'end', results: 3 }]);
    expect(Object.fromEntries(paths.left)).toEqual({ greet: 1 });
  });

  it('names the decisions that cost the class most', () => {
    expect(
      expensiveOf(three).map(({ scene, deed, results, total }) => [scene, deed.id, results, total]),
    ).toEqual([
      ['greet', 'rush', 2, 12_000],
      ['offer', 'promise', 2, 2000],
    ]);
  });

  it('say in how many results the customer left in their course', () => {
    const [first, ...rest] = expensiveOf([
      weighed({ number: '1', score: 0, steps: [['greet', 'rush', 'gone', 9000]], gone: true }),
      weighed({
        number: '2',
        score: 3000,
        steps: [
          ['greet', 'rush', 'offer', 3000],
          ['offer', 'promise', 'end', 0],
        ],
      }),
    ]);
    expect(first).toMatchObject({ scene: 'greet', results: 2, total: 12_000, left: 1 });
    expect(rest).toEqual([]);
  });
});

describe('students × rights', () => {
  const twice = [
    weighed({ ...careful, id: 'one', rights: { R4: 5000, R3: 9000, R5: null } }),
    weighed({ ...careful, id: 'two', rights: { R4: 3000, R3: 5000, R5: null } }),
  ];

  it('takes the mean of what was assessed and leaves out what never was', () => {
    const [row] = heatOf(twice);
    expect(row && Object.fromEntries(row.rights)).toEqual({ R4: 4000, R3: 7000 });
    expect(row?.results).toBe(2);
  });

  it('calls a right below 60 in two results a leak, in one not', () => {
    expect(troublesOf(twice)).toEqual([
      { code: 'same-right-leak', number: 'A', right: 'R4', ids: ['one', 'two'] },
    ]);
  });

  it('notices who gave up with less than half of the usual decisions, and who took three hints', () => {
    const short = weighed({ ...gone, hints: 3 });
    const long = [1, 2, 3].map((i) => weighed({ ...careful, number: `L${String(i)}` }));
    expect(troublesOf([short, ...long])).toEqual([
      { code: 'early-quit', number: 'C', id: 'C', decisions: 1, usual: 3 },
      { code: 'hint-hunting', number: 'C', id: 'C', hints: 3 },
    ]);
  });
});

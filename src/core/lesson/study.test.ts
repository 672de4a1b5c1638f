import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsOf, coverage } from './coverage';
import { DOUBLE_PERIOD, timedLessons } from './lesson-plan';
import { progressOf, resumeAt, type SectionOutline } from './progress';
import { cardsOf, isDue, STUCK_AFTER, type Answered } from './review';
import { excerptOf, tokensOf } from './search-text';
import { shuffled } from './shuffle';

const DAY = 86_400_000;
const answer = (more: Partial<Answered>): Answered => ({
  section: 'u05/s3',
  check: 'atp',
  at: 0,
  right: true,
  confidence: 'sure',
  ...more,
});
const someAnswer: fc.Arbitrary<Answered> = fc.record({
  section: fc.constantFrom('u05/s3', 'u01/s1'),
  check: fc.constantFrom('a', 'b', 'c'),
  at: fc.integer({ min: 0, max: 400 }).map((hours) => hours * 3_600_000),
  right: fc.boolean(),
  confidence: fc.constantFrom('sure' as const, 'unsure' as const, 'guess' as const),
});

describe('review cards', () => {
  it('makes no card of an answer that was right and sure', () => {
    expect(cardsOf([answer({})])).toEqual([]);
  });

  it('makes a card of a wrong answer and of one that was only guessed', () => {
    expect(cardsOf([answer({ right: false })])).toHaveLength(1);
    expect(cardsOf([answer({ confidence: 'guess' })])).toHaveLength(1);
  });

  it('asks again the next day after a wrong answer, and later with every sure recall', () => {
    const log: Answered[] = [answer({ right: false })];
    const gaps: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      const due = cardsOf(log)[0]?.due ?? 0;
      gaps.push(due - (log.at(-1)?.at ?? 0));
      log.push(answer({ at: due }));
    }
    expect(gaps[0]).toBe(DAY);
    expect([...gaps].sort((a, b) => a - b)).toEqual(gaps);
    expect(gaps.at(-1)).toBeGreaterThan(3 * DAY);
  });

  it('lets a card come half a day early and not earlier', () => {
    const [card] = cardsOf([answer({ right: false })]);
    expect(card && isDue(card, DAY / 2)).toBe(true);
    expect(card && isDue(card, DAY / 2 - 1)).toBe(false);
  });

  it('does not count a second try right after an answer', () => {
    const wrong = answer({ right: false });
    expect(cardsOf([wrong, answer({ at: 60_000 })])).toEqual(cardsOf([wrong]));
  });

  it(`counts misses in a row, so that ${STUCK_AFTER} send back to the section`, () => {
    const log = [0, 1, 2].map((day) => answer({ at: day * DAY, right: false }));
    expect(cardsOf(log)[0]?.missed).toBe(STUCK_AFTER);
    expect(cardsOf([...log, answer({ at: 4 * DAY })])[0]?.missed).toBe(0);
  });

  it('puts a mistaken belief before a gap', () => {
    const log = [
      answer({ check: 'gap', right: false, confidence: 'guess' }),
      answer({ check: 'belief', right: false, at: 1000 }),
    ];
    expect(cardsOf(log).map(({ check }) => check)).toEqual(['belief', 'gap']);
  });

  it('gives the same cards whatever order the answers come in, each due after its last answer (seed 2)', () => {
    fc.assert(
      fc.property(fc.uniqueArray(someAnswer, { maxLength: 25, selector: ({ at }) => at }), (log) => {
        const cards = cardsOf(log);
        expect(cardsOf([...log].reverse())).toEqual(cards);
        for (const card of cards) {
          const own = log.filter(({ section, check }) => section === card.section && check === card.check);
          expect(card.due).toBeGreaterThan(Math.min(...own.map(({ at }) => at)));
        }
      }),
      { seed: 2, numRuns: 200 },
    );
  });
});

describe('progress', () => {
  const outline: SectionOutline = {
    place: 'u05/s3',
    minutes: 40,
    checks: [
      { id: 'a', objective: 'count' },
      { id: 'b', objective: 'count' },
      { id: 'c', objective: '' },
    ],
    objectives: ['count', 'read'],
    labs: [],
  };
  const mark = { section: 'u05/s3', position: '', done: true, at: 0 };

  it('meets an objective when all its checks were last answered right', () => {
    const log = [answer({ check: 'a' }), answer({ check: 'b', right: false }), answer({ check: 'b', at: 5 })];
    expect(progressOf(outline, log.slice(0, 2), []).met).toEqual([]);
    expect(progressOf(outline, log, []).met).toEqual(['count']);
    expect(progressOf(outline, [...log, answer({ check: 'a', at: 9, right: false })], []).met).toEqual([]);
  });

  it('meets an objective without checks when the section is done', () => {
    expect(progressOf(outline, [], [mark]).met).toEqual(['read']);
  });

  it('tells untouched, begun and done apart', () => {
    expect(progressOf(outline, [], []).state).toBe('untouched');
    expect(progressOf(outline, [answer({ check: 'a' })], []).state).toBe('begun');
    expect(progressOf(outline, [], [{ ...mark, done: false }]).state).toBe('begun');
    expect(progressOf(outline, [], [mark]).state).toBe('done');
  });
});

describe('the lesson plan', () => {
  it('splits a double period into 5, 75 and 10 minutes', () => {
    expect(DOUBLE_PERIOD.lead + DOUBLE_PERIOD.teaching + DOUBLE_PERIOD.summary).toBe(DOUBLE_PERIOD.whole);
    const [only] = timedLessons(
      [
        { section: 's1', minutes: 40 },
        { section: 's2', minutes: 20 },
      ],
      2,
    );
    expect(only?.steps).toEqual([
      { section: 's1', minutes: 50, part: 1 },
      { section: 's2', minutes: 25, part: 1 },
    ]);
  });

  it('goes on with a section that does not fit in the next lesson', () => {
    const [first, second] = timedLessons(
      [
        { section: 's1', minutes: 60 },
        { section: 's2', minutes: 60 },
        { section: 's3', minutes: 60 },
      ],
      4,
    );
    expect(first?.steps.at(-1)).toMatchObject({ section: 's2', part: 1 });
    expect(second?.steps[0]).toMatchObject({ section: 's2', part: 2 });
  });

  it('fills every lesson with 75 minutes in fives and keeps the order of sections (seed 4)', () => {
    const sections = fc.array(fc.integer({ min: 5, max: 180 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(sections, fc.integer({ min: 2, max: 8 }), (minutes, periods) => {
        const plan = timedLessons(
          minutes.map((each, index) => ({ section: `s${index + 1}`, minutes: each })),
          periods,
        );
        expect(plan).toHaveLength(Math.floor(periods / 2));
        for (const { steps } of plan) {
          expect(steps.reduce((sum, step) => sum + step.minutes, 0)).toBe(75);
          expect(steps.every((step) => step.minutes >= 5 && step.minutes % 5 === 0)).toBe(true);
        }
        const order = plan.flatMap(({ steps }) => steps.map(({ section }) => section));
        expect([...new Set(order)]).toEqual(minutes.map((_, index) => `s${index + 1}`));
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});

describe('search', () => {
  it('cuts Chinese into pairs of neighbours and keeps Latin words and numbers whole', () => {
    expect(tokensOf('可承诺量（ATP）＝62.5%')).toEqual(['可承', '承诺', '诺量', 'atp', '62.5']);
    expect(tokensOf('箱')).toEqual(['箱']);
  });

  it('finds every pair of a query in a text that holds the query (seed 6)', () => {
    const han = fc.array(fc.constantFrom('可', '承', '诺', '量', '订', '单'), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(han, han, han, (before, query, after) => {
        const found = new Set(tokensOf([...before, ...query, ...after].join('')));
        expect(tokensOf(query.join('')).every((token) => found.has(token))).toBe(true);
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  it('shows the place of the hit', () => {
    const text = `${'a '.repeat(100)}promise ${'b '.repeat(100)}`;
    expect(excerptOf(text, ['promise'], 60)).toContain('promise');
    expect(excerptOf('short', ['x'], 60)).toBe('short');
  });
});

describe('shuffling', () => {
  it('keeps all members, never gives the order it was given, and repeats itself for a seed (seed 8)', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 2, maxLength: 8 }), fc.nat(), (list, seed) => {
        const mixed = shuffled(list, seed);
        expect([...mixed].sort()).toEqual([...list].sort());
        expect(mixed).not.toEqual(list);
        expect(shuffled(list, seed)).toEqual(mixed);
      }),
      { seed: 8, numRuns: 300 },
    );
  });
});

describe('coverage', () => {
  const row = (id: string, noise = false) => ({
    id,
    title: { 'zh-CN': id, en: id },
    units: ['u01'],
    noise,
    doubtful: false,
  });

  it('tells realised, open and noise apart and names every place', () => {
    const list = coverage(
      [row('D0-001'), row('D0-002'), row('D0-062', true)],
      [
        { place: 'u01/s1', rows: ['D0-001'] },
        { place: 'u01/s2', rows: ['D0-001'] },
      ],
    );
    expect(list[0]?.places).toEqual(['u01/s1', 'u01/s2']);
    expect(countsOf(list)).toEqual({ realised: 1, open: 1, noise: 1 });
  });
});

describe('where to go on reading', () => {
  const places = ['u01/s1', 'u01/s2', 'u03/s1'];
  const read = (section: string, at: number, done = false) => ({ section, position: 'x', done, at });

  it('is the section that was read last and is not finished', () => {
    const marks = [read('u01/s1', 1), read('u03/s1', 2), read('u01/s2', 3, true)];
    expect(resumeAt(marks, places)).toEqual({ place: 'u03/s1', at: 'x', begun: true });
  });

  it('is the first unfinished one where none is begun, and nothing where all are finished', () => {
    expect(resumeAt([], places)).toEqual({ place: 'u01/s1', at: '', begun: false });
    expect(resumeAt([read('u01/s1', 1, true)], places)?.place).toBe('u01/s2');
    expect(
      resumeAt(
        places.map((place) => read(place, 1, true)),
        places,
      ),
    ).toBeUndefined();
  });

  it('is never a section that has left the course', () => {
    expect(resumeAt([read('u99/s1', 9)], places)?.place).toBe('u01/s1');
  });
});

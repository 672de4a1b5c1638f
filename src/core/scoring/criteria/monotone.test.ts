import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutes, present, share } from '../../base';
import type { Fact, FactBody } from '../../attempt';
import { CHANNEL_FITS, CRITERIA, type CriterionId, type RubricEntry } from '../../scenario';
import type { Setting } from '../criterion';
import { withHints } from '../hints';
import { criteria } from './index';

// Better never scores less: for every row, doing the same a little better leaves the mark where it was or raises it.

const START = 600;
const FINDINGS = ['order', 'split', 'asn', 'lane'];
const entry: RubricEntry = {
  points: 4,
  findings: FINDINGS,
  promises: { one: 1, two: 2 },
  deadlines: { notice: 1, written: 2 },
  tau: { one: 30, two: 240 },
};
const setting: Setting = { entry, tier: 'key', channel: 'phone', start: minutes(START) };
type Moment = readonly [after: number, body: FactBody];

function worth(id: CriterionId, moments: readonly Moment[], hints = 0): number {
  const criterion = withHints(present(criteria[CRITERIA.indexOf(id)], id));
  const inOrder = [...moments].sort(([a], [b]) => a - b);
  const facts = inOrder.map(([after, body], input): Fact => ({ ...body, at: minutes(START + after), input }));
  const taken = Array<FactBody>(hints).fill({ type: 'hinted', criterion: id });
  const first = taken.map((body, input): Fact => ({ ...body, at: minutes(START), input }));
  const read = [...first, ...facts].filter((fact) => criterion.reads.includes(fact.type));
  const acc = read.reduce((before, fact) => criterion.next(before, fact, setting), criterion.begin(setting));
  return criterion.verdict(acc, setting);
}

const minute = fc.integer({ min: 0, max: 300 });
const money = fc.integer({ min: 0, max: 4000 });
const finding = fc.constantFrom(...FINDINGS);
const promise = fc.constantFrom('one', 'two');
const found = fc.array(fc.tuple(minute, finding), { maxLength: 5 });

const learned = (list: readonly (readonly [number, string])[]): readonly Moment[] =>
  list.map(([at, name]) => [at, { type: 'learned', finding: name }]);
const proposed: Moment = [150, { type: 'proposed', quantity: 1, limit: 1 }];

/** Holds for 200 draws: the second play is at least as good as the first. */
function never<T>(
  draw: fc.Arbitrary<T>,
  plays: (drawn: T) => readonly [worse: number, better: number],
): void {
  fc.assert(
    fc.property(draw, (drawn) => {
      const [worse, better] = plays(drawn);
      expect(better).toBeGreaterThanOrEqual(worse);
    }),
    { numRuns: 200 },
  );
}

const graded = criteria.filter(({ reads }) => reads.includes('marked')).map(({ id }) => id);

describe('no row is worth less', () => {
  it.each(graded)('for a better mark: %s', (id) => {
    const basis = fc.integer({ min: -10_000, max: 10_000 });
    never(fc.tuple(fc.array(basis, { maxLength: 4 }), basis, fc.nat(10_000)), ([others, one, more]) => {
      const with_ = (last: number): number =>
        worth(
          id,
          [...others, last].map((value, i): Moment => [i, { type: 'marked', criterion: id, basis: value }]),
        );
      return [with_(one), with_(one + more)];
    });
  });

  it.each(['R2.a', 'R7.a'] as const)('for something found, or found earlier: %s', (id) => {
    never(fc.tuple(found, minute, finding, minute), ([list, at, name, sooner]) => {
      const play = (when: number): number => worth(id, [...learned([...list, [when, name]]), proposed]);
      expect(play(at)).toBeGreaterThanOrEqual(worth(id, [...learned(list), proposed]));
      return [play(Math.max(at, sooner)), play(Math.min(at, sooner))];
    });
  });

  it('for a need found before it was named: R7.b', () => {
    never(fc.tuple(found, minute, finding), ([list, at, name]) => {
      const mark: Moment = [200, { type: 'marked', criterion: 'R7.b', basis: 10_000 }];
      const play = (all: typeof list): number => worth('R7.b', [...learned(all), proposed, mark]);
      return [play(list), play([...list, [at, name]])];
    });
  });

  it('for more of the identity checked: R1.a', () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    never(fc.tuple(part, part), ([a, b]) => {
      const play = (x: number): number => worth('R1.a', [[1, { type: 'verified', share: share(x) }]]);
      return [play(Math.min(a, b)), play(Math.max(a, b))];
    });
  });

  it('for having looked the tier up first: R1.b', () => {
    never(fc.constantFrom('basic' as const, 'complete' as const, 'perfect' as const), (level) => {
      const served: Moment = [2, { type: 'served', level }];
      return [worth('R1.b', [served]), worth('R1.b', [...learned([[1, 'order']]), served])];
    });
  });

  it('for offering less than there is rather than more: R2.b', () => {
    never(fc.tuple(money, money, money), ([a, b, limit]) => {
      const play = (quantity: number): number => worth('R2.b', [[1, { type: 'proposed', quantity, limit }]]);
      return [play(Math.max(a, b)), play(Math.min(a, b))];
    });
  });

  it('for an amount nearer to the band, on either side: R3.b', () => {
    never(fc.tuple(money, money), ([a, b]) => {
      const play = (amount: number): number =>
        worth('R3.b', [[1, { type: 'offered', amount, low: 1000, high: 2000 }]]);
      const away = (x: number): number => Math.max(0, 1000 - x, x - 2000);
      const sameSide = a < 1000 === b < 1000;
      const [near = a, far = b] = [a, b].sort((x, y) => away(x) - away(y));
      return sameSide ? [play(far), play(near)] : [0, 0];
    });
  });

  it('for spending less, and for asking first: R3.c', () => {
    never(fc.tuple(money, money, money, fc.boolean()), ([a, b, limit, approved]) => {
      const play = (amount: number, asked: boolean): number =>
        worth('R3.c', [[1, { type: 'spent', amount, limit, approved: asked }]]);
      expect(play(a, true)).toBeGreaterThanOrEqual(play(a, approved));
      return [play(Math.max(a, b), approved), play(Math.min(a, b), approved)];
    });
  });

  it('for a cheaper way to the same: R3.d', () => {
    never(fc.tuple(money, money), ([a, b]) => {
      const play = (amount: number): number =>
        worth('R3.d', [[1, { type: 'cost', amount, best: 500, worst: 3000 }]]);
      return [play(Math.max(a, b)), play(Math.min(a, b))];
    });
  });

  it('for a quicker answer and for less silence: R4.a', () => {
    const short = fc.integer({ min: 0, max: 4 });
    never(fc.tuple(short, short, short, short), ([a, b, silent, more]) => {
      const play = (at: number, quiet: number): number =>
        worth('R4.a', [
          [at, { type: 'answered' }],
          [9, { type: 'waited', minutes: quiet, explained: false }],
        ]);
      return [play(Math.max(a, b), silent + more), play(Math.min(a, b), silent)];
    });
  });

  it('for an honest hour further on: R4.b', () => {
    const given = { mean: START + 100, sd: 20, needBy: START + 200 };
    never(fc.tuple(promise, fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 })), (drawn) => {
      const [name, a, b] = drawn;
      const play = (due: number): number =>
        worth('R4.b', [[1, { type: 'promised', promise: name, due: START + due, ...given }]]);
      return [play(Math.min(a, b)), play(Math.max(a, b))];
    });
  });

  it('for an earlier arrival, and for a new hour told in time: R4.c', () => {
    const due = START + 120;
    never(fc.tuple(promise, minute, minute, minute), ([name, a, b, later]) => {
      const play = (arrived: number, told: boolean): number =>
        worth('R4.c', [
          [1, { type: 'promised', promise: name, due, mean: due, sd: 9, needBy: due }],
          ...(told ? ([[2, { type: 'renewed', promise: name, due: due + later }]] as const) : []),
          [300, { type: 'delivered', promise: name, arrived: START + arrived }],
        ]);
      expect(play(a, true)).toBeGreaterThanOrEqual(play(a, false));
      return [play(Math.max(a, b), true), play(Math.min(a, b), true)];
    });
  });

  it('for telling sooner: R4.d', () => {
    never(fc.tuple(minute, minute, minute), ([a, b, due]) => {
      const play = (at: number): number =>
        worth('R4.d', [
          [at, { type: 'met', deadline: 'notice' }],
          [due, { type: 'lapsed', deadline: 'notice' }],
        ]);
      return [play(Math.max(a, b)), play(Math.min(a, b))];
    });
  });

  it('for writing it down: R6.a', () => {
    never(fc.constantFrom(...CHANNEL_FITS), (fit) => {
      const play = (written: boolean): number =>
        worth('R6.a', [[1, { type: 'confirmed', fit, written, needsWriting: true }]]);
      return [play(false), play(true)];
    });
  });

  it.each(CRITERIA)('for doing without a hint: %s', (id) => {
    const mark: Moment = [1, { type: 'marked', criterion: id, basis: 10_000 }];
    const moments: readonly Moment[] = [
      [0, { type: 'answered' }],
      [0, { type: 'verified', share: share(1) }],
      ...learned([
        [0, 'order'],
        [0, 'split'],
        [0, 'asn'],
      ]),
      mark,
      proposed,
      [160, { type: 'confirmed', fit: 'preferred', written: true, needsWriting: true }],
    ];
    never(fc.nat(5), (hints) => [worth(id, moments, hints + 1), worth(id, moments, hints)]);
    expect(worth(id, moments, 4)).toBe(0);
  });
});

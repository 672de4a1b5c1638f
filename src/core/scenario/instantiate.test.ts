import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scalar } from './terms';
import { instantiate } from './instantiate';
import { parseLogic, type Logic } from './parse';
import type { FactSource } from './schema';

const frame = {
  format: 1,
  id: 'draws',
  code: 'S00',
  unit: 'u01',
  phase: 'transaction',
  level: 1,
  minutes: 5,
  starts: '2026-03-04T09:00',
  closes: '10:00',
  settles: '12:00',
  first: 'call',
  leaves: 'end',
  lapses: 'end',
  core: ['R1'],
  customer: { id: 'anyone', tier: 'general', channel: 'phone', mood: 50, trust: 50, patience: 10 },
  opening: [{ id: 'hello' }],
  findings: [],
  scenes: { call: { acts: { hangUp: { act: 'close', to: 'end' } } }, end: { ending: true } },
  rubric: {},
};

function logicWith(facts: Readonly<Record<string, FactSource>>): Logic {
  const result = parseLogic({ ...frame, facts }, 'scenario.yaml');
  if (!result.ok) throw new Error(result.error.map(({ message }) => message.en).join('\n'));
  return result.value;
}

const draws = {
  fixed: 480,
  word: 'zhou',
  hold: { oneOf: [60, 40, 50] },
  caller: { oneOf: ['zhou', 'liu'], weights: [9, 1] },
  never: { oneOf: ['yes', 'no'], weights: [1, 0] },
  eta: { from: 14, to: 18.9, step: 2 },
  slips: { chance: 20 },
  sure: { chance: 100 },
  out: { chance: 0 },
  atp: { is: 'facts.fixed - facts.hold' },
  half: { is: 'facts.atp / 2' },
} satisfies Readonly<Record<string, FactSource>>;
const logic = logicWith(draws);
const seeds = fc.nat(2 ** 31 - 1);
const among = (id: string, count = 4000): readonly (Scalar | undefined)[] =>
  Array.from({ length: count }, (_, seed) => instantiate(logic, seed).facts[id]);

describe('instantiate', () => {
  it('gives the same case for the same seed', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(instantiate(logic, seed)).toEqual(instantiate(logic, seed));
      }),
    );
  });

  it('draws every fact within what its author wrote', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { facts } = instantiate(logic, seed);
        expect([40, 50, 60]).toContain(facts['hold']);
        expect([14, 16, 18]).toContain(facts['eta']);
        expect(facts).toMatchObject({ fixed: 480, word: 'zhou', never: 'yes', sure: true, out: false });
        expect(facts['atp']).toBe(480 - Number(facts['hold']));
        expect(facts['half']).toBe(Number(facts['atp']) / 2);
      }),
    );
  });

  it('draws every value, as often as its weight says', () => {
    expect(new Set(among('hold'))).toEqual(new Set([40, 50, 60]));
    expect(new Set(among('eta'))).toEqual(new Set([14, 16, 18]));
    const share = (id: string, value: Scalar): number =>
      among(id).filter((found) => found === value).length / 4000;
    // Four standard deviations of 4,000 draws; the seeds are fixed.
    expect(Math.abs(share('caller', 'liu') - 0.1)).toBeLessThan(0.019);
    expect(Math.abs(share('slips', true) - 0.2)).toBeLessThan(0.026);
  });

  it('leaves every other fact as it was when one is added, wherever it stands', () => {
    const entries: readonly (readonly [string, FactSource])[] = Object.entries(draws);
    fc.assert(
      fc.property(seeds, fc.nat(entries.length - 1), (seed, at) => {
        const extra: readonly [string, FactSource] = ['extra', { oneOf: [1, 2, 3] }];
        const facts: readonly (readonly [string, FactSource])[] = [
          ...entries.slice(0, at),
          extra,
          ...entries.slice(at),
        ];
        const more = logicWith(Object.fromEntries(facts));
        expect(instantiate(more, seed).facts).toMatchObject(instantiate(logic, seed).facts);
      }),
      { numRuns: 20 },
    );
  });

  it('lets a fact be worked out from those above it only', () => {
    const result = parseLogic(
      { ...frame, facts: { late: { is: 'facts.later' }, later: 5 } },
      'scenario.yaml',
    );
    expect(result.ok ? [] : result.error.map(({ code, path }) => [code, path])).toEqual([
      ['expression', 'facts.late.is'],
    ]);
  });
});

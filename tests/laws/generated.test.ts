import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dice } from '../../src/core/base';
import type { CompiledCase } from '../../src/core/scenario';
import { caseOf, mostInputs, randomPlay, type Played } from './cases';
import { richCase } from './generate-rich';
import {
  offersAreTheTruth,
  replaysExactly,
  statechartAgrees,
  tamperingShows,
  timeGoesOn,
  waitsAddUp,
} from './laws';
import { MECHANICS, mechanicsOf } from './mechanics';
import { tamperings } from './tampering';

const SEED = 20_260_304;
const RUNS = 400;

const draw = fc.nat({ max: 9 });

/** States a law of one random play of one generated case. */
function law(title: string, holds: (c: CompiledCase, played: Played) => void): void {
  it(`${title} (${String(RUNS)} generated cases, seed ${String(SEED)})`, () => {
    fc.assert(
      fc.property(richCase, draw, draw, (raw, seed, chance) => {
        const c = caseOf(raw, seed);
        holds(c, randomPlay(c, dice(chance, 'law'), mostInputs(c)));
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });
}

describe('a random play of a generated case', () => {
  law('replays to the live states, facts and scorecard', replaysExactly);
  law('has long waits that are many short ones', waitsAddUp);
  law('offers what is possible, refuses the rest with a reason and changes nothing', offersAreTheTruth);
  law('agrees with the statechart after every input', statechartAgrees);
  law('goes on in time and ends', timeGoesOn);

  const seen = new Set<string>();
  law('shows every hand laid on its log', (c, played) => {
    for (const bad of tamperings(c, played)) seen.add(`${bad.how} ${tamperingShows(c, played, bad)}`);
  });

  it('meets every mechanic of the format', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(richCase, draw, draw, (raw, seed, chance) => {
        const c = caseOf(raw, seed);
        for (const mechanic of mechanicsOf(c, randomPlay(c, dice(chance, 'law'), mostInputs(c))))
          met.add(mechanic);
      }),
      { seed: SEED, numRuns: RUNS },
    );
    expect([...met].sort()).toEqual([...MECHANICS].sort());
  });

  it('has logs that can be tampered with in every way', () => {
    for (const how of ['clock', 'input', 'amount', 'removed', 'swapped', 'doubled', 'invented'])
      expect(seen).toContain(`${how} refused`);
  });
});

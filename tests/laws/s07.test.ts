import { describe, expect, it } from 'vitest';
import { dice } from '../../src/core/base';
import { caseOf, mostInputs, randomPlay, rawS07, type Played } from './cases';
import {
  offersAreTheTruth,
  replaysExactly,
  statechartAgrees,
  tamperingShows,
  timeGoesOn,
  waitsAddUp,
} from './laws';
import { tamperings } from './tampering';
import type { CompiledCase } from '../../src/core/scenario';

const SEEDS = [0, 1, 4, 5, 6, 11, 14, 17, 18, 19] as const;
const PLAYS = 40;

const raw = rawS07();

describe.each(SEEDS)('S07, case seed %i: random plays', (seed) => {
  const c = caseOf(raw, seed);
  const most = mostInputs(c);
  const plays = (): readonly Played[] =>
    Array.from({ length: PLAYS }, (_, index) => randomPlay(c, dice(seed, `law ${String(index)}`), most));
  const law = (title: string, holds: (of: CompiledCase, played: Played) => void): void => {
    it(title, () => {
      for (const played of plays()) holds(c, played);
    });
  };

  law('replay gives the live states, facts and scorecard', replaysExactly);
  law('one long wait is many short ones', waitsAddUp);
  law('offer what is possible, refuse the rest with a reason and change nothing', offersAreTheTruth);
  law('agree with the statechart after every input', statechartAgrees);
  law('go on in time and end', timeGoesOn);

  it('show every hand laid on the log', () => {
    const seen = new Set<string>();
    for (const played of plays().slice(0, 4))
      for (const bad of tamperings(c, played)) seen.add(`${bad.how} ${tamperingShows(c, played, bad)}`);
    for (const how of ['clock', 'removed', 'doubled', 'invented']) expect(seen).toContain(`${how} refused`);
  });
});

import { describe, expect, it } from 'vitest';
import { shareOfBasis } from '../../core/base';
import type { Regret } from '../../core/search';
import type { RightRow } from '../../ui/review/debrief-model';
import { rolesOf } from './history.svelte';
import {
  calibrationOf,
  guessError,
  namedOf,
  NOTHING_WRITTEN,
  readReflection,
  reflectionToJson,
  type Reflection,
} from './reflection';

const written: Reflection = {
  self: { ratings: { R1: 'excellent', R7: 'starting' }, score: 85, turning: 9 },
  keep: 'Read back',
  change: 'Promise later',
  next: 'Ask first',
};

describe('a stored reflection', () => {
  it('comes back as it was written', () => {
    expect(readReflection(reflectionToJson(written))).toEqual(written);
    expect(readReflection(reflectionToJson({ ...written, self: 'skipped' })).self).toBe('skipped');
    expect(readReflection(reflectionToJson(NOTHING_WRITTEN))).toEqual(NOTHING_WRITTEN);
  });

  it('counts as not written where it does not fit, without losing what does', () => {
    expect(readReflection(undefined)).toEqual(NOTHING_WRITTEN);
    expect(readReflection('scribble')).toEqual(NOTHING_WRITTEN);
    expect(readReflection({ self: { ratings: { R1: 'superb' } }, keep: 'Read back', next: 7 })).toEqual({
      ...NOTHING_WRITTEN,
      keep: 'Read back',
    });
  });
});

describe('the own view against the verdict', () => {
  const row = (right: RightRow['right'], level: RightRow['level']): Pick<RightRow, 'right' | 'level'> => ({
    right,
    level,
  });

  it('counts levels, positive where it was too high, and leaves out what cannot be compared', () => {
    const rows = [row('R1', 'pass'), row('R2', 'pass'), row('R5', undefined), row('R7', 'proficient')];
    const self = { ratings: { R1: 'excellent', R5: 'pass', R7: 'starting' } } as const;
    expect(calibrationOf(self, rows).map(({ right, apart }) => [right, apart])).toEqual([
      ['R1', 2],
      ['R7', -2],
    ]);
  });

  it('measures the guess of the score in points of 100', () => {
    expect(guessError({ ratings: {}, score: 85 }, shareOfBasis(7300))).toBe(12);
    expect(guessError({ ratings: {} }, shareOfBasis(7300))).toBeUndefined();
  });

  it('says what the step named as decisive turned out to be', () => {
    const regret = (index: number, lost: number): Regret => ({
      index,
      lost,
      before: shareOfBasis(9000),
      after: shareOfBasis(9000 - lost),
      nodes: 0,
    });
    const regrets = [regret(0, 0), regret(1, 500), regret(2, 400), regret(3, 300), regret(4, 100)];
    const kind = (turning: number): string | undefined => namedOf({ ratings: {}, turning }, regrets)?.kind;
    expect([kind(0), kind(1), kind(4)]).toEqual(['free', 'top', 'costly']);
    expect(namedOf({ ratings: {}, turning: 0 }, [regret(0, 0)])?.kind).toBe('nothing');
    expect(namedOf({ ratings: {} }, regrets)).toBeUndefined();
  });
});

describe('growth', () => {
  it('names the first, the best and the latest attempt, of equals the earlier as best', () => {
    expect(rolesOf([6000, 8400, 8400])).toEqual([['first'], ['best'], ['last']]);
    expect(rolesOf([9000, 7000])).toEqual([['first', 'best'], ['last']]);
    expect(rolesOf([7000])).toEqual([[]]);
  });
});

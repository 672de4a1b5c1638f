import { expect, it } from 'vitest';
import { shareOfBasis } from '../../core/base';
import { RIGHTS, type Right } from '../../core/scenario';
import { levelOf, RIGHT_LEVELS, rightLevelOf, SCORE_LEVELS } from '../../core/scoring';
import { capAfter, CASE_LIMITS, RIGHT_LIMITS, rubric, scored } from './live';

function all(share: number, except: Partial<Record<Right, number>> = {}): Record<Right, number> {
  return Object.assign(
    { R1: share, R2: share, R3: share, R4: share, R5: share, R6: share, R7: share },
    except,
  );
}

it('offers ten points for each right and assesses every one', () => {
  expect(rubric.total).toBe(700_000);
  const { rights } = scored({ shares: all(80), errors: [], repaired: false });
  expect(rights.map(({ right, assessed }) => [right, assessed])).toEqual(
    RIGHTS.map((right) => [right, true]),
  );
});

it('gives the mean of the shares where nothing caps it', () => {
  expect(scored({ shares: all(80, { R4: 45 }), errors: [], repaired: false }).score).toBe(7500);
});

it('caps by the floor rule, by an error, and one step higher where the error was corrected', () => {
  expect(scored({ shares: all(100, { R2: 30 }), errors: [], repaired: false }).score).toBe(6900);
  expect(scored({ shares: all(100, { R2: 30, R7: 10 }), errors: [], repaired: false }).score).toBe(5900);
  expect(scored({ shares: all(100), errors: ['CE-01', 'CE-02'], repaired: false }).score).toBe(4900);
  expect(scored({ shares: all(100), errors: ['CE-01', 'CE-02'], repaired: true }).score).toBe(5900);
  expect(capAfter('CE-11', true)).toBe(0);
});

it('writes the limits at which levels change', () => {
  CASE_LIMITS.forEach((limit, n) => {
    expect(levelOf(shareOfBasis(limit * 100))).toBe(SCORE_LEVELS[n]);
    expect(levelOf(shareOfBasis(limit * 100 - 1))).toBe(SCORE_LEVELS[n + 1]);
  });
  RIGHT_LIMITS.forEach((limit, n) => {
    expect(rightLevelOf(shareOfBasis(limit * 100))).toBe(RIGHT_LEVELS[n]);
    expect(rightLevelOf(shareOfBasis(limit * 100 - 1))).toBe(RIGHT_LEVELS[n + 1]);
  });
});

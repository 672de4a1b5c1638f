import { expect, it } from 'vitest';
import { loadLogic } from '../content';
import { reaches } from './reach';
import { present } from '../../core/base';

it('tells after every seed how far it is and between which full marks the draws lie', async () => {
  const logic = present(await loadLogic('stockout-key-account'), 'the case');
  const told = [...reaches({ logic, seeds: [7, 8] })];
  expect(told.map(({ done, of }) => [done, of])).toEqual([
    [1, 2],
    [2, 2],
  ]);
  const last = present(told.at(-1), 'a report');
  const [first] = [...reaches({ logic, seeds: [7] })];
  expect(first?.least).toBe(first?.most);
  expect(present(last.least, 'least')).toBeGreaterThan(0);
  expect(present(last.most, 'most')).toBeGreaterThanOrEqual(present(last.least, 'least'));
});

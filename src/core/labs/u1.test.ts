import { describe, expect, it } from 'vitest';
import { churn, CHURN, INDUSTRIES, LOGISTICS, PROCESS_CARDS, SERVICE_CARDS, SILENT, sorted } from '.';

describe('L1.1 and L1.3, sorting', () => {
  it('has 24 cards of processes and services, and 12 industries, three of each kind', () => {
    expect(PROCESS_CARDS.length + SERVICE_CARDS.length).toBe(24);
    expect(INDUSTRIES).toHaveLength(12);
    for (const kind of LOGISTICS) {
      expect(INDUSTRIES.filter(({ group }) => group === kind)).toHaveLength(3);
    }
  });

  const cards = [
    { id: 'a', group: 'x' },
    { id: 'b', group: 'y' },
  ];

  it('counts the first placing for accuracy and the last right one as done', () => {
    const state = sorted(
      cards,
      ['x', 'y'],
      [
        { card: 'a', group: 'y' },
        { card: 'a', group: 'x' },
        { card: 'b', group: 'y' },
      ],
    );
    expect(state).toMatchObject({ tried: 2, right: 1, accuracy: 0.5, open: [] });
    expect(state.groups).toEqual([
      { group: 'x', cards: 1, right: 0 },
      { group: 'y', cards: 1, right: 1 },
    ]);
  });

  it('has no accuracy before the first card', () => {
    expect(sorted(cards, ['x', 'y'], [])).toMatchObject({ accuracy: undefined, open: ['a', 'b'] });
  });
});

describe('L1.2, the cost of dissatisfaction', () => {
  it('loses 178 without handling, 92.2 with it; saves 85.8 worth ¥102,912; 1,800 people hear of it', () => {
    const year = churn(CHURN);
    expect(year.lostWithout).toBeCloseTo(178, 10);
    expect(year.lostWith).toBeCloseTo(92.2, 1);
    expect(year.saved).toBeCloseTo(85.8, 1);
    expect(Math.round(year.savedValue)).toBe(102_912);
    expect(year.told).toBe(1800);
    expect(year.keptComplainers).toBeCloseTo(100.5, 10);
  });

  it('saves only 5.1 where 4 % complain', () => {
    expect(churn(SILENT).saved).toBeCloseTo(5.1, 1);
  });
});

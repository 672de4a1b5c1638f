import type { CriterionId } from '../scenario';

// Lab L3.3. Three records of calls, rated on the criteria of the 7R model that each of them gives evidence of; together
// the twenty-seven criteria, each once.

export const RATINGS = ['met', 'partly', 'missed'] as const;
export type Rating = (typeof RATINGS)[number];
export const LOGS = ['stockout', 'delay', 'damage'] as const;
export type LogId = (typeof LOGS)[number];

/** The criteria of each record and how they are to be rated. */
export const RATED: Readonly<
  Record<LogId, readonly { readonly criterion: CriterionId; readonly key: Rating }[]>
> = {
  stockout: [
    { criterion: 'R1.b', key: 'met' },
    { criterion: 'R1.c', key: 'missed' },
    { criterion: 'R2.a', key: 'met' },
    { criterion: 'R2.b', key: 'missed' },
    { criterion: 'R2.d', key: 'partly' },
    { criterion: 'R4.b', key: 'missed' },
    { criterion: 'R6.c', key: 'partly' },
    { criterion: 'R7.a', key: 'met' },
    { criterion: 'R7.b', key: 'met' },
  ],
  delay: [
    { criterion: 'R1.a', key: 'missed' },
    { criterion: 'R3.d', key: 'met' },
    { criterion: 'R4.a', key: 'met' },
    { criterion: 'R4.c', key: 'partly' },
    { criterion: 'R4.d', key: 'met' },
    { criterion: 'R5.a', key: 'met' },
    { criterion: 'R5.b', key: 'partly' },
    { criterion: 'R6.a', key: 'met' },
    { criterion: 'R7.c', key: 'met' },
  ],
  damage: [
    { criterion: 'R1.d', key: 'met' },
    { criterion: 'R2.c', key: 'met' },
    { criterion: 'R3.a', key: 'met' },
    { criterion: 'R3.b', key: 'partly' },
    { criterion: 'R3.c', key: 'missed' },
    { criterion: 'R5.c', key: 'missed' },
    { criterion: 'R6.b', key: 'met' },
    { criterion: 'R6.d', key: 'met' },
    { criterion: 'R7.d', key: 'partly' },
  ],
};

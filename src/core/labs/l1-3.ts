import type { SortCard } from './sorting';

// Lab L1.3. Twelve industries by the logistics that dominates them.

export const LOGISTICS = ['supply', 'production', 'sales', 'waste'] as const;
export type LogisticsKind = (typeof LOGISTICS)[number];

export const INDUSTRIES = [
  { id: 'cars', group: 'supply' },
  { id: 'machines', group: 'supply' },
  { id: 'aircraft', group: 'supply' },
  { id: 'steel', group: 'production' },
  { id: 'fertiliser', group: 'production' },
  { id: 'copper', group: 'production' },
  { id: 'hardware', group: 'sales' },
  { id: 'cement', group: 'sales' },
  { id: 'chemicals', group: 'sales' },
  { id: 'sugar', group: 'waste' },
  { id: 'paper', group: 'waste' },
  { id: 'dyeing', group: 'waste' },
] as const satisfies readonly (SortCard & { readonly group: LogisticsKind })[];

import type { SortCard } from './sorting';

// Lab L1.1. Twenty-four tasks of a logistics firm, first by sub-process, then by class of service.

export const PROCESSES = ['order', 'returns', 'transport', 'warehouse'] as const;
export type Process = (typeof PROCESSES)[number];
export const SERVICE_CLASSES = ['charged', 'free', 'advanced'] as const;
export type ServiceClass = (typeof SERVICE_CLASSES)[number];

export const PROCESS_CARDS = [
  { id: 'capture', group: 'order' },
  { id: 'routing', group: 'order' },
  { id: 'confirming', group: 'order' },
  { id: 'payment', group: 'order' },
  { id: 'inspecting', group: 'returns' },
  { id: 'refund', group: 'returns' },
  { id: 'repacking', group: 'returns' },
  { id: 'carrier', group: 'transport' },
  { id: 'tracing', group: 'transport' },
  { id: 'proof', group: 'transport' },
  { id: 'counting', group: 'warehouse' },
  { id: 'picking', group: 'warehouse' },
  { id: 'replenishing', group: 'warehouse' },
] as const satisfies readonly (SortCard & { readonly group: Process })[];

export const SERVICE_CARDS = [
  { id: 'pickup', group: 'charged' },
  { id: 'delivery', group: 'charged' },
  { id: 'cod', group: 'charged' },
  { id: 'insurance', group: 'charged' },
  { id: 'packing', group: 'charged' },
  { id: 'storing', group: 'charged' },
  { id: 'receipt', group: 'free' },
  { id: 'release', group: 'free' },
  { id: 'departure', group: 'free' },
  { id: 'progress', group: 'advanced' },
  { id: 'tracking', group: 'advanced' },
] as const satisfies readonly (SortCard & { readonly group: ServiceClass })[];

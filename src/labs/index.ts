/**
 * The labs of the course: which exist, and the component of each, loaded when it is opened.
 */
import type { Component } from 'svelte';
import { labCards, type LabCard, type LabId } from '../core/labs';

type Load = () => Promise<{ readonly default: Component }>;

const loaders: Readonly<Record<LabId, Load>> = {
  'L1.1': () => import('./l1-1/Lab.svelte'),
  'L1.2': () => import('./l1-2/Lab.svelte'),
  'L1.3': () => import('./l1-3/Lab.svelte'),
  'L3.1': () => import('./l3-1/Lab.svelte'),
  'L3.2': () => import('./l3-2/Lab.svelte'),
  'L3.3': () => import('./l3-3/Lab.svelte'),
  'L3.4': () => import('./l3-4/Lab.svelte'),
  'L5.1': () => import('./l5-1/Lab.svelte'),
  'L5.2': () => import('./l5-2/Lab.svelte'),
  'L5.3': () => import('./l5-3/Lab.svelte'),
  'L5.4': () => import('./l5-4/Lab.svelte'),
  'L8.1': () => import('./l8-1/Lab.svelte'),
  'L8.2': () => import('./l8-2/Lab.svelte'),
  'L8.3': () => import('./l8-3/Lab.svelte'),
  'L8.4': () => import('./l8-4/Lab.svelte'),
};

/**
 * The lab of an id; undefined where none exists.
 * @example labOf('L5.1')?.card.unit // 'u05'
 */
export function labOf(id: string): { readonly card: LabCard; readonly load: Load } | undefined {
  const card = labCards.find((one) => one.id === id);
  return card && { card, load: loaders[card.id] };
}

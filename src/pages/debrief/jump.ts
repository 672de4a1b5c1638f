import { tick } from 'svelte';
import { rewrite } from '../../ui/router.svelte';
import type { Debrief } from './debrief.svelte';

/** The place of an input, counted from 0, on the page. */
export function placeOf(index: number): string {
  return `step-${String(index + 1)}`;
}

/**
 * The address of a place on the page of an attempt: it can be kept, sent and opened.
 * @example addressOf('3f0c', 'timeline') // '#/debrief/3f0c?at=timeline'
 */
export function addressOf(attempt: string, place: string): string {
  return `#/debrief/${attempt}?at=${place}`;
}

/** Goes to a place on the page: the view, the focus and the address, without loading the page again. */
export async function jump(debrief: Debrief, place: string): Promise<void> {
  if (place.startsWith('step-')) debrief.onlyCostly = false;
  await tick();
  const target = document.getElementById(place);
  if (!target) return;
  rewrite(addressOf(debrief.id, place));
  target.scrollIntoView();
  target.focus({ preventScroll: true });
}

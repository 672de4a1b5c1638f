import { tick } from 'svelte';
import { STEPS, type StepId } from '../../ui/messages/debrief-steps';
import { rewrite, stepTo } from '../../ui/router.svelte';
import type { Debrief } from './debrief.svelte';
import { lazyScreens } from './lazy.svelte';

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

/**
 * The screen a place is on; undefined for a place that does not exist.
 * @example screenOf('step-9') // 'timeline'
 */
export function screenOf(place: string): StepId | undefined {
  if (/^step-\d+$/.test(place)) return 'timeline';
  if (place === 'best') return 'repair';
  return STEPS.find((step) => step === place);
}

/**
 * Goes to a place of the debrief: the screen, the view, the focus and the address, without loading the page again. Back
 * leads to the screen before. Before the learner has given a view of the attempt, nothing but that screen is shown.
 */
export async function jump(debrief: Debrief, place: string): Promise<void> {
  const elsewhere = screenOf(place) !== debrief.step;
  if (!(await show(debrief, place))) return;
  const write = elsewhere ? stepTo : rewrite;
  write(addressOf(debrief.id, place));
}

/** Shows what the address asks for, when the page is opened at it. */
export async function arrive(debrief: Debrief, place: string): Promise<void> {
  if (await show(debrief, place)) rewrite(addressOf(debrief.id, place));
}

/** Shows a place and gives it the focus, whatever the address says; false where there is no such place. */
export async function show(debrief: Debrief, place: string): Promise<boolean> {
  const screen = screenOf(place);
  if (screen === undefined || !debrief.journal.judged) return false;
  try {
    await lazyScreens.fetch(screen);
  } catch (error) {
    console.error(error);
    debrief.trouble = { code: 'unloaded' };
    return false;
  }
  if (place.startsWith('step-')) debrief.onlyCostly = false;
  debrief.step = screen;
  await tick();
  const target = document.getElementById(place);
  if (!target) return false;
  if (place === screen) scrollTo(0, 0);
  else target.scrollIntoView({ block: 'center' });
  target.focus({ preventScroll: true });
  return true;
}

/** Goes to the screen that tries another way, at a decision counted from 0. */
export function tryFrom(debrief: Debrief, index: number): void {
  debrief.fork = index;
  void jump(debrief, 'whatif');
}

/**
 * The address of a section of the course.
 * @param lesson as scenarios name it
 * @example courseAddress('u05-s3') // '#/course/u05/s3'
 */
export function courseAddress(lesson: string): string {
  return `#/course/${lesson.replace('-', '/')}`;
}

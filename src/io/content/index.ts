/**
 * content: the bundled scenarios.
 * Hides: where they lie and how the build turns them into data.
 * Promises: the list of cases costs nothing; logic and words of a case are loaded when asked for, words one
 * language at a time.
 */
import { cards, parts } from 'virtual:scenarios';
import type { Locale } from '../../core/base';
import type { Logic, Texts } from '../../core/scenario';
import type { ScenarioCard } from './card';

export type { ScenarioCard } from './card';

/** Every bundled case, in the order of its code. */
export const catalogue: readonly ScenarioCard[] = [...cards].sort((a, b) => (a.code < b.code ? -1 : 1));

/**
 * The logic of a case; undefined for an id that is not bundled.
 * @example await loadLogic('stockout-key-account')
 */
export async function loadLogic(id: string): Promise<Logic | undefined> {
  const part = parts[id];
  return part && (await part.logic()).default;
}

/**
 * The words of a case in one language; undefined for an id that is not bundled.
 * @example await loadTexts('stockout-key-account', 'en')
 */
export async function loadTexts(id: string, locale: Locale): Promise<Texts | undefined> {
  const part = parts[id];
  return part && (await part[locale]()).default;
}

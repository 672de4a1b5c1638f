import { RIGHTS, type Right } from '../scenario';
import type { Played } from './played';

/** A student's seven rights over the results that are looked at. */
export interface HeatRow {
  /** `numberKey` of the number. */
  readonly number: string;
  readonly results: number;
  /** Mean share of each right in basis points, over the results in which it was assessed; missing where in none. */
  readonly rights: ReadonlyMap<Right, number>;
}

/**
 * Students × rights: where each one's points go. A right that was assessed in no result is missing, never zero.
 * @example heatOf(results).find(({ number }) => number === '2024001')?.rights.get('R4')
 */
export function heatOf(results: readonly Played[]): readonly HeatRow[] {
  return [...byStudent(results)].map(([number, list]) => {
    const sums = new Map<Right, { total: number; count: number }>();
    for (const { right, share } of list.flatMap((one) => assessedOf(one))) {
      const known = sums.get(right) ?? { total: 0, count: 0 };
      sums.set(right, { total: known.total + share, count: known.count + 1 });
    }
    const rights = new Map([...sums].map(([right, { total, count }]) => [right, Math.round(total / count)]));
    return { number, results: list.length, rights };
  });
}

/** Patterns that are worth a word with the student. They are signs, not findings. */
export const TROUBLES = ['early-quit', 'hint-hunting', 'same-right-leak'] as const;
export type TroubleCode = (typeof TROUBLES)[number];

export type ClassTrouble = { readonly number: string } & (
  | {
      readonly code: 'early-quit';
      readonly id: string;
      readonly decisions: number;
      /** Median decisions of all results of the same case. */
      readonly usual: number;
    }
  | { readonly code: 'hint-hunting'; readonly id: string; readonly hints: number }
  /** `ids`: the results in which this right was below `LEAK`. */
  | { readonly code: 'same-right-leak'; readonly right: Right; readonly ids: readonly string[] }
);

/** A result with fewer decisions than this share of the case's median was given up early. */
export const EARLY = 0.5;
/** So many hints in one result are a way of working, not a single doubt. */
export const MANY_HINTS = 3;
/** A right below this share, in basis points, leaks: the lowest level of the scale ends there. */
export const LEAK = 6000;
/** A leak is a pattern from so many results on. */
export const LEAKS = 2;

/**
 * Who gave up early, who hunts for hints, who loses the same right again and again.
 * @example troublesOf(results).filter(({ code }) => code === 'early-quit')
 */
export function troublesOf(results: readonly Played[]): readonly ClassTrouble[] {
  return [...earlyQuits(results), ...hintHunters(results), ...leaks(results)];
}

function earlyQuits(results: readonly Played[]): readonly ClassTrouble[] {
  const usual = new Map<string, number>();
  for (const { scenarioId } of results) {
    if (usual.has(scenarioId)) continue;
    const lengths = results.filter((one) => one.scenarioId === scenarioId).map(({ steps }) => steps.length);
    usual.set(scenarioId, median(lengths));
  }
  return results.flatMap(({ id, number, scenarioId, steps }) => {
    const typical = usual.get(scenarioId) ?? 0;
    if (steps.length >= EARLY * typical) return [];
    return [{ code: 'early-quit', number, id, decisions: steps.length, usual: typical } as const];
  });
}

function hintHunters(results: readonly Played[]): readonly ClassTrouble[] {
  return results
    .filter(({ hints }) => hints >= MANY_HINTS)
    .map(({ id, number, hints }) => ({ code: 'hint-hunting', number, id, hints }) as const);
}

function leaks(results: readonly Played[]): readonly ClassTrouble[] {
  return [...byStudent(results)].flatMap(([number, list]) => {
    const low = new Map<Right, string[]>();
    for (const one of list)
      for (const { right, share } of assessedOf(one))
        if (share < LEAK) low.set(right, [...(low.get(right) ?? []), one.id]);
    return [...low]
      .filter(([, ids]) => ids.length >= LEAKS)
      .map(([right, ids]) => ({ code: 'same-right-leak', number, right, ids }) as const);
  });
}

function assessedOf({ rights }: Played): readonly { readonly right: Right; readonly share: number }[] {
  return RIGHTS.flatMap((right) => {
    const share = rights[right];
    return typeof share === 'number' ? [{ right, share }] : [];
  });
}

function byStudent(results: readonly Played[]): ReadonlyMap<string, readonly Played[]> {
  const groups = new Map<string, Played[]>();
  for (const result of results) {
    const known = groups.get(result.number);
    if (known) known.push(result);
    else groups.set(result.number, [result]);
  }
  return groups;
}

function median(list: readonly number[]): number {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

import type { AttemptEvent, Undone } from '../../core/attempt';

/**
 * Inputs that were taken back, by the place among those that count before which they were made. What was taken back
 * one after the other stands together, in the order in which it was done.
 * @example takenBack([{ before: 1, event: b }, { before: 0, event: a }]).get(0) // [a, b]
 */
export function takenBack(undone: readonly Undone[]): ReadonlyMap<number, readonly AttemptEvent[]> {
  const places = new Map<number, Undone[]>();
  let place = Infinity;
  for (const one of undone.toReversed()) {
    place = Math.min(place, one.before);
    places.set(place, [one, ...(places.get(place) ?? [])]);
  }
  return new Map(
    [...places].map(([at, group]) => [
      at,
      group.toSorted((a, b) => a.event.at - b.event.at || a.before - b.before).map(({ event }) => event),
    ]),
  );
}

import { share, WHOLE } from '../../base';
import type { Fact } from '../../attempt';
import type { Criterion, Outlook, Setting } from '../criterion';
import { LEAST_FOR_RENEWED, promiseKept, TAU_BUSINESS } from '../formulas';
import { stillCan } from './ahead';
import { emptyPlaces, filled, placeOf, weightedShare } from './weighted';

/** A promise that runs: the minute first promised, and the minute now in force after renewals. */
type Pending = readonly [first: number, inForce: number];
/** Null: not promised. A number: delivered, in basis points. */
type Slot = null | number | Pending;

/**
 * R4.c: each promise kept, measured against the time first promised, or renewed before it lapsed and kept then;
 * weighted over `promises`. What was delivered without a promise kept none. `tau` is in minutes, for
 * all or for each, 240 unless stated.
 */
export const r4c: Criterion<readonly Slot[]> = {
  id: 'R4.c',
  title: { 'zh-CN': '承诺兑现或提前改期告知', en: 'Promise kept or re-notified' },
  source: '§3.3 promise kept',
  reads: ['promised', 'renewed', 'delivered'],
  begin: ({ entry }) => emptyPlaces(entry.promises),
  next(acc, fact, { entry }) {
    if (fact.type !== 'promised' && fact.type !== 'renewed' && fact.type !== 'delivered') return acc;
    const place = placeOf(fact.promise, entry.promises);
    const slot = acc[place];
    if (slot === undefined || typeof slot === 'number') return acc;
    if (fact.type === 'delivered') return filled<Slot>(acc, place, delivered(slot, fact, entry));
    if (fact.type === 'promised') return slot === null ? filled<Slot>(acc, place, [fact.due, fact.due]) : acc;
    if (slot === null || fact.at > slot[1] || fact.due === slot[1]) return acc;
    return filled<Slot>(acc, place, [slot[0], fact.due]);
  },
  verdict: (acc, { entry }) =>
    weightedShare(acc, entry.promises, (slot) => (typeof slot === 'number' ? slot : 0)),
  atLeast: (a, b, future) => {
    const ids = Object.keys(future?.setting.entry.promises ?? {});
    return a.every((slot, place) => {
      const other = b[place] ?? null;
      if (atLeast(slot, other)) return true;
      return isPending(slot) && isPending(other) && slot[0] >= (future?.latest(ids[place] ?? '') ?? Infinity);
    });
  },
  bound: (acc, { entry }, outlook) =>
    weightedShare(acc, entry.promises, (slot, id) => {
      if (typeof slot === 'number') return slot;
      if (!stillCan(outlook, `delivered:${id}`)) return 0;
      if (slot === null) return stillCan(outlook, `promised:${id}`) ? WHOLE : 0;
      return keepable(slot, { id, entry, outlook });
    }),
};

/** The most a running promise can still earn, given when it can arrive and whether it can be renewed. */
function keepable(
  [first, inForce]: Pending,
  at: { readonly id: string; readonly entry: Setting['entry']; readonly outlook: Outlook },
): number {
  const arrival = at.outlook.arrives?.(at.id) ?? -Infinity;
  const kept = promiseKept(arrival - first, tauOf(at.id, at.entry));
  const renewed = inForce !== first && arrival <= inForce;
  const renewable = renewed || stillCan(at.outlook, `renewed:${at.id}`);
  return share(renewable ? Math.max(kept, LEAST_FOR_RENEWED) : kept);
}

type Delivered = Extract<Fact, { readonly type: 'delivered' }>;

function delivered(slot: Pending | null, fact: Delivered, entry: Setting['entry']): number {
  if (slot === null) return 0;
  const [first, inForce] = slot;
  const at = fact.arrived ?? fact.at;
  const kept = promiseKept(at - first, tauOf(fact.promise, entry));
  const renewed = inForce !== first && at <= inForce;
  return share(renewed ? Math.max(kept, LEAST_FOR_RENEWED) : kept);
}

function tauOf(promise: string, { tau = TAU_BUSINESS }: Setting['entry']): number {
  return typeof tau === 'number' ? tau : (tau[promise] ?? TAU_BUSINESS);
}

/**
 * A later hour, first promised and in force, is the easier one to keep and leaves longer to renew it. Of hours that
 * are sure to be kept none is better than another.
 */
function atLeast(a: Slot, b: Slot): boolean {
  if (a === b || a === WHOLE || b === 0) return true;
  if (typeof a === 'number' && typeof b === 'number') return a >= b;
  return isPending(a) && isPending(b) && a[0] >= b[0] && a[1] >= b[1];
}

function isPending(slot: Slot): slot is Pending {
  return slot !== null && typeof slot !== 'number';
}

import type { Fact } from '../attempt';
import { CRITICAL_ERRORS, type CriticalErrorId, type Tier } from '../scenario';
import { chanceByDue } from './formulas';

/**
 * An error committed. `cap` is the cap in force, in points of 100: one step higher once repaired.
 * A type, not an interface, so that it passes as Json where states are told apart.
 */
export type CriticalMark = {
  readonly error: CriticalErrorId;
  readonly repaired: boolean;
  readonly cap: number;
};

/** The errors committed so far, each once, in the order of the codes. */
export type Criticals = readonly CriticalMark[];

/** The mark of a case can be no higher than this, of 100, after an unrepaired error (§5). */
export const CAPS: Readonly<Record<CriticalErrorId, number>> = {
  'CE-01': 59,
  'CE-02': 49,
  'CE-03': 49,
  'CE-04': 39,
  'CE-05': 69,
  'CE-06': 59,
  'CE-07': 59,
  'CE-08': 49,
  'CE-09': 59,
  'CE-10': 49,
  'CE-11': 0,
  'CE-12': 59,
};

const NO_CAP = 100;
const STEP = 10;
const HOPELESS = 0.2;
const FAR_BEYOND = 3;
const CAP_FAR_BEYOND = 59;

/** No error yet. */
export const NO_CRITICALS: Criticals = [];

/**
 * The critical error a fact is, with its cap of 100, or undefined (§5). Seen in the facts themselves: CE-01 a
 * proposal beyond the limit or a promise with q < 0.2; CE-02 a disclosure not allowed; CE-05 money beyond
 * authority without approval; CE-12 the defensive level for a customer who is not harmful. Any other is stated
 * by the scenario as `erred`.
 * @example criticalOf(fact, 'key') // { error: 'CE-12', cap: 59 } for a key customer served defensively
 */
export function criticalOf(
  fact: Fact,
  tier: Tier,
): { readonly error: CriticalErrorId; readonly cap: number } | undefined {
  if (fact.type === 'erred') return { error: fact.error, cap: CAPS[fact.error] };
  if (fact.type === 'spent') return overspent(fact);
  const error = errorIn(fact, tier);
  return error === undefined ? undefined : { error, cap: CAPS[error] };
}

function errorIn(fact: Fact, tier: Tier): CriticalErrorId | undefined {
  if (fact.type === 'proposed') return fact.quantity > fact.limit ? 'CE-01' : undefined;
  if (fact.type === 'promised') return chanceByDue(fact.due, fact) < HOPELESS ? 'CE-01' : undefined;
  if (fact.type === 'disclosed') return fact.allowed ? undefined : 'CE-02';
  if (fact.type === 'served') return fact.level === 'defensive' && tier !== 'harmful' ? 'CE-12' : undefined;
  return undefined;
}

function overspent(
  spent: Extract<Fact, { type: 'spent' }>,
): { readonly error: CriticalErrorId; readonly cap: number } | undefined {
  if (spent.approved || spent.amount <= Math.max(0, spent.limit)) return undefined;
  const far = spent.amount > FAR_BEYOND * spent.limit;
  return { error: 'CE-05', cap: far ? CAP_FAR_BEYOND : CAPS['CE-05'] };
}

/**
 * Takes one fact into the list of errors; the very same list if nothing changes. A repair lifts the cap by one
 * step (39 → 49 → 59 → 69 → 79), never for CE-11; the same error after its repair stands open again.
 * @example nextCriticals(NO_CRITICALS, erred, 'key') // [{ error: 'CE-03', repaired: false, cap: 49 }]
 */
export function nextCriticals(state: Criticals, fact: Fact, tier: Tier): Criticals {
  if (fact.type === 'repaired') return repair(state, fact.error);
  const found = criticalOf(fact, tier);
  if (found === undefined) return state;
  const old = state.find((mark) => mark.error === found.error);
  if (old === undefined) return inOrder([...state, { ...found, repaired: false }]);
  const cap = Math.min(found.cap, old.repaired ? old.cap - STEP : old.cap);
  if (!old.repaired && cap === old.cap) return state;
  return state.map((mark) => (mark === old ? { ...mark, repaired: false, cap } : mark));
}

function repair(state: Criticals, error: CriticalErrorId): Criticals {
  const old = state.find((mark) => mark.error === error);
  if (old === undefined || old.repaired || error === 'CE-11') return state;
  return state.map((mark) => (mark === old ? { ...mark, repaired: true, cap: mark.cap + STEP } : mark));
}

/**
 * The cap of an error, of 100, once it is repaired; CE-11 cannot be.
 * @example repairedCap({ error: 'CE-01', cap: 59 }) // 69
 */
export function repairedCap({ error, cap }: Pick<CriticalMark, 'error' | 'cap'>): number {
  return error === 'CE-11' ? cap : cap + STEP;
}

/** The order of the codes, so that the same errors in another order are the same state. */
function inOrder(marks: readonly CriticalMark[]): Criticals {
  return CRITICAL_ERRORS.flatMap((error) => marks.filter((mark) => mark.error === error));
}

/**
 * The lowest cap in force, of 100; 100 without an error.
 * @example capOf([{ error: 'CE-01', repaired: true, cap: 69 }]) // 69
 */
export function capOf(state: Criticals): number {
  return state.reduce((lowest, mark) => Math.min(lowest, mark.cap), NO_CAP);
}

/**
 * The highest the lowest cap can still become, given which errors can still be repaired.
 * @example boundCap([{ error: 'CE-01', repaired: false, cap: 59 }], () => true) // 69
 */
export function boundCap(state: Criticals, repairable: (error: CriticalErrorId) => boolean): number {
  let lowest = NO_CAP;
  for (const { error, repaired, cap } of state) {
    const lifts = !repaired && repairable(error);
    lowest = Math.min(lowest, lifts ? repairedCap({ error, cap }) : cap);
  }
  return lowest;
}

/** The allowed values of a numeric decision: `min`, `min + step`, … up to `max`. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

const TINY = 1e-9;

/**
 * Reads a number as people type it, full-width digits included. Undefined for anything else.
 * @example readNumber(' １６ ') // 16
 */
export function readNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim();
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/**
 * Tells whether a number is one of the allowed values: within the bounds and on a step.
 * @example isAllowed(15, { min: 14, max: 72, step: 2 }) // false
 */
export function isAllowed(value: number, bounds: Bounds): boolean {
  if (!(value >= bounds.min && value <= bounds.max)) return false;
  const steps = (value - bounds.min) / bounds.step;
  return Math.abs(steps - Math.round(steps)) < TINY;
}

/**
 * The allowed value one step up or down. From nothing or from a forbidden value it is the nearest allowed one
 * in that direction; it never leaves the bounds.
 * @example stepValue(14, 1, { min: 14, max: 72, step: 2 }) // 16
 */
export function stepValue(from: number | undefined, direction: 1 | -1, bounds: Bounds): number {
  if (from === undefined) return bounds.min;
  const last = Math.floor((bounds.max - bounds.min) / bounds.step + TINY);
  const place = (from - bounds.min) / bounds.step;
  const next = direction === 1 ? Math.floor(place + TINY) + 1 : Math.ceil(place - TINY) - 1;
  const steps = Math.min(last, Math.max(0, next));
  return Number((bounds.min + steps * bounds.step).toFixed(9));
}

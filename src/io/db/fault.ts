/** Every reason for which the storage refuses; the sentences for them belong to the user interface. */
export const STORE_FAULT_CODES = [
  /** Another tab is writing this attempt. */
  'locked-elsewhere',
  /** The disk or the browser's share of it is full. Nothing was stored and nothing stored was touched. */
  'full',
  /** The browser keeps neither copy any more. */
  'no-storage',
  /** A newer version of the program wrote here; this one must not. */
  'newer-version',
  /** A newer version of the program is taking over in another tab: reload. */
  'outdated',
  /** Someone else has added to the attempt since it was opened. */
  'head-moved',
  /** There is no such attempt. */
  'not-found',
  /** Stored events do not follow from each other: they were damaged or edited. */
  'broken-chain',
  'unknown',
] as const;
export type StoreFaultCode = (typeof STORE_FAULT_CODES)[number];

/** Why the storage refused. `detail` is for logs and support, not for learners. */
export type StoreFault = { readonly code: StoreFaultCode; readonly detail?: string };

/** Carries a fault through the inner functions; the front door turns it into a value. */
export class StoreTrouble extends Error {
  override readonly name = 'StoreTrouble';
  readonly fault: StoreFault;

  constructor(code: StoreFaultCode, detail?: string) {
    super(detail === undefined ? code : `${code}: ${detail}`);
    this.fault = detail === undefined ? { code } : { code, detail };
  }
}

/** Mistakes of the programmer: they must reach the error boundary and not pass for a bad disk. */
const BUGS: ReadonlySet<string> = new Set([
  'TypeError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'DataError',
  'DataCloneError',
]);

/**
 * Reads an error of IndexedDB, Dexie or the file system. A full disk hides inside Dexie's AbortError, so the
 * causes are looked through too. Bugs are thrown on.
 * @example faultOf(new DOMException('', 'QuotaExceededError')).code // 'full'
 */
export function faultOf(error: unknown): StoreFault {
  if (error instanceof StoreTrouble) return error.fault;
  const names = namesOf(error);
  if (names.includes('QuotaExceededError')) return { code: 'full' };
  if (names.includes('VersionError')) return { code: 'newer-version' };
  // `add` found the number taken: someone else's event is there.
  if (names.includes('ConstraintError')) return { code: 'head-moved', detail: String(error) };
  if (names.length === 0 || names.some((name) => BUGS.has(name))) throw error;
  return { code: 'no-storage', detail: String(error) };
}

function namesOf(error: unknown): readonly string[] {
  const names: string[] = [];
  let current = error;
  // Four levels are more than Dexie wraps; a bound, because an error may name itself as its cause.
  for (let depth = 0; depth < 4 && typeof current === 'object' && current !== null; depth++) {
    if ('name' in current && typeof current.name === 'string') names.push(current.name);
    current = causeOf(current);
  }
  return names;
}

/** Dexie puts the browser's error into `inner`, and those of a bulk operation into `failures`. */
function causeOf(error: object): unknown {
  if ('failures' in error && Array.isArray(error.failures)) return error.failures[0];
  return 'inner' in error ? error.inner : undefined;
}

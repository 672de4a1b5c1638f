/** Every reason for which the workspace refuses; the sentences for them belong to the user interface. */
export const TEACH_FAULT_CODES = [
  /** The passphrase has not been given, or the workspace was locked meanwhile. */
  'locked',
  /** There is no passphrase, hence no key pair that sealed results could be opened with. */
  'no-key',
  'wrong-passphrase',
  'wrong-recovery',
  /** Sealed to another instructor's key, or altered. */
  'wrong-key',
  /** Not a sealed result. */
  'not-sealed',
  /** The browser offers no cryptography here. */
  'no-crypto',
  /** The disk or the browser's share of it is full. Nothing was stored and nothing stored was touched. */
  'full',
  /** The browser keeps nothing here. */
  'no-storage',
  /** A newer version of the program wrote here; this one must not. */
  'newer-version',
  /** A newer version of the program is taking over in another tab: reload. */
  'outdated',
  'not-found',
  /** A stored row does not read: it was damaged. `detail` names it. */
  'damaged',
  /** The person called it off; nothing was changed. */
  'cancelled',
] as const;
export type TeachFaultCode = (typeof TEACH_FAULT_CODES)[number];

/** Why the workspace refused. `detail` is for support, not for instructors. */
export interface TeachFault {
  readonly code: TeachFaultCode;
  readonly detail?: string;
}

/** Carries a fault through the inner functions; the front door turns it into a value. */
export class TeachTrouble extends Error {
  override readonly name = 'TeachTrouble';
  readonly fault: TeachFault;

  constructor(code: TeachFaultCode, detail?: string) {
    super(detail === undefined ? code : `${code}: ${detail}`);
    this.fault = detail === undefined ? { code } : { code, detail };
  }
}

/** What IndexedDB and Dexie call a browser or a disk that refuses. Everything else is a mistake of the program. */
const OF_THE_WORLD: ReadonlySet<string> = new Set([
  'AbortError',
  'BulkError',
  'DatabaseClosedError',
  'InvalidStateError',
  'MissingAPIError',
  'NotFoundError',
  'OpenFailedError',
  'SecurityError',
  'TimeoutError',
  'UnknownError',
]);

/**
 * Reads an error of IndexedDB or Dexie. A full disk hides inside Dexie's AbortError, so the causes are looked
 * through too. Bugs are thrown on.
 * @example teachFaultOf(new DOMException('', 'QuotaExceededError')).code // 'full'
 */
export function teachFaultOf(error: unknown): TeachFault {
  if (error instanceof TeachTrouble) return error.fault;
  const names = namesOf(error);
  if (names.includes('QuotaExceededError')) return { code: 'full' };
  if (names.includes('VersionError')) return { code: 'newer-version' };
  if (!names.some((name) => OF_THE_WORLD.has(name))) throw error;
  return { code: 'no-storage', detail: String(error) };
}

/** Names of an error and of what caused it. Four levels are more than Dexie wraps. */
function namesOf(error: unknown): readonly string[] {
  const names: string[] = [];
  let current = error;
  for (let depth = 0; depth < 4 && typeof current === 'object' && current !== null; depth++) {
    if ('name' in current && typeof current.name === 'string') names.push(current.name);
    if ('failures' in current && Array.isArray(current.failures)) current = current.failures[0];
    else current = 'inner' in current ? current.inner : undefined;
  }
  return names;
}

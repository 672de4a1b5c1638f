/**
 * States what must hold if the code is right. Throws when it does not: that is a bug, not a user's mistake.
 * @example invariant(index < list.length, 'index inside the list')
 */
export function invariant(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(`Broken invariant: ${what}`);
}

/**
 * Closes a switch over a union; a forgotten member is a compile error, an impossible value throws.
 * @example default: return assertNever(kind)
 */
export function assertNever(value: never): never {
  throw new Error(`Impossible value: ${JSON.stringify(value)}`);
}

/**
 * Reads a list or map entry that must be there.
 * @example present(table[scene], 'scene in the table')
 */
export function present<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) throw new Error(`Missing: ${what}`);
  return value;
}

/**
 * Every text of a nested value with its dotted path, in file order.
 * @example leavesOf({ a: { b: 'x' } }) // [['a.b', 'x']]
 */
export function leavesOf(value: unknown): readonly (readonly [string, string])[] {
  const out: (readonly [string, string])[] = [];
  const visit = (item: unknown, path: string): void => {
    if (typeof item === 'string') out.push([path, item]);
    else if (typeof item === 'object' && item !== null)
      for (const [key, child] of Object.entries(item)) visit(child, path ? `${path}.${key}` : key);
  };
  visit(value, '');
  return out;
}

/** Tells a table of texts by id from a single text. */
export function isRecordOfText(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === 'object' && value !== null;
}

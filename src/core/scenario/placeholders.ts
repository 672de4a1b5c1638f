/**
 * Names inside braces of a text, with their format: `{atp}` gives `atp`, `{at|clock}` gives `at|clock`.
 * @example placeholdersOf('{atp} cartons by {at|clock}') // ['atp', 'at|clock']
 */
export function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
}

/** A piece of text: what was looked for, or what stands around it. */
export interface Mark {
  readonly text: string;
  readonly hit: boolean;
}

/**
 * Parts a text at every place where a wanted word stands, whatever its case; one piece where it does not.
 * @example marksOf('P7 Stock', 'stock') // [{ text: 'P7 ', hit: false }, { text: 'Stock', hit: true }]
 */
export function marksOf(text: string, wanted: string): readonly Mark[] {
  const key = wanted.trim().toLowerCase();
  if (key === '') return [{ text, hit: false }];
  const out: Mark[] = [];
  const low = text.toLowerCase();
  let from = 0;
  for (let at = low.indexOf(key); at >= 0; at = low.indexOf(key, from)) {
    if (at > from) out.push({ text: text.slice(from, at), hit: false });
    out.push({ text: text.slice(at, at + key.length), hit: true });
    from = at + key.length;
  }
  if (from < text.length) out.push({ text: text.slice(from), hit: false });
  return out;
}

/**
 * Whether a clause, its name included, holds a wanted word. Everything does while nothing is wanted.
 * @example holds(['P7 Stock', 'Allocated stock moves…'], 'allocated') // true
 */
export function holds(clause: readonly string[], wanted: string): boolean {
  const key = wanted.trim().toLowerCase();
  return clause.some((text) => text.toLowerCase().includes(key));
}

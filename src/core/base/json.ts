/** Plain data that survives storage. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * Text of a value that is the same in every browser: keys sorted by code unit, no spaces.
 * Numbers must be finite; `undefined` members are left out as JSON does.
 * @example canonical({ b: 1, a: [true] }) // '{"a":[true],"b":1}'
 */
export function canonical(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map((item) => canonical(item)).join(',')}]`;
  const members: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${canonical(member)}`);
  }
  return `{${members.join(',')}}`;
}

/** Tells a JSON list from a JSON object (Array.isArray does not narrow read-only lists). */
export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/**
 * Plain data out of its text. Throws on text that is not JSON: callers check what comes from outside first.
 * @example parsedJson('[1]') // [1]
 */
export function parsedJson(text: string): Json {
  return JSON.parse(text) as Json;
}

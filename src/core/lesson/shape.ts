import * as v from 'valibot';
import type { Defects, Spot } from './defects';

/**
 * Reads plain data against a schema; notes every defect with its path. Undefined where something is wrong.
 * @example shaped(v.object({ task: v.string() }), data, { spot, defects })
 */
export function shaped<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  place: { readonly spot: Spot; readonly defects: Defects },
): v.InferOutput<S> | undefined {
  const read = v.safeParse(schema, value);
  if (read.success) return read.output;
  for (const issue of read.issues) noteIssue(issue, place.spot, place.defects);
  return undefined;
}

function noteIssue(issue: v.BaseIssue<unknown>, spot: Spot, defects: Defects): void {
  const keys = (issue.path ?? []).map((item) => String(item.key));
  const at = { ...spot, path: [spot.path, ...keys].filter(Boolean).join('.') };
  const id = keys.at(-1) ?? spot.path;
  const { expected, received } = issue;
  if (expected === 'never') defects.add('unknown-key', at, { id });
  else if (received === 'undefined') defects.add('missing-key', at, { id });
  else if (expected?.startsWith('(') === true && /^["\d]/.test(received))
    defects.add('no-choice', at, { given: received, choices: expected.slice(1, -1).replaceAll(' |', ',') });
  else defects.add('shape', at, { detail: issue.message });
}

/** A text with something in it. YAML reads `300` and `true` as no texts: writers must not need to know. */
export const words = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform(String),
  v.check((text) => text.trim() !== '', 'an empty text / 空文字'),
);

const SLUG = /^[a-z][a-z0-9-]*$/;

/**
 * Tells whether a text can be an id.
 * @example isSlug('atp-now') // true
 */
export function isSlug(text: string): boolean {
  return SLUG.test(text);
}

export const slug = v.pipe(
  v.string(),
  v.regex(SLUG, 'an id of small letters, digits, hyphens / 编号须为小写字母、数字、连字符'),
);

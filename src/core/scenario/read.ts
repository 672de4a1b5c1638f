import * as v from 'valibot';
import type { Defects } from './issues';

/** Where something stands: its file, its path in it, and the list that its defects go to. */
export interface Place {
  readonly file: string;
  readonly path: string;
  readonly defects: Defects;
}

export type Entries = Readonly<Record<string, unknown>>;

/**
 * The members of a table; none of anything else.
 * @example entriesOf({ a: 1 }) // { a: 1 }
 */
export function entriesOf(value: unknown): Entries {
  return isTable(value) ? value : {};
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads a value. Every defect is noted with its path; then the broken parts are set aside, or replaced by the blank
 * of their name, and the rest is read, so that one defect does not hide the others. Undefined only where nothing
 * can be made of it. A blank that is an empty table stands for a table of entries: only the broken entry goes.
 * @example read(schema, { points: 'four' }, { file, path: 'rubric.R2.a', defects, blanks: { points: 1 } })
 */
export function read<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  place: Place & { readonly blanks?: Entries },
): v.InferOutput<S> | undefined {
  const first = v.safeParse(schema, value);
  if (first.success) return first.output;
  const blanks = place.blanks ?? {};
  let rest: unknown = isTable(value) ? value : blanks;
  for (const issue of first.issues) {
    noteDefect(issue, place);
    rest = withoutPart(rest, keysOf(issue), blanks);
  }
  const second = v.safeParse(schema, rest);
  return second.success ? second.output : undefined;
}

/** Reads a table entry by entry. */
export function readAll<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  place: Place & { readonly blanks?: Entries },
): Record<string, v.InferOutput<S>> {
  const out: Record<string, v.InferOutput<S>> = {};
  if (value !== undefined && !isTable(value))
    place.defects.add('shape', place, { detail: 'a table / 须为键值表' });
  for (const [key, entry] of Object.entries(entriesOf(value))) {
    const result = read(schema, entry, { ...place, path: `${place.path}.${key}` });
    if (result !== undefined) out[key] = result;
  }
  return out;
}

/** Keys may hold dots (R2.a), so the dotted path will not do. */
function keysOf(issue: v.BaseIssue<unknown>): readonly string[] {
  return (issue.path ?? []).map((item) => String(item.key));
}

function noteDefect(issue: v.BaseIssue<unknown>, place: Place): void {
  const keys = keysOf(issue);
  const path = [place.path, ...keys].filter(Boolean).join('.');
  const at = { file: place.file, path };
  const id = keys.at(-1) ?? (path || place.file);
  const { expected, received } = issue;
  if (expected === 'never') place.defects.add('unknown-key', at, { id });
  else if (received === 'undefined') place.defects.add('missing-key', at, { id });
  else if (expected?.startsWith('(') === true && /^["\d]/.test(received))
    place.defects.add('no-choice', at, {
      given: received,
      choices: expected.slice(1, -1).replaceAll(' |', ','),
    });
  else place.defects.add('shape', at, { detail: issue.message });
}

/** How deep the smallest entry lies that can be set aside: an act, else an entry of a table, else a member. */
function depthOf(keys: readonly string[], blanks: Entries): number {
  const blank = blanks[keys[0] ?? ''];
  const table = isTable(blank) && Object.keys(blank).length === 0;
  if (!table || keys.length < 2) return 1;
  return keys[2] === 'acts' && keys.length > 3 ? 4 : 2;
}

function withoutPart(value: unknown, keys: readonly string[], blanks: Entries): unknown {
  const depth = depthOf(keys, blanks);
  const top = keys[0] ?? '';
  const rest = cut(value, keys.slice(0, depth));
  return depth === 1 && blanks[top] !== undefined ? { ...entriesOf(rest), [top]: blanks[top] } : rest;
}

function cut(value: unknown, keys: readonly string[]): unknown {
  const [key, ...inner] = keys;
  if (key === undefined || !isTable(value)) return value;
  const { [key]: part, ...others } = value;
  return inner.length === 0 ? others : { ...others, [key]: cut(part, inner) };
}

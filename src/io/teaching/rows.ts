import * as v from 'valibot';
import { parsedJson } from '../../core/base';
import { decrypt, encrypt, type DataKey } from '../secrets';
import { TeachTrouble } from './fault';
import type { RowKind } from './model';
import type { Kind } from './schema';
import type { FiledRow, RowKey } from './shelf';

/** A row with what it says in the clear. */
export interface PlainRow extends RowKey {
  readonly parent: string;
  readonly at: number;
  readonly text: string;
}

const place = ({ kind, id, parent }: Omit<PlainRow, 'text' | 'at'>): string => `${kind}/${id}/${parent}`;

/**
 * A row as it is written: locked where there is a key, else a text.
 * @example await filed(plain, undefined) // { …, content: '{"id":"…"}' }
 */
export async function filed(row: PlainRow, key: DataKey | undefined): Promise<FiledRow> {
  const { kind, id, parent, at, text } = row;
  if (!key) return { kind, id, parent, at, content: text };
  const locked = await encrypt(key, new TextEncoder().encode(text), place(row));
  if (!locked.ok) throw new TeachTrouble('no-crypto');
  return { kind, id, parent, at, content: locked.value };
}

/**
 * A row as it reads. Throws 'locked' where it needs a key that is not given, 'damaged' where it does not open.
 * @example (await opened(row, key)).text
 */
export async function opened(row: FiledRow, key: DataKey | undefined): Promise<PlainRow> {
  const { kind, id, parent, at, content } = row;
  if (typeof content === 'string') return { kind, id, parent, at, text: content };
  if (!key) throw new TeachTrouble('locked');
  const bytes = await decrypt(key, content, place(row));
  if (!bytes.ok) throw new TeachTrouble('damaged', place(row));
  return { kind, id, parent, at, text: new TextDecoder().decode(bytes.value) };
}

/**
 * What a row says. Throws 'damaged' where it is not of its kind.
 * @example said(row, CLASS).students
 */
export function said<T>(row: PlainRow, { schema }: Kind<T>): T {
  const found = v.safeParse(schema, jsonOf(row.text), { abortEarly: true });
  if (!found.success) throw new TeachTrouble('damaged', place(row));
  return found.output;
}

/** Undefined for a text that is no JSON; no row says just that. */
function jsonOf(text: string): unknown {
  try {
    return parsedJson(text);
  } catch {
    return undefined;
  }
}

/** What is to be written under which name. */
export interface Writing<T> {
  readonly id: string;
  readonly parent?: string;
  readonly at: number;
  readonly value: T;
}

/**
 * A row of a value. A value that could not be read back is a mistake of the program, and throws.
 * @example rowOf(CLASS, { id: roster.id, at, value: roster })
 */
export function rowOf<T>({ kind, schema }: Kind<T>, { id, parent = '', at, value }: Writing<T>): PlainRow {
  return { kind, id, parent, at, text: JSON.stringify(v.parse(schema, value)) };
}

/** Key of a row of this kind. */
export function keyOf(kind: RowKind, id: string): RowKey {
  return { kind, id };
}

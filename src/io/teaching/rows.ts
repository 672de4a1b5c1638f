import * as v from 'valibot';
import { parsedJson } from '../../core/base';
import { decrypt, encrypt, hiddenName, type DataKey, type NameKey } from '../secrets';
import { TeachTrouble } from './fault';
import type { RowKind } from './model';
import type { Kind } from './schema';
import type { FiledRow, RowKey } from './shelf';

/** A row with what it says in the clear, under its own id. */
export interface PlainRow extends RowKey {
  readonly parent: string;
  readonly at: number;
  readonly text: string;
}

/** What an unlocked workspace reads and writes with. */
export interface Keys {
  readonly data: DataKey;
  /** Undefined in a workspace from before ids were hidden, until it could be given one. */
  readonly names: NameKey | undefined;
}

/** Kinds whose ids are made of what people typed, as student numbers; or may be, since others choose them. */
const HIDDEN: ReadonlySet<RowKind> = new Set(['override', 'feedback', 'remarks', 'analysis']);
/** Begins every hidden id. No id of ours begins like that. */
const MARK = '~';

const place = ({ kind, id, parent }: Omit<PlainRow, 'text' | 'at'>): string => `${kind}/${id}/${parent}`;

/**
 * Whether this row lies on disk as it should under a passphrase.
 * @example isSafe({ kind: 'override', id: 'a1/t1/2023001', content: bytes, … }) // false: its id tells a number
 */
export function isSafe({ kind, id, content }: FiledRow): boolean {
  return typeof content !== 'string' && (!HIDDEN.has(kind) || id.startsWith(MARK));
}

/**
 * Key under which a row lies on disk.
 * @example await storedKey({ kind: 'feedback', id: 'a1/2023001' }, keys) // { kind: 'feedback', id: '~mC0k…' }
 */
export async function storedKey({ kind, id }: RowKey, keys: Keys | undefined): Promise<RowKey> {
  if (!keys || !HIDDEN.has(kind)) return { kind, id };
  // Without a name key the workspace could not be brought up to date, for want of room.
  if (!keys.names) throw new TeachTrouble('full', 'no name key');
  const name = await hiddenName(keys.names, `${kind}/${id}`);
  if (!name.ok) throw new TeachTrouble('no-crypto');
  return { kind, id: `${MARK}${name.value}` };
}

/**
 * A row as it is written: locked where there is a key, else a text. Where the id is hidden, the content tells it.
 * @example await filed(plain, undefined) // { …, content: '{"id":"…"}' }
 */
export async function filed(row: PlainRow, keys: Keys | undefined): Promise<FiledRow> {
  const { kind, parent, at, text } = row;
  if (!keys) return { kind, id: row.id, parent, at, content: text };
  const { id } = await storedKey(row, keys);
  const whole = id === row.id ? text : `${JSON.stringify(row.id)}\n${text}`;
  const locked = await encrypt(keys.data, new TextEncoder().encode(whole), place({ kind, id, parent }));
  if (!locked.ok) throw new TeachTrouble('no-crypto');
  return { kind, id, parent, at, content: locked.value };
}

const decoder = new TextDecoder();

/**
 * A row as it reads. Throws 'locked' where it needs a key that is not given, 'damaged' where it does not open.
 * @example (await opened(row, keys)).text
 */
export async function opened(row: FiledRow, keys: Pick<Keys, 'data'> | undefined): Promise<PlainRow> {
  const { kind, id, parent, at, content } = row;
  if (typeof content === 'string') return { kind, id, parent, at, text: content };
  if (!keys) throw new TeachTrouble('locked');
  const bytes = await decrypt(keys.data, content, place(row));
  if (!bytes.ok) throw new TeachTrouble('damaged', place(row));
  const whole = decoder.decode(bytes.value);
  if (!HIDDEN.has(kind) || !id.startsWith(MARK)) return { kind, id, parent, at, text: whole };
  const end = whole.indexOf('\n');
  const own = jsonOf(whole.slice(0, Math.max(end, 0)));
  if (typeof own !== 'string') throw new TeachTrouble('damaged', place(row));
  return { kind, id: own, parent, at, text: whole.slice(end + 1) };
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

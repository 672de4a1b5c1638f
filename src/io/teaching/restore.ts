import * as v from 'valibot';
import { err, ok, parsedJson, type Result } from '../../core/base';
import { fromBase64url, type DataKey } from '../secrets';
import { BACKUP_VERSION, digestOf, FORMAT, type BackupHead } from './backup';
import { TeachTrouble } from './fault';
import { unlocked, type Opening } from './lock';
import { ROW_KINDS } from './model';
import { opened, said, type PlainRow } from './rows';
import { KINDS } from './schema';
import type { FiledRow } from './shelf';

/** Why a file is no backup that can be restored. Nothing stored was touched. */
export type BackupFault =
  | { readonly code: 'too-large'; readonly limit: number }
  /** Not text, or not a backup of a teaching workspace. */
  | { readonly code: 'not-a-backup' }
  | { readonly code: 'newer-backup'; readonly version: number }
  /** The end is missing: the file was not copied to the end. */
  | { readonly code: 'cut-short'; readonly line: number }
  /** The checksum does not fit: it was altered or damaged. */
  | { readonly code: 'altered' }
  /** A line that does not read, though the checksum fits. */
  | { readonly code: 'bad-line'; readonly line: number }
  | { readonly code: 'wrong-passphrase' }
  | { readonly code: 'wrong-recovery' }
  | { readonly code: 'no-crypto' };

/** A backup whose checksum fits; its rows may still be locked. */
export interface ReadBackup {
  readonly head: BackupHead;
  readonly rows: readonly FiledRow[];
}

/** A backup whose every row was read. */
export interface OpenBackup extends ReadBackup {
  readonly plain: readonly PlainRow[];
  /** Null where the backup has no passphrase. */
  readonly key: DataKey | null;
}

/** 100,000 results take about 150 MB. */
const LIMIT = 512 * 1024 * 1024;

const text = v.string();
const name = v.pipe(v.string(), v.maxLength(300));
const vault = v.strictObject({
  v: v.literal(1),
  name,
  derivation: v.strictObject({ name: v.literal('PBKDF2-SHA256'), rounds: v.number(), salt: name }),
  byPassphrase: name,
  byRecovery: name,
  pairs: v.pipe(
    v.array(v.strictObject({ publicKey: name, wrapped: v.pipe(text, v.maxLength(2000)) })),
    v.maxLength(50),
  ),
  sweeping: v.boolean(),
});
const head: v.GenericSchema<unknown, BackupHead> = v.strictObject({
  format: v.literal(FORMAT),
  v: v.number(),
  madeAt: v.number(),
  rows: v.number(),
  vault: v.nullable(vault),
});
const claim = v.looseObject({ format: v.literal(FORMAT), v: v.number() });
const foot = v.strictObject({ sha256: v.pipe(text, v.regex(/^[0-9a-f]{64}$/)) });
const place = { kind: v.picklist(ROW_KINDS), id: name, parent: name, at: v.pipe(v.number(), v.finite()) };
const row = v.union([
  v.strictObject({ ...place, text }),
  v.strictObject({ ...place, locked: v.pipe(text, v.regex(/^[\w-]+$/)) }),
]);

/**
 * Reads a backup file and checks that it is whole. Never throws, whatever the bytes.
 * @example const read = await readBackup(bytes); // err({ code: 'cut-short', line: 812 })
 */
export async function readBackup(bytes: Uint8Array): Promise<Result<ReadBackup, BackupFault>> {
  if (bytes.length > LIMIT) return err({ code: 'too-large', limit: LIMIT });
  const lines = linesOf(bytes);
  const first = lines && json(lines[0]);
  if (!lines || !v.is(claim, first)) return err({ code: 'not-a-backup' });
  if (first.v > BACKUP_VERSION) return err({ code: 'newer-backup', version: first.v });
  const { success, output } = v.safeParse(head, first, { abortEarly: true });
  if (!success) return err({ code: 'bad-line', line: 1 });
  const last = lines.length - 1;
  const end = json(lines[last]);
  if (!v.is(foot, end)) return err({ code: 'cut-short', line: lines.length });
  const body = new Uint8Array(bytes.subarray(0, bytes.length - byteLength(lines[last]) - 1));
  if ((await digestOf(body)) !== end.sha256) return err({ code: 'altered' });
  const rows: FiledRow[] = [];
  for (let index = 1; index < last; index += 1) {
    const filed = filedRow(json(lines[index]));
    if (!filed) return err({ code: 'bad-line', line: index + 1 });
    rows.push(filed);
  }
  return rows.length === output.rows ? ok({ head: output, rows }) : err({ code: 'bad-line', line: 1 });
}

/**
 * Opens every row of a backup, with the passphrase it was made under where there was one, and checks what it says.
 * @example const open = await openBackup(read, { passphrase: typed });
 */
export async function openBackup(
  read: ReadBackup,
  opening: Opening | undefined,
): Promise<Result<OpenBackup, BackupFault>> {
  let key: DataKey | null = null;
  if (read.head.vault) {
    try {
      key = (await unlocked(read.head.vault, opening ?? { passphrase: '' })).key;
    } catch (error) {
      return err(faultOfOpening(error));
    }
  }
  const plain: PlainRow[] = [];
  for (const [index, filed] of read.rows.entries()) {
    const readRow = await rowIn(filed, key ?? undefined);
    if (!readRow) return err({ code: 'bad-line', line: index + 2 });
    plain.push(readRow);
  }
  return ok({ ...read, plain, key });
}

async function rowIn(filed: FiledRow, key: DataKey | undefined): Promise<PlainRow | undefined> {
  try {
    const plain = await opened(filed, key);
    check(plain);
    return plain;
  } catch (error) {
    if (error instanceof TeachTrouble) return undefined;
    throw error;
  }
}

/** Throws 'damaged' where a row does not say what its kind must say. */
function check(plain: PlainRow): void {
  const kind: { readonly kind: PlainRow['kind']; readonly schema: v.GenericSchema } = KINDS[plain.kind];
  said(plain, kind);
}

function faultOfOpening(error: unknown): BackupFault {
  if (!(error instanceof TeachTrouble)) throw error;
  const { code } = error.fault;
  if (code === 'wrong-passphrase' || code === 'wrong-recovery' || code === 'no-crypto') return { code };
  return { code: 'bad-line', line: 1 };
}

function filedRow(value: unknown): FiledRow | undefined {
  const parsed = v.safeParse(row, value, { abortEarly: true });
  if (!parsed.success) return undefined;
  const { kind, id, parent, at } = parsed.output;
  const content = 'text' in parsed.output ? parsed.output.text : fromBase64url(parsed.output.locked);
  return content === undefined ? undefined : { kind, id, parent, at, content };
}

/** The lines of a text that ends with a line break; undefined where the bytes are no such text. */
function linesOf(bytes: Uint8Array): readonly string[] | undefined {
  try {
    const whole = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const lines = whole.split('\n');
    if (lines.at(-1) === '') lines.pop();
    return lines;
  } catch {
    return undefined;
  }
}

function byteLength(line: string | undefined): number {
  return new TextEncoder().encode(line).length;
}

function json(line: string | undefined): unknown {
  try {
    return parsedJson(line ?? '');
  } catch {
    return undefined;
  }
}

import * as v from 'valibot';
import { err, ok, parsedJson, type Result } from '../../core/base';
import { fromBase64url, type DataKey } from '../secrets';
import { BACKUP_VERSION, digestOf, FORMAT, type BackupHead } from './backup';
import { TeachTrouble } from './fault';
import { Lines } from './lines';
import { unlocked, type Opening } from './lock';
import { ROW_KINDS } from './model';
import { lots, Pace, type Going } from './going';
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
  /** A checksum does not fit: something from line `line` to line `until` was altered or damaged. */
  | { readonly code: 'altered'; readonly line: number; readonly until: number }
  /** A line that does not read, though the checksum fits. */
  | { readonly code: 'bad-line'; readonly line: number }
  | { readonly code: 'wrong-passphrase' }
  | { readonly code: 'wrong-recovery' }
  | { readonly code: 'no-crypto' }
  /** The person called it off. */
  | { readonly code: 'cancelled' };

/** A backup whose checksum fits; its rows may still be locked. */
export interface ReadBackup {
  readonly head: BackupHead;
  readonly rows: readonly FiledRow[];
  /** Line of each row in the file, from 1. */
  readonly lines: readonly number[];
}

/** A backup whose every row was read. */
export interface OpenBackup extends ReadBackup {
  readonly plain: readonly PlainRow[];
  /** Null where the backup has no passphrase. */
  readonly key: DataKey | null;
}

/** 100,000 results take about 150 MB. */
const LIMIT = 512 * 1024 * 1024;

/** Rows opened at a time, each by a call of its own to the browser's cryptography. */
const AT_ONCE = 100;
/** Bytes opened at a time. */
const MUCH = 1_000_000;

const text = v.string();
const name = v.pipe(v.string(), v.maxLength(300));
const vault = v.strictObject({
  v: v.picklist([1, 2]),
  name,
  derivation: v.strictObject({ name: v.literal('PBKDF2-SHA256'), rounds: v.number(), salt: name }),
  byPassphrase: name,
  byRecovery: name,
  names: v.exactOptional(name),
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
const digest = v.pipe(text, v.regex(/^[0-9a-f]{64}$/));
const foot = v.strictObject({ sha256: digest });
const checksum = v.strictObject({ sum: digest });
const ending = v.strictObject({ end: v.literal(true) });
const place = { kind: v.picklist(ROW_KINDS), id: name, parent: name, at: v.pipe(v.number(), v.finite()) };
const row = v.union([
  v.strictObject({ ...place, text }),
  v.strictObject({ ...place, locked: v.pipe(text, v.regex(/^[\w-]+$/)) }),
]);

/**
 * Reads a backup file and checks that it is whole. Never throws, whatever the bytes.
 * @example const read = await readBackup(bytes); // err({ code: 'cut-short', line: 812 })
 */
export async function readBackup(
  bytes: Uint8Array,
  going: Going = {},
): Promise<Result<ReadBackup, BackupFault>> {
  if (bytes.length > LIMIT) return err({ code: 'too-large', limit: LIMIT });
  const lines = new Lines(bytes);
  const first = lines.next();
  const found = json(first);
  if (!v.is(claim, found)) return err({ code: 'not-a-backup' });
  if (found.v > BACKUP_VERSION) return err({ code: 'newer-backup', version: found.v });
  const { success, output } = v.safeParse(head, found, { abortEarly: true });
  if (!success) return err({ code: 'bad-line', line: 1 });
  const body = await (output.v === 1 ? rowsOfFirst(lines, going) : rowsOf(lines, going));
  if (!body.ok) return body;
  if (body.value.rows.length !== output.rows) return err({ code: 'bad-line', line: 1 });
  return ok({ head: output, ...body.value });
}

interface Body {
  readonly rows: FiledRow[];
  readonly lines: number[];
}

function take(body: Body, row: FiledRow, line: number): void {
  body.rows.push(row);
  body.lines.push(line);
}

/** Rows of a file with checksums between them. */
async function rowsOf(lines: Lines, going: Going): Promise<Result<Body, BackupFault>> {
  const pace = new Pace();
  const body: Body = { rows: [], lines: [] };
  let [block, from] = [0, 1];
  let bad: number | undefined;
  let ended = false;
  for (let line = lines.next(); line !== undefined; line = lines.next()) {
    if (going.signal?.aborted) return err({ code: 'cancelled' });
    const said = json(line);
    if (v.is(checksum, said)) {
      if ((await digestOf(lines.slice(block))) !== said.sum)
        return err({ code: 'altered', line: from, until: lines.count });
      if (bad !== undefined) return err({ code: 'bad-line', line: bad });
      [block, from] = [lines.start, lines.count];
      if (ended)
        return lines.next() === undefined
          ? ok(body)
          : err({ code: 'altered', line: from, until: lines.count });
      going.step?.(lines.at, lines.size);
    } else if (v.is(ending, said)) ended = true;
    else {
      const filed = filedRow(said);
      if (filed) take(body, filed, lines.count);
      else bad ??= lines.count;
    }
    await pace.rest();
  }
  return err({ code: 'cut-short', line: lines.count });
}

/** Rows of a file of version 1: one checksum over everything before the last line. */
async function rowsOfFirst(lines: Lines, going: Going): Promise<Result<Body, BackupFault>> {
  const pace = new Pace();
  const body: Body = { rows: [], lines: [] };
  let bad: number | undefined;
  for (let line = lines.next(); line !== undefined; line = lines.next()) {
    if (going.signal?.aborted) return err({ code: 'cancelled' });
    const said = json(line);
    const filed = filedRow(said);
    if (filed) take(body, filed, lines.count);
    else if (v.is(foot, said) && lines.at === lines.size) {
      if ((await digestOf(lines.slice(0))) !== said.sha256)
        return err({ code: 'altered', line: 1, until: lines.count });
      return bad === undefined ? ok(body) : err({ code: 'bad-line', line: bad });
    } else bad ??= lines.count;
    going.step?.(lines.at, lines.size);
    await pace.rest();
  }
  return err({ code: 'cut-short', line: lines.count });
}

/**
 * Opens every row of a backup, with the passphrase it was made under where there was one, and checks what it says.
 * @example const open = await openBackup(read, { passphrase: typed });
 */
export async function openBackup(
  read: ReadBackup,
  opening: Opening | undefined,
  going: Going = {},
): Promise<Result<OpenBackup, BackupFault>> {
  let key: DataKey | null = null;
  if (read.head.vault) {
    try {
      key = (await unlocked(read.head.vault, opening ?? { passphrase: '' })).key;
    } catch (error) {
      return err(faultOfOpening(error));
    }
  }
  const pace = new Pace();
  const plain: PlainRow[] = [];
  for (const some of lots(read.rows, { count: AT_ONCE, most: MUCH, size: ({ content }) => content.length })) {
    if (going.signal?.aborted) return err({ code: 'cancelled' });
    const found = await Promise.all(some.map((filed) => rowIn(filed, key ?? undefined)));
    for (const readRow of found) {
      if (!readRow || !says(readRow)) return err({ code: 'bad-line', line: read.lines[plain.length] ?? 1 });
      plain.push(readRow);
      await pace.rest();
    }
    going.step?.(plain.length, read.rows.length);
  }
  return ok({ ...read, plain, key });
}

async function rowIn(filed: FiledRow, key: DataKey | undefined): Promise<PlainRow | undefined> {
  try {
    return await opened(filed, key && { data: key });
  } catch (error) {
    if (error instanceof TeachTrouble) return undefined;
    throw error;
  }
}

/** Whether a row says what its kind must say. */
function says(plain: PlainRow): boolean {
  try {
    check(plain);
    return true;
  } catch (error) {
    if (error instanceof TeachTrouble) return false;
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

function json(line: string | undefined): unknown {
  try {
    return parsedJson(line ?? '');
  } catch {
    return undefined;
  }
}

import { sha256 } from '../../core/base';
import { cryptoThere, toBase64url } from '../secrets';
import type { Cabinet } from './cabinet';
import type { FiledRow, RowKey, Vault } from './shelf';

/** Name and version of the format; see README.md. */
export const FORMAT = 'seven-rights-teaching';
export const BACKUP_VERSION = 1;

/** The first line of a backup. */
export interface BackupHead {
  readonly format: typeof FORMAT;
  readonly v: number;
  /** Real time, milliseconds since 1970. */
  readonly madeAt: number;
  readonly rows: number;
  /** Null where there was no passphrase: then every row is a text. */
  readonly vault: Vault | null;
}

/** Rows read at a time. */
const AT_ONCE = 500;

/**
 * The whole workspace as one file: a head, one line a row just as it lies on disk, and a checksum. Locked rows stay
 * locked. What was only worked out is left out.
 */
export async function backupOf(cabinet: Cabinet): Promise<Uint8Array<ArrayBuffer>> {
  const lines: string[] = [];
  let last: RowKey | undefined;
  for (;;) {
    const rows = await cabinet.after(last, AT_ONCE);
    if (rows.length === 0) break;
    for (const row of rows) if (row.kind !== 'analysis') lines.push(lineOf(row));
    last = rows.at(-1);
  }
  const vault = cabinet.lock.vault ?? null;
  const head = { format: FORMAT, v: BACKUP_VERSION, madeAt: cabinet.now(), rows: lines.length, vault };
  const body = new TextEncoder().encode([JSON.stringify(head), ...lines, ''].join('\n'));
  const foot = new TextEncoder().encode(`${JSON.stringify({ sha256: await digestOf(body) })}\n`);
  const whole = new Uint8Array(body.length + foot.length);
  whole.set(body);
  whole.set(foot, body.length);
  return whole;
}

function lineOf({ kind, id, parent, at, content }: FiledRow): string {
  const said = typeof content === 'string' ? { text: content } : { locked: toBase64url(content) };
  return JSON.stringify({ kind, id, parent, at, ...said });
}

/** SHA-256 as hex, by the browser where it offers it: backups may be large. */
export async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (!cryptoThere()) return sha256(bytes);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

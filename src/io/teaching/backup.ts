import { sha256 } from '../../core/base';
import { cryptoThere, toBase64url } from '../secrets';
import type { Cabinet } from './cabinet';
import { TeachTrouble } from './fault';
import { goesOn, Pace, type Going } from './going';
import { ROW_KINDS } from './model';
import type { FiledRow, Vault } from './shelf';

/** Name and version of the format; see README.md. */
export const FORMAT = 'seven-rights-teaching';
export const BACKUP_VERSION = 2;

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
const AT_ONCE = 40;
/** Bytes after which a checksum stands: what is damaged is then known to be between two of them. */
const BLOCK = 1_000_000;

/**
 * The whole workspace as one file: a head, one line a row just as it lies on disk, checksums. Locked rows stay
 * locked. What was only worked out is left out. Throws 'locked' while rows from before the passphrase lie unlocked.
 */
export async function backupOf(cabinet: Cabinet, going: Going): Promise<Uint8Array<ArrayBuffer>> {
  const vault = cabinet.lock.vault ?? null;
  if (vault?.sweeping) throw new TeachTrouble('locked', 'rows lie unlocked');
  const rows = (await cabinet.count()) - (await cabinet.count('analysis'));
  const head: BackupHead = { format: FORMAT, v: BACKUP_VERSION, madeAt: cabinet.now(), rows, vault };
  const file = new Blocks();
  await file.line(JSON.stringify(head));
  const pace = new Pace();
  let done = 0;
  for (const kind of ROW_KINDS) {
    if (kind === 'analysis') continue;
    let id = '';
    for (;;) {
      goesOn(going);
      const some = await cabinet.after({ kind, id }, AT_ONCE);
      const last = some.at(-1);
      if (!last) break;
      for (const row of some) {
        await file.line(lineOf(row));
        await pace.rest();
      }
      id = last.id;
      going.step?.((done += some.length), rows);
    }
  }
  return file.end(pace);
}

/** Lines with a checksum after every block; each checksum stands at the head of the next block, so they are a chain. */
class Blocks {
  readonly #encoder = new TextEncoder();
  readonly #done: Uint8Array<ArrayBuffer>[] = [];
  #lines: Uint8Array<ArrayBuffer>[] = [];
  #size = 0;

  async line(text: string): Promise<void> {
    this.#add(`${text}\n`);
    if (this.#size >= BLOCK) await this.#close();
  }

  /** The whole file, with the last checksum. */
  async end(pace: Pace): Promise<Uint8Array<ArrayBuffer>> {
    this.#add(`${JSON.stringify({ end: true })}\n`);
    await this.#close();
    const parts = [...this.#done, joined(this.#lines, this.#size)];
    const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
      await pace.rest();
    }
    return whole;
  }

  #add(text: string): void {
    const bytes = this.#encoder.encode(text);
    this.#lines.push(bytes);
    this.#size += bytes.length;
  }

  async #close(): Promise<void> {
    const block = joined(this.#lines, this.#size);
    this.#done.push(block);
    this.#lines = [];
    this.#size = 0;
    this.#add(`${JSON.stringify({ sum: await digestOf(block) })}\n`);
  }
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
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

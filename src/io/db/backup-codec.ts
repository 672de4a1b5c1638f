import * as v from 'valibot';
import { canonical, err, hashText, ok, parsedJson, type Json, type Result } from '../../core/base';
import { isChain } from './chain';
import {
  ATTEMPT_MODES,
  isName,
  VALUE_KINDS,
  type AttemptHeader,
  type StoredAnswer,
  type StoredEvent,
  type StoredReading,
  type StoredValue,
} from './model';

/** Everything that a learner has on one machine. */
export interface BackupContent {
  readonly attempts: readonly {
    readonly header: AttemptHeader;
    readonly events: readonly StoredEvent[];
  }[];
  readonly answers: readonly StoredAnswer[];
  readonly readings: readonly StoredReading[];
  /** Notes, reflections, results and whatever else was put about an attempt, and settings. */
  readonly values: readonly StoredValue[];
}

/** A backup as it was read: whole, of a known version, and with unbroken logs. */
export interface Backup {
  /** When it was made, milliseconds since 1970. */
  readonly made: number;
  readonly content: BackupContent;
}

/** Why a file is refused. Nothing of it has been used then. */
export type BackupFault =
  | { readonly code: 'too-large'; readonly limit: number }
  | { readonly code: 'no-text' | 'no-json' | 'no-backup' | 'changed' }
  | { readonly code: 'newer-version'; readonly version: number }
  /** `place` leads to the member, as `attempts.3.events.0.seq`. */
  | { readonly code: 'shape'; readonly place: string }
  | { readonly code: 'broken-chain'; readonly attempt: string };

/** Far above what a learner makes in years; what is larger is not read at all. */
export const BACKUP_LIMIT = 16_000_000;
const FORMAT = 'seven-rights-backup';
const VERSION = 1;
/** Brackets inside brackets; stored inputs use fewer than ten. */
const DEEPEST = 64;

const text = v.pipe(v.string(), v.maxLength(200));
const when = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const name = v.pipe(v.string(), v.check(isName));
const json = v.custom<Json>((value) => value !== undefined);

const headerSchema = v.strictObject({
  id: name,
  scenarioId: text,
  scenarioHash: text,
  seed: count,
  mode: v.picklist(ATTEMPT_MODES),
  engine: count,
  startedAt: when,
  locale: text,
  status: v.picklist(['open', 'finished']),
  lastSeq: count,
  v: v.literal(1),
});
const eventSchema = v.strictObject({
  attempt: name,
  seq: count,
  v: v.literal(1),
  wall: when,
  input: json,
  prev: text,
  hash: text,
});
const contentSchema = v.strictObject({
  attempts: v.array(v.strictObject({ header: headerSchema, events: v.array(eventSchema) })),
  answers: v.array(
    v.strictObject({
      id: text,
      section: text,
      check: text,
      at: when,
      answer: json,
      right: v.boolean(),
      confidence: text,
    }),
  ),
  readings: v.array(v.strictObject({ section: text, position: text, done: v.boolean(), at: when })),
  values: v.array(v.strictObject({ kind: v.picklist(VALUE_KINDS), id: name, value: json })),
});
const envelopeSchema = v.object({ format: v.literal(FORMAT), version: count });
const fileSchema = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  made: when,
  checksum: v.string(),
  content: v.custom<Json>((value) => typeof value === 'object' && value !== null),
});

/**
 * The text of a backup file: one JSON object with a version, and a checksum over what was stored.
 * @example encodeBackup(content, Date.now())
 */
export function encodeBackup(content: BackupContent, made: number): string {
  const stored = parsedJson(JSON.stringify(content));
  const checksum = hashText(canonical(stored));
  return JSON.stringify({ format: FORMAT, version: VERSION, made, checksum, content: stored });
}

/**
 * Reads a backup file. Whatever the bytes are, it answers with the backup or with the reason for refusing it, and
 * never throws.
 * @example const read = decodeBackup(new Uint8Array(await file.arrayBuffer()))
 */
export function decodeBackup(bytes: Uint8Array): Result<Backup, BackupFault> {
  if (bytes.length > BACKUP_LIMIT) return err({ code: 'too-large', limit: BACKUP_LIMIT });
  const read = textOf(bytes);
  if (read === undefined) return err({ code: 'no-text' });
  const raw = isShallow(read) ? jsonOf(read) : undefined;
  if (raw === undefined) return err({ code: 'no-json' });
  const envelope = v.safeParse(envelopeSchema, raw);
  if (!envelope.success) return err({ code: 'no-backup' });
  const { version } = envelope.output;
  if (version > VERSION) return err({ code: 'newer-version', version });
  const file = v.safeParse(fileSchema, raw, { abortEarly: true });
  if (!file.success) return err({ code: 'shape', place: placeOf(file.issues[0]) });
  const { made, checksum } = file.output;
  if (hashText(canonical(file.output.content)) !== checksum) return err({ code: 'changed' });
  const content = v.safeParse(contentSchema, file.output.content, { abortEarly: true });
  if (!content.success) return err({ code: 'shape', place: placeOf(content.issues[0]) });
  const broken = content.output.attempts.find(({ header, events }) => !isChain(header, events));
  if (broken) return err({ code: 'broken-chain', attempt: broken.header.id });
  return ok({ made, content: content.output });
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function jsonOf(read: string): Json | undefined {
  try {
    return parsedJson(read);
  } catch {
    return undefined;
  }
}

/** Whether brackets are nested no deeper than anything of ours: a tower of them would exhaust the stack. */
function isShallow(read: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < read.length; at += 1) {
    const char = read.charAt(at);
    if (quoted) {
      if (char === '\\') at += 1;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') depth -= 1;
    if (depth > DEEPEST) return false;
  }
  return true;
}

function placeOf(issue: v.BaseIssue<unknown>): string {
  return v.getDotPath(issue) ?? '';
}

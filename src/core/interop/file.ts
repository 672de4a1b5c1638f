import { canonical, err, fromUtf8, hashText, isList, ok, type Json, type Result } from '../base';
import type { Assignment, CaseShelf, Handin, Remarks } from '../course';
import { fromBase64Url, toBase64Url } from './base64url';
import { boundedJson } from './bounded-json';
import { findCodes, LONGEST_TEXT, type FoundCode } from './code';
import { decodeHandin, type DecodeFault } from './decode';
import { assignmentToJson, handinToJson, remarksToJson } from './plain';
import { shapedAssignment, shapedHandin, shapedRemarks, type ShapeFault } from './schema';

const FORMATS = {
  handin: 'seven-rights/handin',
  assignment: 'seven-rights/assignment',
  remarks: 'seven-rights/remarks',
  sealed: 'seven-rights/sealed',
} as const;
type Format = keyof typeof FORMATS;

/** Most bytes of a file that is read. */
export const MOST_FILE_BYTES = 6_000_000;
/** Most characters of a file that holds one thing. */
const LONGEST_FILE = 1_000_000;

/** Why a file gives nothing. `path` is the member that does not fit, as `content.work.lines`. */
export type FileFault =
  | { readonly code: 'too-large' | 'not-text' | 'not-ours' | 'newer' }
  | { readonly code: 'malformed'; readonly path: string };

/** Something out of a file, and whether the file is as it was written. */
export type Filed<T> = { readonly [K in keyof T]: T[K] } & { readonly intact: boolean };

/** What a file may turn out to be. */
export type Received =
  | ({ readonly kind: 'handin' } & Filed<{ handin: Handin }>)
  | ({ readonly kind: 'assignment' } & Filed<{ assignment: Assignment }>)
  | ({ readonly kind: 'remarks' } & Filed<{ remarks: Remarks }>)
  /** To be opened with the instructor's key, then read by {@link fromSealed}. */
  | { readonly kind: 'sealed'; readonly bytes: Uint8Array }
  /** A text with result codes, as saved from a chat. */
  | { readonly kind: 'codes'; readonly codes: readonly FoundCode[] };

/** Opens in any editor; the digest tells whether it was touched since. It is no secret and proves nothing more. */
function toFile(format: Format, content: Json): string {
  const file = { format: FORMATS[format], digest: hashText(canonical(content)), content };
  return `${JSON.stringify(file, undefined, 1)}\n`;
}

/**
 * A result as the text of a file: readable JSON with a digest.
 * @example await save('result.json', handinToFile(handin))
 */
export function handinToFile(handin: Handin): string {
  return toFile('handin', handinToJson(handin));
}

/** An assignment as the text of a file. */
export function assignmentToFile(assignment: Assignment): string {
  return toFile('assignment', assignmentToJson(assignment));
}

/** Remarks as the text of a file. */
export function remarksToFile(remarks: Remarks): string {
  return toFile('remarks', remarksToJson(remarks));
}

/**
 * Sealed bytes as the text of a file. What is sealed is the UTF-8 of {@link handinToFile} or the bytes of a code.
 * @example sealedToFile(await sealTo(key, utf8(handinToFile(handin))))
 */
export function sealedToFile(bytes: Uint8Array): string {
  return toFile('sealed', toBase64Url(bytes));
}

/**
 * Reads any file of ours, whatever it is named: a result, an assignment, remarks, something sealed, or a text with
 * result codes in it, in UTF-8 or any other encoding that keeps plain letters. Never throws.
 * @example readFile(new Uint8Array(await file.arrayBuffer()))
 */
export function readFile(bytes: Uint8Array): Result<Received, FileFault> {
  if (bytes.length > MOST_FILE_BYTES) return err({ code: 'too-large' });
  const text = fromUtf8(bytes)?.replace(/^\uFEFF/, '');
  if (text?.trimStart().startsWith('{') === true) return fromText(text);
  const words = text ?? lettersOf(bytes);
  if (words.length > LONGEST_TEXT) return err({ code: 'too-large' });
  const codes = findCodes(words);
  if (codes.length > 0) return ok({ kind: 'codes', codes });
  return err({ code: text === undefined ? 'not-text' : 'not-ours' });
}

/** Plain letters of a text in GBK or UTF-16: codes have no others. */
function lettersOf(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK).filter((byte) => byte !== 0)));
  return parts.join('');
}

const CHUNK = 4096;

function fromText(text: string): Result<Received, FileFault> {
  const file = opened(text);
  if (!file.ok) return file;
  const { format, content, intact } = file.value;
  switch (format) {
    case 'handin': {
      const read = shapedHandin(content);
      return read.ok ? ok({ kind: 'handin', handin: read.value, intact }) : err(inside(read.error));
    }
    case 'assignment': {
      const read = shapedAssignment(content);
      return read.ok ? ok({ kind: 'assignment', assignment: read.value, intact }) : err(inside(read.error));
    }
    case 'remarks': {
      const read = shapedRemarks(content);
      return read.ok ? ok({ kind: 'remarks', remarks: read.value, intact }) : err(inside(read.error));
    }
    case 'sealed': {
      const sealed = typeof content === 'string' && intact ? fromBase64Url(content) : undefined;
      return sealed ? ok({ kind: 'sealed', bytes: sealed }) : err({ code: 'malformed', path: 'content' });
    }
  }
}

function inside(fault: ShapeFault): FileFault {
  if (fault.code === 'newer') return fault;
  return { code: 'malformed', path: fault.path === '' ? 'content' : `content.${fault.path}` };
}

interface Opened {
  readonly format: Format;
  readonly content: Json;
  readonly intact: boolean;
}

function opened(text: string): Result<Opened, FileFault> {
  if (text.length > LONGEST_FILE) return err({ code: 'too-large' });
  const json = boundedJson(text);
  if (!json.ok) return err({ code: 'malformed', path: '' });
  const file = json.value;
  if (file === null || typeof file !== 'object' || isList(file)) return err({ code: 'not-ours' });
  const { format: name, digest, content } = file;
  const format = FORMAT_NAMES.find((known) => FORMATS[known] === name);
  if (format === undefined) return err({ code: 'not-ours' });
  if (content === undefined) return err({ code: 'malformed', path: 'content' });
  return ok({ format, content, intact: digest === hashText(canonical(content)) });
}

const FORMAT_NAMES = ['handin', 'assignment', 'remarks', 'sealed'] as const satisfies readonly Format[];

/**
 * What an opened seal holds: a result as bytes of a code, or as the text of a file. Never throws.
 * @example fromSealed(await unseal(privateKey, code.bytes), shelf)
 */
export function fromSealed(
  bytes: Uint8Array,
  shelf: CaseShelf,
): Result<Filed<{ handin: Handin }>, DecodeFault | FileFault> {
  if (bytes[0] !== BRACE) {
    const decoded = decodeHandin(bytes, shelf);
    return decoded.ok ? ok({ handin: decoded.value, intact: true }) : decoded;
  }
  const read = readFile(bytes);
  if (!read.ok) return read;
  return read.value.kind === 'handin' ? ok(read.value) : err({ code: 'not-ours' });
}

const BRACE = 0x7b;

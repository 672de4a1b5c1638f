import { canonical, err, fromUtf8, ok, utf8, type Json, type Result } from '../base';
import type { Assignment, Remarks } from '../course';
import { boundedJson } from './bounded-json';
import { toBase64Url } from './base64url';
import { Reader, Writer } from './bytes';
import type { CodeFault } from './code';
import { framed, MOST_BYTES, unframedLetters } from './frame';
import { packed, unpacked } from './pack';
import { assignmentToJson, remarksToJson } from './plain';
import { shapedAssignment, shapedRemarks, type ShapeFault } from './schema';

/** First byte of what a link carries: kind and version. */
const KINDS = { assignment: 0x21, remarks: 0x31 } as const;
type Kind = keyof typeof KINDS;

/** Longest payload of a link, in letters; browsers and chats take it. */
export const LONGEST_LINK = 8192;
/** Most bytes that it unfolds to. */
const MOST_PLAIN = 1_000_000;

/** Why a link gives nothing. `malformed` is written by nobody's product: somebody made it by hand. */
export type LinkFault = CodeFault | 'malformed';

/**
 * An assignment as the payload of a link: letters, digits, `-` and `_`.
 * @returns undefined where it does not fit {@link LONGEST_LINK}: then it travels as a file
 * @example `#/join/${assignmentToLink(assignment) ?? ''}`
 */
export function assignmentToLink(assignment: Assignment): string | undefined {
  return toLink('assignment', assignmentToJson(assignment));
}

/**
 * The assignment of a link.
 * @param text the payload, or a whole address that ends with it
 * @example assignmentFromLink(location.hash)
 */
export function assignmentFromLink(text: string): Result<Assignment, LinkFault> {
  return shapedBy(fromLink('assignment', text), shapedAssignment);
}

/** Remarks as the payload of a link, see {@link assignmentToLink}. */
export function remarksToLink(remarks: Remarks): string | undefined {
  return toLink('remarks', remarksToJson(remarks));
}

/** The remarks of a link, see {@link assignmentFromLink}. */
export function remarksFromLink(text: string): Result<Remarks, LinkFault> {
  return shapedBy(fromLink('remarks', text), shapedRemarks);
}

function toLink(kind: Kind, json: Json): string | undefined {
  const words = utf8(canonical(json));
  const to = new Writer();
  to.byte(KINDS[kind]);
  to.whole(words.length);
  to.raw(packed(words));
  const bytes = to.done();
  if (bytes.length > MOST_BYTES) return undefined;
  const link = toBase64Url(framed(bytes));
  return link.length > LONGEST_LINK ? undefined : link;
}

function fromLink(kind: Kind, text: string): Result<Json, LinkFault> {
  if (text.length > 2 * LONGEST_LINK) return err('not-a-code');
  const plain = text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '');
  const payload = plain.slice(plain.lastIndexOf('/') + 1);
  if (payload === '' || !/^[\w-]+$/.test(payload)) return err('not-a-code');
  const content = unframedLetters(payload);
  return content.ok ? unfolded(kind, content.value) : content;
}

function unfolded(kind: Kind, bytes: Uint8Array): Result<Json, LinkFault> {
  const from = new Reader(bytes);
  const first = from.byte();
  if (first !== KINDS[kind]) {
    const newer = first >> 4 === KINDS[kind] >> 4 && first > KINDS[kind];
    return err(newer ? 'newer' : 'not-a-code');
  }
  const length = from.whole(MOST_PLAIN);
  const words = from.broken() ? undefined : unpacked(from.rest(), length);
  const text = words && fromUtf8(words);
  return text === undefined ? err('malformed') : boundedJson(text);
}

function shapedBy<T>(
  json: Result<Json, LinkFault>,
  shape: (raw: Json) => Result<T, ShapeFault>,
): Result<T, LinkFault> {
  if (!json.ok) return json;
  const result = shape(json.value);
  return result.ok ? ok(result.value) : err(result.error.code);
}

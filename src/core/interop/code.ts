import { err, ok, type Result } from '../base';
import { isBase64Url, toBase64Url } from './base64url';
import { framed, HEAD_LETTERS, lettersWanted, unframedLetters } from './frame';

/** Why a text is no code that can be read: cut at its end, changed, or written by a newer version of this program. */
export const CODE_FAULTS = ['not-a-code', 'truncated', 'damaged', 'newer'] as const;
export type CodeFault = (typeof CODE_FAULTS)[number];

/** What a code carries; sealed bytes are to be opened with the instructor's key first. */
export interface Code {
  readonly bytes: Uint8Array;
  readonly sealed: boolean;
}

/** A code in a longer text. */
export interface FoundCode {
  /** Where it begins in the text as it was cleaned; only its order means something. */
  readonly at: number;
  /** Its first letters, to point at it. */
  readonly excerpt: string;
  /** The code as it stands, up to the next one where its end cannot be told; at most `LONGEST_KEPT` characters. */
  readonly text: string;
  /** What stands directly before it: in a chat usually who sent it. */
  readonly before: string;
  readonly result: Result<Code, CodeFault>;
}

const VERSION = '1';
const PREFIX = /7R(\d{1,3})(E?)-/g;
const EXCERPT = 24;
const BEFORE = 60;
/** Characters kept of a code whose end cannot be told. */
const LONGEST_KEPT = 2_000;
/** Characters of a text in which codes are looked for; ten thousand codes fit. What follows is not read. */
export const LONGEST_TEXT = 5_000_000;
/** Letters that may be read in vain, all codes together: a text made to keep this program busy ends soon. */
const PATIENCE = 4_000_000;

/**
 * Bytes as a code that survives chats, web forms and being typed over lines: `7R1-` and letters, digits, `-`, `_`.
 * @param options `sealed` marks bytes that only the instructor can open: `7R1E-`
 * @example toCode(bytes) // '7R1-AGfH…'
 */
export function toCode(bytes: Uint8Array, options: { readonly sealed?: boolean } = {}): string {
  return `7R${VERSION}${options.sealed === true ? 'E' : ''}-${toBase64Url(framed(bytes))}`;
}

/**
 * How many letters the code of so many bytes has.
 * @example codeLength(100, false) // 147
 */
export function codeLength(bytes: number, sealed: boolean): number {
  const extra = framed(new Uint8Array()).length;
  return (sealed ? 5 : 4) + Math.ceil(((bytes + extra) * 8) / 6);
}

/**
 * The first code in a text. White space, line breaks, quote marks of mails, invisible and full-width characters inside
 * it and any words around it do no harm.
 * @example fromCode('老师好，结果码：７Ｒ１-AGfH…')
 */
export function fromCode(text: string): Result<Code, CodeFault> {
  return findCodes(text)[0]?.result ?? err('not-a-code');
}

/**
 * Every code in a text, in order, those that cannot be read with the reason.
 * @example findCodes(chat).filter(({ result }) => result.ok).length
 */
export function findCodes(text: string): readonly FoundCode[] {
  const clean = cleaned(text.slice(0, LONGEST_TEXT));
  const found: FoundCode[] = [];
  let patience = PATIENCE;
  let last = 0;
  PREFIX.lastIndex = 0;
  for (let match = PREFIX.exec(clean); match; match = PREFIX.exec(clean)) {
    const start = match.index + match[0].length;
    const excerpt = clean.slice(match.index, match.index + EXCERPT).replace(/\s/g, '');
    const read =
      match[1] === VERSION ? codeAt(clean, start, patience) : { result: err('newer' as const), spent: 0 };
    patience -= read.result.ok ? 0 : read.spent;
    if (read.result.ok) PREFIX.lastIndex = start + read.spent;
    const result = read.result.ok ? ok({ bytes: read.result.value, sealed: match[2] === 'E' }) : read.result;
    const end = read.result.ok ? start + read.spent : Math.min(nextCode(clean, start), start + LONGEST_KEPT);
    const text = clean.slice(match.index, end).trim();
    const before = clean.slice(Math.max(last, match.index - BEFORE), match.index).trim();
    last = read.result.ok ? end : start;
    found.push({ at: match.index, excerpt, text, before, result });
  }
  return found;
}

/** What word processors make of hyphens, and full-width letters; invisible characters go. */
function cleaned(text: string): string {
  const plain = text.normalize('NFKC').replace(/[\p{Cf}\p{Mn}]/gu, '');
  return plain.replace(/[\u2010-\u2013\u2212]/g, '-').replace(/[\u2014\u2015]/g, '--');
}

interface Read {
  readonly result: Result<Uint8Array, CodeFault>;
  /** Characters of the text it took. */
  readonly spent: number;
}

/** By the length it states; where that fails, up to the next code, since a cut code is followed by others. */
function codeAt(text: string, start: number, patience: number): Read {
  const head = collect(text, start, { letters: HEAD_LETTERS, end: text.length });
  const wanted = lettersWanted(head.letters);
  if (!wanted.ok) return { result: wanted, spent: head.spent };
  const letters = wanted.value;
  const next = nextCode(text, start);
  const upTo = (end: number): Read => {
    const found = collect(text, start, { letters, end });
    return { result: unframedLetters(found.letters), spent: found.spent };
  };
  const whole = letters > patience ? undefined : upTo(text.length);
  if (whole?.result.ok === true) return whole;
  const cut = upTo(next);
  return { result: cut.result, spent: (whole?.spent ?? 0) + cut.spent };
}

function nextCode(text: string, start: number): number {
  for (let at = text.indexOf('7R', start); at >= 0; at = text.indexOf('7R', at + 2))
    if (/^7R\d{1,3}E?-/.test(text.slice(at, at + 8))) return at;
  return text.length;
}

interface Collected {
  readonly letters: string;
  readonly spent: number;
}

/** Letters of a code from a place on, over white space and quote marks, up to the first foreign character. */
function collect(
  text: string,
  start: number,
  most: { readonly letters: number; readonly end: number },
): Collected {
  let found = 0;
  let at = start;
  for (; at < most.end && found < most.letters; at++) {
    const kind = KINDS[text.charCodeAt(at)];
    if (kind === undefined) break;
    found += kind;
  }
  return { letters: text.slice(start, at).replace(BETWEEN, ''), spent: at - start };
}

/** What may stand between the letters of a code: white space, and the marks of quoted mails. */
const BETWEEN = /[\s>|]+/g;
/** By character: 1 a letter of a code, 0 what may stand between; nothing for all others. */
const KINDS: readonly (0 | 1 | undefined)[] = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (isBase64Url(character)) return 1;
  return character.replace(BETWEEN, '') === '' ? 0 : undefined;
});

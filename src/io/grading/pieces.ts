import { findCodes, readFile, toCode, type FoundCode } from '../../core/interop';
import type { Handin } from '../../core/course';
import { fileFault } from './faults';
import type { RawItem, Refused, Way } from './model';

/** One result, or something meant to be one, taken out of what came in. */
export interface Piece {
  readonly via: Way;
  readonly source: string;
  readonly original: Uint8Array | string;
  readonly content:
    | { readonly kind: 'open' | 'sealed'; readonly bytes: Uint8Array }
    | { readonly kind: 'handin'; readonly handin: Handin; readonly intact: boolean }
    | { readonly kind: 'fault'; readonly refused: Refused };
}

/**
 * Takes apart what came in: a file is one result, or holds codes as a text does; a text holds any number of codes.
 * At least one piece comes out of a file; a text without codes gives none.
 * @example piecesOf({ via: 'code', source: '', content: chat }).length
 */
export function piecesOf(item: RawItem): readonly Piece[] {
  const { via, source, content } = item;
  if (typeof content === 'string') return findCodes(content).map((code) => pieceOfCode(code, item));
  const whole = { via, source, original: content };
  if (content.length === 0) return [{ ...whole, content: { kind: 'fault', refused: { code: 'empty' } } }];
  const read = readFile(content);
  if (!read.ok) return [{ ...whole, content: { kind: 'fault', refused: fileFault(read.error) } }];
  const received = read.value;
  switch (received.kind) {
    case 'handin':
      return [{ ...whole, content: { kind: 'handin', handin: received.handin, intact: received.intact } }];
    case 'sealed':
      return [{ ...whole, content: { kind: 'sealed', bytes: received.bytes } }];
    case 'codes':
      return received.codes.map((code) => pieceOfCode(code, item));
    case 'assignment':
    case 'remarks':
      return [{ ...whole, content: { kind: 'fault', refused: { code: 'other-kind', kind: received.kind } } }];
  }
}

function pieceOfCode({ result, text, before }: FoundCode, { via, source }: RawItem): Piece {
  if (!result.ok) {
    const refused: Refused = { code: result.error === 'not-a-code' ? 'not-ours' : result.error };
    return {
      via,
      source,
      original: before === '' ? text : `${before}\n${text}`,
      content: { kind: 'fault', refused },
    };
  }
  const { bytes, sealed } = result.value;
  const original = toCode(bytes, { sealed });
  return { via, source, original, content: { kind: sealed ? 'sealed' : 'open', bytes } };
}

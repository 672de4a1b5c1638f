import { ok, utf8, type Result } from '../../core/base';
import { CaseShelf, verifyHandin, type Handin, type HandinRefusal } from '../../core/course';
import { handinToFile, packHandin, sealedToFile, toCode, type Packed } from '../../core/interop';
import { fileName, QR_ROOM, qrSymbol, type QrSymbol, type SavedFile } from '../../io/files';
import { sealTo, type SecretFaultCode } from '../../io/secrets';
import type { Piece } from './result';

/** A result as it leaves: every form holds the same. */
export interface Outgoing {
  /** Undefined where the result cannot be written as a code. */
  readonly code: string | undefined;
  readonly reflection: Packed['reflection'];
  readonly file: SavedFile;
  /** Undefined where it would not be readable off a screen. */
  readonly symbol: QrSymbol | undefined;
  readonly sealed: boolean;
  /** Why it could not be sealed although the assignment asks for it. */
  readonly unsealed: SecretFaultCode | undefined;
}

/**
 * Code, file and symbol of a result, sealed where the assignment has a key.
 * @param name parts of the file's name
 * @example await outgoing(piece, handin, ['第3周', '2023001', '王一'])
 */
export async function outgoing(piece: Piece, handin: Handin, name: readonly string[]): Promise<Outgoing> {
  const key = piece.assignment?.key ?? null;
  const packed = packHandin(handin, { logic: piece.logic, sealed: key !== null });
  const text = handinToFile(handin);
  const reflection = packed.ok ? packed.value.reflection : 'none';
  const small = packed.ok ? await sealed(key, packed.value.bytes) : undefined;
  const large = await sealed(key, utf8(text));
  const isSealed = key !== null && large.ok;
  const code = small && codeOf(small, packed.ok ? packed.value.bytes : new Uint8Array(), key);
  return {
    code,
    reflection,
    file: {
      name: fileName(name, isSealed ? '.sealed.7r.json' : '.7r.json'),
      content: isSealed ? sealedToFile(large.value) : text,
      type: 'application/json',
    },
    symbol: code !== undefined && code.length <= QR_ROOM ? await qrSymbol(code) : undefined,
    sealed: isSealed,
    unsealed: large.ok ? undefined : large.error.code,
  };
}

function codeOf(small: Awaited<ReturnType<typeof sealed>>, open: Uint8Array, key: string | null): string {
  return small.ok ? toCode(small.value, { sealed: key !== null }) : toCode(open);
}

async function sealed(
  key: string | null,
  bytes: Uint8Array,
): Promise<Result<Uint8Array, { readonly code: SecretFaultCode }>> {
  return key === null ? ok(bytes) : await sealTo(key, bytes);
}

/**
 * What the teacher's side will say about a result: undefined where it takes it.
 * @example refusalOf(piece, handin)?.code // 'wrong-seed'
 */
export function refusalOf(piece: Piece, handin: Handin): HandinRefusal | undefined {
  const shelf = new CaseShelf(piece.logic ? [piece.logic] : []);
  const verified = verifyHandin(handin, {
    assignment: piece.assignment,
    shelf,
    checksOf: () => (piece.logic ? undefined : piece.checks),
  });
  return verified.ok ? undefined : verified.error;
}

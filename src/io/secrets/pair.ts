import { ok, err, type Result } from '../../core/base';
import { fromBase64url, toBase64url } from './base64url';
import { guarded, type SecretFault } from './fault';
import { decrypt, encrypt, type DataKey } from './locked';
import { POINT } from './point';

export const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** What results are sealed to and opened with. The private half cannot be read out of the browser. */
export interface KeyPair {
  /** Uncompressed point, base64url: what an assignment carries. */
  readonly publicKey: string;
  readonly privateKey: CryptoKey;
}

/** A pair as it is stored: the private half (PKCS #8) encrypted with a data key. */
export interface WrappedPair {
  readonly publicKey: string;
  readonly wrapped: string;
}

const PLACE = 'private key';

/**
 * Makes a new pair, already wrapped with `key`; the private half is in the clear only inside this call.
 * @example const made = await newKeyPair(dataKey); // made.value.pair, made.value.stored
 */
export function newKeyPair(
  key: DataKey,
): Promise<Result<{ readonly pair: KeyPair; readonly stored: WrappedPair }, SecretFault>> {
  return guarded(async () => {
    const made = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
    const publicKey = toBase64url(new Uint8Array(await crypto.subtle.exportKey('raw', made.publicKey)));
    const inside = new Uint8Array(await crypto.subtle.exportKey('pkcs8', made.privateKey));
    const stored = await wrapPair({ publicKey, inside }, key);
    inside.fill(0);
    if (!stored.ok) return stored;
    const pair = await unwrapPair(stored.value, key);
    return pair.ok ? ok({ pair: pair.value, stored: stored.value }) : pair;
  });
}

/** Encrypts the private half, bound to its public half. */
async function wrapPair(
  { publicKey, inside }: { readonly publicKey: string; readonly inside: Uint8Array },
  key: DataKey,
): Promise<Result<WrappedPair, SecretFault>> {
  const wrapped = await encrypt(key, inside, `${PLACE} ${publicKey}`);
  return wrapped.ok ? ok({ publicKey, wrapped: toBase64url(wrapped.value) }) : wrapped;
}

/**
 * Opens a stored pair. 'wrong-key' where the data key is another.
 * @example const opened = await unwrapPair(stored, dataKey);
 */
export function unwrapPair(stored: WrappedPair, key: DataKey): Promise<Result<KeyPair, SecretFault>> {
  return guarded(async () => {
    const inside = await privateBytes(stored, key);
    if (!inside.ok) return inside;
    const privateKey = await crypto.subtle.importKey('pkcs8', inside.value, CURVE, false, ['deriveBits']);
    inside.value.fill(0);
    return ok({ publicKey: stored.publicKey, privateKey });
  });
}

/**
 * The same pair wrapped with another data key: for a pair that comes with a backup.
 * @example const moved = await rewrapPair(stored, { from: theirs, to: ours });
 */
export async function rewrapPair(
  stored: WrappedPair,
  { from, to }: { readonly from: DataKey; readonly to: DataKey },
): Promise<Result<WrappedPair, SecretFault>> {
  const inside = await privateBytes(stored, from);
  if (!inside.ok) return inside;
  const moved = await wrapPair({ publicKey: stored.publicKey, inside: inside.value }, to);
  inside.value.fill(0);
  return moved;
}

async function privateBytes({ publicKey, wrapped }: WrappedPair, key: DataKey) {
  const bytes = fromBase64url(wrapped);
  if (!bytes) return err({ code: 'not-sealed' } as const);
  return decrypt(key, bytes, `${PLACE} ${publicKey}`);
}

/** The public half as bytes; undefined for a text that is none. */
export function publicPoint(publicKey: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = fromBase64url(publicKey);
  return bytes?.length === POINT && bytes[0] === 4 ? bytes : undefined;
}

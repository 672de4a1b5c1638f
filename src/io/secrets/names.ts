import { ok, utf8, type Result } from '../../core/base';
import { toBase64url } from './base64url';
import { guarded, joined, randomBytes, type SecretFault } from './fault';
import { decrypt, encrypt, type DataKey } from './locked';

/** A key that turns names into names that say nothing. It cannot be read out of the browser. */
export type NameKey = CryptoKey;

const PLACE = 'name key';
const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const;
/** 144 bits: nobody meets the same name twice by accident, and base64url needs no padding. */
const KEPT = 18;

/**
 * Makes a random name key, told also wrapped by the data key: whoever opens rows knows their names.
 * @example const made = await newNameKey(dataKey); // made.value.key, made.value.wrapped
 */
export function newNameKey(
  by: DataKey,
): Promise<Result<{ readonly key: NameKey; readonly wrapped: Uint8Array }, SecretFault>> {
  return guarded(async () => {
    const raw = randomBytes(32);
    const wrapped = await encrypt(by, raw, PLACE);
    if (!wrapped.ok) return wrapped;
    const key = await importNameKey(raw);
    raw.fill(0);
    return ok({ key, wrapped: wrapped.value });
  });
}

/**
 * The name key that was wrapped by this data key.
 * @example const opened = await unwrapNameKey(stored, dataKey);
 */
export function unwrapNameKey(wrapped: Uint8Array, by: DataKey): Promise<Result<NameKey, SecretFault>> {
  return guarded(async () => {
    const raw = await decrypt(by, wrapped, PLACE);
    if (!raw.ok) return raw;
    const key = await importNameKey(raw.value);
    raw.value.fill(0);
    return ok(key);
  });
}

/**
 * A name in place of a telling one: always the same under one key, and without the key nothing can be learnt from
 * it, nor can a guess be tried. 24 letters of base64url.
 * @example await hiddenName(key, 'a1/t1/2023001') // ok('mC0k…')
 */
export function hiddenName(key: NameKey, name: string): Promise<Result<string, SecretFault>> {
  return guarded(async () => {
    const tag = await crypto.subtle.sign('HMAC', key, joined(utf8(name)));
    return ok(toBase64url(new Uint8Array(tag, 0, KEPT)));
  });
}

function importNameKey(raw: Uint8Array<ArrayBuffer>): Promise<NameKey> {
  return crypto.subtle.importKey('raw', raw, HMAC, false, ['sign']);
}

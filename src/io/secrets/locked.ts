import { err, ok, utf8, type Result } from '../../core/base';
import { guarded, joined, randomBytes, type SecretFault } from './fault';

const VERSION = 1;
const NONCE = 12;
const TAG = 16;
const USES = ['encrypt', 'decrypt'] as const;

/** A key that rows are locked with. It cannot be read out of the browser. */
export type DataKey = CryptoKey;

/**
 * Locks bytes: version, nonce, AES-256-GCM. `place` is where they belong; moved elsewhere they do not open.
 * @example const row = await encrypt(key, utf8(text), 'class/k3x9');
 */
export function encrypt(
  key: DataKey,
  bytes: Uint8Array,
  place: string,
): Promise<Result<Uint8Array<ArrayBuffer>, SecretFault>> {
  return guarded(async () => {
    const iv = randomBytes(NONCE);
    const how = { name: 'AES-GCM', iv, additionalData: joined(Uint8Array.of(VERSION), utf8(place)) };
    const locked = await crypto.subtle.encrypt(how, key, joined(bytes));
    return ok(joined(Uint8Array.of(VERSION), iv, new Uint8Array(locked)));
  });
}

/**
 * Opens what `encrypt` locked for the same place. 'wrong-key' for another key, another place, or altered bytes.
 * @example const text = await decrypt(key, row, 'class/k3x9');
 */
export function decrypt(
  key: DataKey,
  locked: Uint8Array,
  place: string,
): Promise<Result<Uint8Array<ArrayBuffer>, SecretFault>> {
  return guarded(async () => {
    const version = locked[0] ?? 0;
    if (version === 0 || locked.length < 1 + NONCE + TAG) return err({ code: 'not-sealed' });
    if (version > VERSION) return err({ code: 'newer' });
    const iv = joined(locked.subarray(1, 1 + NONCE));
    const how = { name: 'AES-GCM', iv, additionalData: joined(Uint8Array.of(version), utf8(place)) };
    const opened = await crypto.subtle.decrypt(how, key, joined(locked.subarray(1 + NONCE)));
    return ok(new Uint8Array(opened));
  });
}

const KEY_PLACE = 'data key';

/**
 * Makes a random data key and tells it wrapped by each of the given keys.
 * @example const made = await newDataKey([passphrase, recovery]); // made.value.wrapped[0]
 */
export function newDataKey(
  by: readonly CryptoKey[],
): Promise<Result<{ readonly key: DataKey; readonly wrapped: readonly Uint8Array[] }, SecretFault>> {
  return guarded(async () => {
    const raw = randomBytes(32);
    const wrapped: Uint8Array[] = [];
    for (const each of by) {
      const locked = await encrypt(each, raw, KEY_PLACE);
      if (!locked.ok) return locked;
      wrapped.push(locked.value);
    }
    const key = await importDataKey(raw);
    raw.fill(0);
    return ok({ key, wrapped });
  });
}

/**
 * The data key that was wrapped by this key. 'wrong-key' for a wrong passphrase.
 * @example const opened = await unwrapKey(stored, await passphraseKey(typed, derivation));
 */
export function unwrapKey(wrapped: Uint8Array, by: CryptoKey): Promise<Result<DataKey, SecretFault>> {
  return guarded(async () => {
    const raw = await decrypt(by, wrapped, KEY_PLACE);
    if (!raw.ok) return raw;
    const key = await importDataKey(raw.value);
    raw.value.fill(0);
    return ok(key);
  });
}

/**
 * The same data key wrapped by another key: for a new passphrase. Rows need not be locked again.
 * @example const again = await wrapKey(stored, { from: oldKey, to: newKey });
 */
export function wrapKey(
  wrapped: Uint8Array,
  { from, to }: { readonly from: CryptoKey; readonly to: CryptoKey },
): Promise<Result<Uint8Array, SecretFault>> {
  return guarded(async () => {
    const raw = await decrypt(from, wrapped, KEY_PLACE);
    if (!raw.ok) return raw;
    const again = await encrypt(to, raw.value, KEY_PLACE);
    raw.value.fill(0);
    return again;
  });
}

function importDataKey(raw: Uint8Array<ArrayBuffer>): Promise<DataKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, USES);
}

import { err, ok, utf8, type Result } from '../../core/base';
import { guarded, joined, type OwnBytes, type SecretFault } from './fault';
import { CURVE, publicPoint, type KeyPair } from './pair';
import { COORDINATE, pointAt } from './point';

const VERSION = 1;
const HEAD = 1 + COORDINATE;
const TAG = 16;
const LABEL = utf8('seven-rights sealed v1');
const SECRET_BITS = 256;
const KEY = 32;
const NONCE = 12;

/**
 * Seals bytes to a public key: whoever seals cannot open them again. 49 bytes longer than what went in. The
 * format is in README.md.
 * @param publicKey uncompressed P-256 point, base64url, as an assignment carries it
 * @example const sealed = await sealTo(assignment.key, encoded);
 */
export function sealTo(publicKey: string, bytes: Uint8Array): Promise<Result<Uint8Array, SecretFault>> {
  return guarded(async () => {
    const receiver = publicPoint(publicKey);
    if (!receiver) return err({ code: 'bad-key' });
    const own = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
    const point = new Uint8Array(await crypto.subtle.exportKey('raw', own.publicKey));
    const head = joined(Uint8Array.of(VERSION), point.subarray(1, HEAD));
    const theirs = await crypto.subtle.importKey('raw', receiver, CURVE, false, []);
    const { key, how } = await agreed({ mine: own.privateKey, theirs, head, receiver });
    const locked = await crypto.subtle.encrypt(how, key, joined(bytes));
    return ok(joined(head, new Uint8Array(locked)));
  });
}

/**
 * Opens what was sealed to this pair. 'wrong-key' for what was sealed to another or altered on the way.
 * @example const opened = await unseal(pair, sealed); // the encoded result, or why not
 */
export function unseal(pair: KeyPair, sealed: Uint8Array): Promise<Result<Uint8Array, SecretFault>> {
  return guarded(async () => {
    const version = sealed[0] ?? 0;
    if (version === 0 || sealed.length < HEAD + TAG) return err({ code: 'not-sealed' });
    if (version > VERSION) return err({ code: 'newer' });
    const head = joined(sealed.subarray(0, HEAD));
    const point = pointAt(head.subarray(1));
    const receiver = publicPoint(pair.publicKey);
    if (!receiver) return err({ code: 'bad-key' });
    if (!point) return err({ code: 'not-sealed' });
    const theirs = await crypto.subtle.importKey('raw', point, CURVE, false, []);
    const { key, how } = await agreed({ mine: pair.privateKey, theirs, head, receiver });
    const opened = await crypto.subtle.decrypt(how, key, joined(sealed.subarray(HEAD)));
    return ok(new Uint8Array(opened));
  });
}

interface Agreement {
  readonly mine: CryptoKey;
  readonly theirs: CryptoKey;
  readonly head: OwnBytes;
  readonly receiver: OwnBytes;
}

/** Key and nonce of one message. Both come from its secret, which no other message has, so no nonce is sent. */
async function agreed({ mine, theirs, head, receiver }: Agreement) {
  const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, mine, SECRET_BITS);
  const source = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const info = joined(LABEL, head, receiver);
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
  const bits = new Uint8Array(await crypto.subtle.deriveBits(hkdf, source, 8 * (KEY + NONCE)));
  const key = await crypto.subtle.importKey('raw', bits.subarray(0, KEY), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);
  return { key, how: { name: 'AES-GCM', iv: bits.subarray(KEY), additionalData: head } };
}

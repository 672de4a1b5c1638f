import { err, ok, utf8, type Result } from '../../core/base';
import { fromBase64url, toBase64url } from './base64url';
import { guarded, joined, randomBytes, type SecretFault } from './fault';

/** OWASP's floor for PBKDF2 with SHA-256 (Password Storage Cheat Sheet, 2023). */
export const ROUNDS = 600_000;
/** More than a browser does in a minute: a stored number must not be able to hang the page. */
const MOST_ROUNDS = 10_000_000;
const USES = ['encrypt', 'decrypt'] as const;

/** How a passphrase becomes a key; stored beside what it locks. */
export interface Derivation {
  readonly name: 'PBKDF2-SHA256';
  readonly rounds: number;
  /** 16 random bytes, base64url. */
  readonly salt: string;
}

/**
 * A fresh salt with the rounds of today.
 * @example newDerivation().rounds // 600000
 */
export function newDerivation(): Derivation {
  return { name: 'PBKDF2-SHA256', rounds: ROUNDS, salt: toBase64url(randomBytes(16)) };
}

/**
 * The key of a passphrase. Full-width and composed letters count as plain ones (NFKC), as an input method may
 * give either. Takes about half a second by intention.
 * @example const key = await passphraseKey('correct horse', derivation);
 */
export function passphraseKey(
  passphrase: string,
  derivation: Derivation,
): Promise<Result<CryptoKey, SecretFault>> {
  return guarded(async () => {
    const salt = fromBase64url(derivation.salt);
    const { rounds } = derivation;
    // Fewer rounds than today's can only be an edited file that wants the passphrase to be guessed more easily.
    if (!salt || salt.length < 16 || rounds < ROUNDS || rounds > MOST_ROUNDS)
      return err({ code: 'not-sealed' });
    const text = joined(utf8(passphrase.normalize('NFKC')));
    const source = await crypto.subtle.importKey('raw', text, 'PBKDF2', false, ['deriveKey']);
    const how = { name: 'PBKDF2', hash: 'SHA-256', iterations: rounds, salt };
    return ok(await crypto.subtle.deriveKey(how, source, { name: 'AES-GCM', length: 256 }, false, USES));
  });
}

/** Crockford's alphabet: nothing in it is mistaken for something else when read from paper. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_BYTES = 20;
const CODE = new RegExp(`^[${LETTERS}]{${(CODE_BYTES * 8) / 5}}$`);

/**
 * A recovery code: 160 random bits as eight groups of four. It opens what the passphrase opens.
 * @example newRecoveryCode() // '7K3M-…-Q2ZD'
 */
export function newRecoveryCode(): string {
  const letters: string[] = [];
  let held = 0;
  let bits = 0;
  for (const byte of randomBytes(CODE_BYTES)) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) letters.push(LETTERS[(held >> (bits - 5)) & 31] ?? '');
    held &= (1 << bits) - 1;
  }
  return letters.join('').replace(/.{4}(?=.)/g, '$&-');
}

/** What a person typed, as it was given out: O is 0, I and L are 1, spaces and dashes do not matter. */
function tidy(code: string): string {
  const upper = code.normalize('NFKC').toUpperCase();
  return upper
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}

/**
 * The key of a recovery code. It is long and random, so it needs no rounds. 'not-sealed' for a code of another
 * length or with other letters.
 * @example const key = await recoveryKey('7K3M-…-Q2ZD');
 */
export function recoveryKey(code: string): Promise<Result<CryptoKey, SecretFault>> {
  return guarded(async () => {
    const tidied = tidy(code);
    if (!CODE.test(tidied)) return err({ code: 'not-sealed' });
    const source = await crypto.subtle.importKey('raw', joined(utf8(tidied)), 'HKDF', false, ['deriveKey']);
    const info = joined(utf8('seven-rights recovery v1'));
    const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
    return ok(await crypto.subtle.deriveKey(how, source, { name: 'AES-GCM', length: 256 }, false, USES));
  });
}

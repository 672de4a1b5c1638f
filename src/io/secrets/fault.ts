import { err, type Result } from '../../core/base';

/** Why something could not be locked or opened; the sentences belong to the user interface. */
export const SECRET_FAULT_CODES = [
  /** The browser offers no cryptography here: the page came without https, or inside a restricted frame. */
  'no-crypto',
  /** What should be a public key is none. */
  'bad-key',
  /** These bytes are not sealed or locked by this product, or part of them is missing. */
  'not-sealed',
  /** Sealed by a newer version of the product. */
  'newer',
  /** Wrong passphrase, another key, or somebody altered it: these cannot be told apart. */
  'wrong-key',
] as const;
export type SecretFaultCode = (typeof SECRET_FAULT_CODES)[number];

export interface SecretFault {
  readonly code: SecretFaultCode;
}

/** Bytes of which WebCrypto is sure that nobody else writes them. */
export type OwnBytes = Uint8Array<ArrayBuffer>;

/**
 * Tells whether this browser can lock and seal here. Pages without https have no `crypto.subtle`.
 * @example cryptoThere() // true on https and on localhost
 */
export function cryptoThere(): boolean {
  // The type says that it is always there.
  const found: { readonly subtle?: SubtleCrypto } | undefined =
    typeof crypto === 'undefined' ? undefined : crypto;
  return found?.subtle !== undefined;
}

/**
 * Does something with WebCrypto; what it throws for bad keys and altered bytes becomes a value.
 * @example await guarded(() => crypto.subtle.decrypt(how, key, bytes)) // err({ code: 'wrong-key' })
 */
export async function guarded<T>(
  work: () => Promise<Result<T, SecretFault>>,
): Promise<Result<T, SecretFault>> {
  if (!cryptoThere()) return err({ code: 'no-crypto' });
  try {
    return await work();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return err({ code: 'wrong-key' });
    if (error instanceof DOMException && error.name === 'DataError') return err({ code: 'bad-key' });
    throw error;
  }
}

/** Luck from the browser. */
export function randomBytes(count: number): OwnBytes {
  return crypto.getRandomValues(new Uint8Array(count));
}

/** Bytes one after another. */
export function joined(...parts: readonly Uint8Array[]): OwnBytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

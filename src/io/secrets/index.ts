/**
 * secrets: what only the holder of a key or a passphrase can read.
 * Hides: WebCrypto, curve points, nonces, key derivation. The formats are in README.md, byte by byte.
 * Promises: what was altered is refused as a value, never half-opened; no private key leaves in the clear.
 * Must not know: assignments, results, storage, screens.
 */
export { fromBase64url, toBase64url } from './base64url';
export { cryptoThere, type SecretFault, type SecretFaultCode } from './fault';
export {
  newDerivation,
  newRecoveryCode,
  passphraseKey,
  recoveryKey,
  ROUNDS,
  type Derivation,
} from './derive';
export { decrypt, encrypt, newDataKey, unwrapKey, wrapKey, type DataKey } from './locked';
export { hiddenName, newNameKey, unwrapNameKey, type NameKey } from './names';
export { newKeyPair, rewrapPair, unwrapPair, type KeyPair, type WrappedPair } from './pair';
export { sealTo, unseal } from './seal';

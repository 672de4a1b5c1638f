import { err, ok, type Result } from '../../core/base';
import {
  cryptoThere,
  fromBase64url,
  newDataKey,
  newDerivation,
  newKeyPair,
  newRecoveryCode,
  passphraseKey,
  recoveryKey,
  rewrapPair,
  toBase64url,
  unwrapKey,
  unwrapPair,
  wrapKey,
  type DataKey,
  type KeyPair,
  type SecretFault,
} from '../secrets';
import { TeachTrouble } from './fault';
import type { LockState } from './model';
import type { Vault } from './shelf';

/** How the workspace is opened when it is locked. */
export type Opening = { readonly passphrase: string } | { readonly recovery: string };

/** A vault that was just made or changed, and what to tell the instructor once. */
export interface Renewed {
  readonly vault: Vault;
  readonly recovery: string;
}

/** The keys of the workspace: which there are, and whether they are at hand. Knows no rows and no storage. */
export class Lock {
  #vault: Vault | undefined;
  #key: DataKey | undefined;
  #pairs: readonly KeyPair[] = [];

  constructor(vault: Vault | undefined) {
    this.#vault = vault;
  }

  get vault(): Vault | undefined {
    return this.#vault;
  }

  get state(): LockState {
    if (!this.#vault) return 'open';
    return this.#key ? 'unlocked' : 'locked';
  }

  /** The key rows are written with; undefined without a passphrase. Throws 'locked'. */
  get key(): DataKey | undefined {
    if (this.state === 'locked') throw new TeachTrouble('locked');
    return this.#key;
  }

  /** Throws 'locked'; none without a passphrase. */
  get pairs(): readonly KeyPair[] {
    if (this.state === 'locked') throw new TeachTrouble('locked');
    return this.#pairs;
  }

  /** Takes over what is stored now; what was opened with another passphrase's vault is forgotten. */
  sees(vault: Vault | undefined): void {
    const same = vault?.name === this.#vault?.name;
    this.#vault = vault;
    if (!same) this.forget();
  }

  forget(): void {
    this.#key = undefined;
    this.#pairs = [];
  }

  /** Makes a vault for a workspace that has none: data key, key pair, recovery code. Opens it. */
  async found(passphrase: string): Promise<Renewed> {
    if (!cryptoThere()) throw new TeachTrouble('no-crypto');
    const derivation = newDerivation();
    const recovery = newRecoveryCode();
    const by = [must(await passphraseKey(passphrase, derivation)), must(await recoveryKey(recovery))];
    const { key, wrapped } = must(await newDataKey(by));
    const { pair, stored } = must(await newKeyPair(key));
    const [byPassphrase = '', byRecovery = ''] = wrapped.map(toBase64url);
    const name = toBase64url(crypto.getRandomValues(new Uint8Array(12)));
    const vault: Vault = {
      v: 1,
      name,
      derivation,
      byPassphrase,
      byRecovery,
      pairs: [stored],
      sweeping: true,
    };
    this.#vault = vault;
    this.#key = key;
    this.#pairs = [pair];
    return { vault, recovery };
  }

  /** Opens the vault, or tells 'wrong-passphrase' or 'wrong-recovery'. */
  async open(opening: Opening): Promise<void> {
    const vault = this.#there();
    const { key } = await unlocked(vault, opening);
    this.#key = key;
    await this.reopenPairs();
  }

  /** The vault with a new passphrase and a new recovery code: the former ones open nothing afterwards. */
  async renewed(opening: Opening, passphrase: string): Promise<Renewed> {
    const vault = this.#there();
    const { by, wrapped } = await unlocked(vault, opening);
    const derivation = newDerivation();
    const recovery = newRecoveryCode();
    const fresh = must(await passphraseKey(passphrase, derivation));
    const spare = must(await recoveryKey(recovery));
    const byPassphrase = toBase64url(must(await wrapKey(wrapped, { from: by, to: fresh })));
    const byRecovery = toBase64url(must(await wrapKey(wrapped, { from: by, to: spare })));
    return { vault: { ...vault, derivation, byPassphrase, byRecovery }, recovery };
  }

  /** The vault with the key pairs of another one, wrapped with our data key. Those that are here stay. */
  async joined(theirs: Vault, theirKey: DataKey): Promise<Vault> {
    const vault = this.#there();
    const to = this.key;
    if (!to) throw new TeachTrouble('locked');
    const pairs = [...vault.pairs];
    for (const pair of theirs.pairs)
      if (!pairs.some(({ publicKey }) => publicKey === pair.publicKey))
        pairs.push(must(await rewrapPair(pair, { from: theirKey, to })));
    return { ...vault, pairs };
  }

  /** Takes over the vault of a backup that was just opened, for a workspace that has none. */
  adopt(theirs: Vault, theirKey: DataKey): Vault {
    this.#vault = { ...theirs, sweeping: true };
    this.#key = theirKey;
    return this.#vault;
  }

  /** Opens all stored key pairs again, after some were added. */
  async reopenPairs(): Promise<void> {
    const { vault } = this;
    const { key } = this;
    if (!vault || !key) return;
    const pairs: KeyPair[] = [];
    for (const stored of vault.pairs) pairs.push(must(await unwrapPair(stored, key)));
    this.#pairs = pairs;
  }

  #there(): Vault {
    if (!this.#vault) throw new TeachTrouble('no-key');
    return this.#vault;
  }
}

/** The data key of a vault, with the key that wraps it and what it wraps. */
export async function unlocked(
  vault: Vault,
  opening: Opening,
): Promise<{ readonly key: DataKey; readonly by: CryptoKey; readonly wrapped: Uint8Array }> {
  const byHand = 'passphrase' in opening;
  const by = byHand
    ? must(await passphraseKey(opening.passphrase, vault.derivation))
    : right(await recoveryKey(opening.recovery), 'wrong-recovery');
  const wrapped = fromBase64url(byHand ? vault.byPassphrase : vault.byRecovery);
  if (!wrapped) throw new TeachTrouble('damaged', 'vault');
  const key = right(await unwrapKey(wrapped, by), byHand ? 'wrong-passphrase' : 'wrong-recovery');
  return { key, by, wrapped };
}

/** The value; a fault of what was typed gets the given name. */
function right<T>(result: Result<T, SecretFault>, code: 'wrong-passphrase' | 'wrong-recovery'): T {
  if (result.ok) return result.value;
  throw new TeachTrouble(result.error.code === 'no-crypto' ? 'no-crypto' : code);
}

/** The value; anything else is damage, since all of it was made here. */
function must<T>(result: Result<T, SecretFault>): T {
  if (result.ok) return result.value;
  throw new TeachTrouble(result.error.code === 'no-crypto' ? 'no-crypto' : 'damaged', 'vault');
}

/** What a sealed result holds; every pair is tried, since the workspace may hold several. */
export async function openedByAny(
  pairs: readonly KeyPair[],
  open: (pair: KeyPair) => Promise<Result<Uint8Array, SecretFault>>,
): Promise<Result<Uint8Array, 'no-key' | 'wrong-key' | 'not-sealed' | 'no-crypto'>> {
  if (pairs.length === 0) return err('no-key');
  let last: 'wrong-key' | 'not-sealed' | 'no-crypto' = 'wrong-key';
  for (const pair of pairs) {
    const tried = await open(pair);
    if (tried.ok) return ok(tried.value);
    const { code } = tried.error;
    last = code === 'not-sealed' || code === 'no-crypto' ? code : 'wrong-key';
  }
  return err(last);
}

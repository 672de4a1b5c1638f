import { err, ok, type Result } from '../../core/base';
import {
  cryptoThere,
  fromBase64url,
  newDataKey,
  newDerivation,
  newKeyPair,
  newNameKey,
  newRecoveryCode,
  passphraseKey,
  recoveryKey,
  rewrapPair,
  toBase64url,
  unwrapKey,
  unwrapNameKey,
  unwrapPair,
  wrapKey,
  type DataKey,
  type KeyPair,
  type NameKey,
  type SecretFault,
} from '../secrets';
import { TeachTrouble } from './fault';
import type { LockState } from './model';
import type { Keys } from './rows';
import type { Vault } from './shelf';

/** How the workspace is opened when it is locked. */
export type Opening = { readonly passphrase: string } | { readonly recovery: string };

/** A vault as it is to be stored, and what then opens it. */
export interface Made {
  readonly vault: Vault;
  readonly keys: Keys;
}

/** A vault that was just made or changed, and what to tell the instructor once. */
export interface Renewed extends Made {
  readonly recovery: string;
}

/** The keys of the workspace: which there are, and whether they are at hand. Knows no rows and no storage. */
export class Lock {
  #vault: Vault | undefined;
  #keys: Keys | undefined;
  #pairs: readonly KeyPair[] = [];
  #forgotten: () => void = () => undefined;

  constructor(vault: Vault | undefined) {
    this.#vault = vault;
  }

  get vault(): Vault | undefined {
    return this.#vault;
  }

  get state(): LockState {
    if (!this.#vault) return 'open';
    return this.#keys ? 'unlocked' : 'locked';
  }

  /** Whether rows still lie as they should not under a passphrase. */
  get unfinished(): boolean {
    return this.#vault !== undefined && (this.#vault.sweeping || this.#vault.names === undefined);
  }

  /** What rows are written with; undefined without a passphrase. Throws 'locked'. */
  get keys(): Keys | undefined {
    if (this.state === 'locked') throw new TeachTrouble('locked');
    return this.#keys;
  }

  /** Throws 'locked'; none without a passphrase. */
  get pairs(): readonly KeyPair[] {
    if (this.state === 'locked') throw new TeachTrouble('locked');
    return this.#pairs;
  }

  /** Calls whenever the keys are forgotten: what was read with them has to go too. */
  onForget(forgotten: () => void): void {
    this.#forgotten = forgotten;
  }

  /** Takes over what is stored now; what was opened with another passphrase's vault is forgotten. */
  async sees(vault: Vault | undefined): Promise<void> {
    const same = vault?.name === this.#vault?.name;
    const pairs = same && vault?.pairs.length === this.#vault?.pairs.length;
    this.#vault = vault;
    if (!same) {
      this.forget();
      return;
    }
    // Another tab may have brought the vault up to date, or added key pairs, since this one opened it.
    if (!vault || !this.#keys || (pairs && !(vault.names && !this.#keys.names))) return;
    await this.#take(vault, this.#keys.data);
  }

  forget(): void {
    this.#keys = undefined;
    this.#pairs = [];
    this.#forgotten();
  }

  /** Makes a vault for a workspace that has none: data key, name key, key pair, recovery code. Opens nothing yet. */
  async found(passphrase: string): Promise<Renewed> {
    if (!cryptoThere()) throw new TeachTrouble('no-crypto');
    const derivation = newDerivation();
    const recovery = newRecoveryCode();
    const by = [must(await passphraseKey(passphrase, derivation)), must(await recoveryKey(recovery))];
    const { key, wrapped } = must(await newDataKey(by));
    const { stored } = must(await newKeyPair(key));
    const names = must(await newNameKey(key));
    const [byPassphrase = '', byRecovery = ''] = wrapped.map(toBase64url);
    const vault: Vault = {
      v: 2,
      name: toBase64url(crypto.getRandomValues(new Uint8Array(12))),
      derivation,
      byPassphrase,
      byRecovery,
      names: toBase64url(names.wrapped),
      pairs: [stored],
      sweeping: true,
    };
    return { vault, keys: { data: key, names: names.key }, recovery };
  }

  /** Opens the vault, or tells 'wrong-passphrase' or 'wrong-recovery'. */
  async open(opening: Opening): Promise<void> {
    const vault = this.#there();
    const { key } = await unlocked(vault, opening);
    await this.#take(vault, key);
  }

  /** Opens what was just stored. */
  take({ vault, keys }: Made): Promise<void> {
    return this.#take(vault, keys.data);
  }

  /** The vault with a new passphrase and a new recovery code: the former ones open nothing afterwards. */
  async renewed(opening: Opening, passphrase: string): Promise<Renewed> {
    const vault = this.#there();
    const { by, wrapped, key } = await unlocked(vault, opening);
    const derivation = newDerivation();
    const recovery = newRecoveryCode();
    const fresh = must(await passphraseKey(passphrase, derivation));
    const spare = must(await recoveryKey(recovery));
    const byPassphrase = toBase64url(must(await wrapKey(wrapped, { from: by, to: fresh })));
    const byRecovery = toBase64url(must(await wrapKey(wrapped, { from: by, to: spare })));
    const keys = { data: key, names: await namesOf(vault, key) };
    return { vault: { ...vault, derivation, byPassphrase, byRecovery }, keys, recovery };
  }

  /** The vault with the key pairs of another one, wrapped with our data key. Those that are here stay. */
  async joined(theirs: Vault, theirKey: DataKey): Promise<Made> {
    const vault = this.#there();
    const { keys } = this;
    if (!keys) throw new TeachTrouble('locked');
    const pairs = [...vault.pairs];
    for (const pair of theirs.pairs)
      if (!pairs.some(({ publicKey }) => publicKey === pair.publicKey))
        pairs.push(must(await rewrapPair(pair, { from: theirKey, to: keys.data })));
    return { vault: { ...vault, pairs }, keys };
  }

  /** The vault with a name key, if it comes from before there were any: all rows are then gone over again. */
  async named(): Promise<Made> {
    const vault = this.#there();
    const { keys } = this;
    if (!keys) throw new TeachTrouble('locked');
    return vault.names === undefined ? withNames(vault, keys.data) : { vault, keys };
  }

  async #take(vault: Vault, data: DataKey): Promise<void> {
    const names = await namesOf(vault, data);
    const pairs: KeyPair[] = [];
    for (const stored of vault.pairs) pairs.push(must(await unwrapPair(stored, data)));
    this.#vault = vault;
    this.#keys = { data, names };
    this.#pairs = pairs;
  }

  #there(): Vault {
    if (!this.#vault) throw new TeachTrouble('no-key');
    return this.#vault;
  }
}

/** The vault of a backup that was just opened, for a workspace that has none. */
export async function adopted(theirs: Vault, theirKey: DataKey): Promise<Made> {
  const names = await namesOf(theirs, theirKey);
  if (!names) return withNames(theirs, theirKey);
  return { vault: { ...theirs, sweeping: true }, keys: { data: theirKey, names } };
}

async function withNames(vault: Vault, data: DataKey): Promise<Made> {
  const { key, wrapped } = must(await newNameKey(data));
  return {
    vault: { ...vault, v: 2, names: toBase64url(wrapped), sweeping: true },
    keys: { data, names: key },
  };
}

async function namesOf({ names }: Vault, data: DataKey): Promise<NameKey | undefined> {
  if (names === undefined) return undefined;
  const wrapped = fromBase64url(names);
  if (!wrapped) throw new TeachTrouble('damaged', 'vault');
  return must(await unwrapNameKey(wrapped, data));
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

import {
  createCipheriv,
  createECDH,
  createHash,
  createHmac,
  createPrivateKey,
  hkdfSync,
  pbkdf2Sync,
} from 'node:crypto';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { present, utf8 } from '../../core/base';
import {
  cryptoThere,
  decrypt,
  encrypt,
  fromBase64url,
  hiddenName,
  newDataKey,
  newDerivation,
  newKeyPair,
  newNameKey,
  newRecoveryCode,
  passphraseKey,
  recoveryKey,
  rewrapPair,
  ROUNDS,
  sealTo,
  toBase64url,
  unseal,
  unwrapKey,
  unwrapNameKey,
  unwrapPair,
  wrapKey,
  type KeyPair,
} from '.';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const read = (text: string): Uint8Array => present(fromBase64url(text), text);

/** The receiver of the printed vector, built without the code under test. */
const receiver = createECDH('prime256v1');
receiver.setPrivateKey(digest('receiver'));
const PUBLIC = 'BBqHZTnLqsxr6jHx5xz5LiogJRluKgWJLPXEIv25L8ih0QRo7p0okxC7z5894BUvYGOQ_pceZWCl2oWmgC5Y4Rw';
const SEALED = 'AZp4HKbQVafzDQyf-Hk2xzn2gW719ecrS5RkBLChqDsqlAzrJUHdMV7PeygA1y1LZ1NgkQlnQKsA79Vpxg';

async function vectorPair(): Promise<KeyPair> {
  const point = receiver.getPublicKey();
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    d: receiver.getPrivateKey('base64url'),
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const der = createPrivateKey({ key: jwk, format: 'jwk' }).export({ type: 'pkcs8', format: 'der' });
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  const privateKey = await crypto.subtle.importKey('pkcs8', new Uint8Array(der), curve, false, [
    'deriveBits',
  ]);
  return { publicKey: PUBLIC, privateKey };
}

/** Sealing as README.md describes it, with node:crypto. */
function sealedByHand(message: string, ephemeralName: string): Uint8Array {
  const ephemeral = createECDH('prime256v1');
  ephemeral.setPrivateKey(digest(ephemeralName));
  const head = Buffer.concat([Buffer.of(1), ephemeral.getPublicKey().subarray(1, 33)]);
  const secret = ephemeral.computeSecret(receiver.getPublicKey());
  const info = Buffer.concat([Buffer.from('seven-rights sealed v1'), head, receiver.getPublicKey()]);
  const material = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), info, 44));
  const cipher = createCipheriv('aes-256-gcm', material.subarray(0, 32), material.subarray(32)).setAAD(head);
  return Buffer.concat([head, cipher.update(message, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

async function anyDataKey() {
  const derivation = newDerivation();
  const by = await passphraseKey('a long passphrase', derivation);
  if (!by.ok) throw new Error(by.error.code);
  const made = await newDataKey([by.value]);
  if (!made.ok) throw new Error(made.error.code);
  return { by: by.value, derivation, ...made.value };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('sealing', () => {
  it('opens the printed vector, which another program made', async () => {
    expect(toBase64url(sealedByHand('七R: sealed', 'ephemeral'))).toBe(SEALED);
    expect(receiver.getPublicKey('base64url')).toBe(PUBLIC);
    expect(await unseal(await vectorPair(), read(SEALED))).toEqual({ ok: true, value: utf8('七R: sealed') });
  });

  it('opens what was sealed, for points of either root', async () => {
    const pair = await vectorPair();
    for (let index = 0; index < 8; index += 1) {
      const opened = await unseal(pair, sealedByHand(`m${String(index)}`, `e${String(index)}`));
      expect(opened).toEqual({ ok: true, value: utf8(`m${String(index)}`) });
      const sealed = await sealTo(PUBLIC, Uint8Array.of(1, 2, index));
      if (!sealed.ok) throw new Error(sealed.error.code);
      expect(sealed.value).toHaveLength(3 + 49);
      expect(await unseal(pair, sealed.value)).toEqual({ ok: true, value: Uint8Array.of(1, 2, index) });
    }
  });

  it('refuses what was altered in any one bit, cut anywhere, or sealed to another', async () => {
    const pair = await vectorPair();
    const sealed = read(SEALED);
    for (let index = 0; index < sealed.length; index += 1) {
      const altered = Uint8Array.from(sealed);
      altered[index] = present(altered[index], 'a byte') ^ (1 << (index % 8));
      expect((await unseal(pair, altered)).ok, `byte ${String(index)}`).toBe(false);
      expect((await unseal(pair, sealed.subarray(0, index))).ok, `${String(index)} bytes`).toBe(false);
    }
    const { key } = await anyDataKey();
    const other = await newKeyPair(key);
    if (!other.ok) throw new Error(other.error.code);
    expect(await unseal(other.value.pair, sealed)).toEqual({ ok: false, error: { code: 'wrong-key' } });
  });

  it('tells a newer version, and bytes that are none of ours', async () => {
    const pair = await vectorPair();
    const sealed = Uint8Array.from(read(SEALED));
    sealed[0] = 2;
    expect(await unseal(pair, sealed)).toEqual({ ok: false, error: { code: 'newer' } });
    expect(await unseal(pair, utf8('hello'))).toEqual({ ok: false, error: { code: 'not-sealed' } });
  });

  it('never throws for any bytes, nor for any text as a key (seed 7)', async () => {
    const pair = await vectorPair();
    const bytes = fc.uint8Array({ maxLength: 120 });
    await fc.assert(
      fc.asyncProperty(bytes, fc.string(), async (any, text) => {
        expect((await unseal(pair, any)).ok).toBe(false);
        expect((await unseal(pair, Uint8Array.from([1, ...any]))).ok).toBe(false);
        expect((await sealTo(text, any)).ok).toBe(false);
      }),
      { seed: 7, numRuns: 150 },
    );
    const offTheCurve = Uint8Array.from(read(PUBLIC));
    offTheCurve[64] = present(offTheCurve[64], 'the last byte') ^ 1;
    expect(await sealTo(toBase64url(offTheCurve), utf8('x'))).toEqual({
      ok: false,
      error: { code: 'bad-key' },
    });
  });
});

describe('locking', () => {
  it('opens a row in its place only, and only unaltered', async () => {
    const { key } = await anyDataKey();
    const row = await encrypt(key, utf8('七'), 'class/a');
    if (!row.ok) throw new Error(row.error.code);
    expect(await decrypt(key, row.value, 'class/a')).toEqual({ ok: true, value: utf8('七') });
    expect(await decrypt(key, row.value, 'class/b')).toEqual({ ok: false, error: { code: 'wrong-key' } });
    for (let index = 0; index < row.value.length; index += 1) {
      const altered = Uint8Array.from(row.value);
      altered[index] = present(altered[index], 'a byte') ^ 1;
      expect((await decrypt(key, altered, 'class/a')).ok).toBe(false);
    }
  });

  it('never uses a nonce twice', async () => {
    const { key } = await anyDataKey();
    const rows = await Promise.all(Array.from({ length: 200 }, () => encrypt(key, utf8('same'), 'p')));
    const nonces = rows.map((row) => (row.ok ? toBase64url(row.value.subarray(1, 13)) : ''));
    expect(new Set(nonces).size).toBe(200);
  });
});

describe('passphrases', () => {
  it('stretch as PBKDF2 with 600,000 rounds does, after NFKC', async () => {
    const derivation = newDerivation();
    expect(derivation.rounds).toBe(ROUNDS);
    expect(ROUNDS).toBeGreaterThanOrEqual(600_000);
    const ours = await passphraseKey('ｐａｓｓ 口令', derivation);
    const raw = pbkdf2Sync('pass 口令', read(derivation.salt), ROUNDS, 32, 'sha256');
    const theirs = await crypto.subtle.importKey('raw', new Uint8Array(raw), 'AES-GCM', false, ['encrypt']);
    const row = await encrypt(theirs, utf8('same key'), 'p');
    if (!ours.ok || !row.ok) throw new Error('no key');
    expect(await decrypt(ours.value, row.value, 'p')).toEqual({ ok: true, value: utf8('same key') });
  });

  it('refuse stored parameters that make guessing easy or hang the page', async () => {
    const derivation = newDerivation();
    const refused = { ok: false, error: { code: 'not-sealed' } };
    expect(await passphraseKey('x', { ...derivation, rounds: 1000 })).toEqual(refused);
    expect(await passphraseKey('x', { ...derivation, rounds: 1e12 })).toEqual(refused);
    expect(await passphraseKey('x', { ...derivation, salt: 'short' })).toEqual(refused);
  });

  it('open the data key; a wrong one does not', async () => {
    const { wrapped, key, derivation } = await anyDataKey();
    const [stored] = wrapped;
    const row = await encrypt(key, utf8('row'), 'p');
    const right = await passphraseKey('a long passphrase', derivation);
    const wrong = await passphraseKey('a long passphrasE', derivation);
    if (!right.ok || !wrong.ok || !row.ok || !stored) throw new Error('no key');
    expect(await unwrapKey(stored, wrong.value)).toEqual({ ok: false, error: { code: 'wrong-key' } });
    const opened = await unwrapKey(stored, right.value);
    if (!opened.ok) throw new Error(opened.error.code);
    expect(await decrypt(opened.value, row.value, 'p')).toEqual({ ok: true, value: utf8('row') });
  });

  it('can change while every row stays as it is, and the old one opens nothing more', async () => {
    const { wrapped, key, by } = await anyDataKey();
    const [stored] = wrapped;
    const fresh = await passphraseKey('another one', newDerivation());
    const row = await encrypt(key, utf8('row'), 'p');
    if (!stored || !fresh.ok || !row.ok) throw new Error('no key');
    const again = await wrapKey(stored, { from: by, to: fresh.value });
    if (!again.ok) throw new Error(again.error.code);
    expect((await unwrapKey(again.value, by)).ok).toBe(false);
    const opened = await unwrapKey(again.value, fresh.value);
    if (!opened.ok) throw new Error(opened.error.code);
    expect((await decrypt(opened.value, row.value, 'p')).ok).toBe(true);
  });
});

describe('the recovery code', () => {
  it('holds 160 bits in eight groups, and is another each time', () => {
    const codes = Array.from({ length: 100 }, newRecoveryCode);
    for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(new Set(codes).size).toBe(100);
  });

  it('opens what it wrapped however it is typed, and a wrong letter does not', async () => {
    const code = '0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ';
    const typed = await recoveryKey(' o123 4567 89ab cdef ghjk mnpq ｒｓｔｖ wxyz ');
    const given = await recoveryKey(code);
    const other = await recoveryKey(code.replace('Z', 'Y'));
    if (!typed.ok || !given.ok || !other.ok) throw new Error('no key');
    const made = await newDataKey([given.value]);
    const [stored] = made.ok ? made.value.wrapped : [];
    if (!stored) throw new Error('no data key');
    expect((await unwrapKey(stored, typed.value)).ok).toBe(true);
    expect((await unwrapKey(stored, other.value)).ok).toBe(false);
    expect((await recoveryKey(code.slice(1))).ok).toBe(false);
    expect((await recoveryKey(code.replace('Z', 'U'))).ok).toBe(false);
  });
});

describe('hidden names', () => {
  it('are HMAC-SHA256, the same under one key, and another under another', async () => {
    const { key } = await anyDataKey();
    const [one, two] = [await newNameKey(key), await newNameKey(key)];
    if (!one.ok || !two.ok) throw new Error('no name key');
    const again = await unwrapNameKey(one.value.wrapped, key);
    if (!again.ok) throw new Error(again.error.code);
    expect(again.value.extractable).toBe(false);
    const first = await hiddenName(one.value.key, 'a1/2023001');
    expect(await hiddenName(again.value, 'a1/2023001')).toEqual(first);
    expect(await hiddenName(two.value.key, 'a1/2023001')).not.toEqual(first);
    expect(await hiddenName(one.value.key, 'a1/2023002')).not.toEqual(first);
    const raw = await decrypt(key, one.value.wrapped, 'name key');
    if (!raw.ok || !first.ok) throw new Error('not opened');
    const byHand = createHmac('sha256', raw.value).update('a1/2023001').digest().subarray(0, 18);
    expect(first.value).toBe(byHand.toString('base64url'));
  });

  it('need the data key they were wrapped with', async () => {
    const [mine, theirs] = [await anyDataKey(), await anyDataKey()];
    const made = await newNameKey(mine.key);
    if (!made.ok) throw new Error(made.error.code);
    expect(await unwrapNameKey(made.value.wrapped, theirs.key)).toEqual({
      ok: false,
      error: { code: 'wrong-key' },
    });
  });
});

describe('the private key', () => {
  it('cannot be read out of the browser, and is stored only wrapped', async () => {
    const { key } = await anyDataKey();
    const made = await newKeyPair(key);
    if (!made.ok) throw new Error(made.error.code);
    const { pair, stored } = made.value;
    expect(pair.privateKey.extractable).toBe(false);
    expect(Object.keys(stored)).toEqual(['publicKey', 'wrapped']);
    const sealed = await sealTo(pair.publicKey, utf8('for me'));
    const again = await unwrapPair(stored, key);
    if (!sealed.ok || !again.ok) throw new Error('not opened');
    expect(await unseal(again.value, sealed.value)).toEqual({ ok: true, value: utf8('for me') });
  });

  it('does not open with another data key, under another public key, or altered; moves with both keys', async () => {
    const [one, two] = [await anyDataKey(), await anyDataKey()];
    const made = await newKeyPair(one.key);
    if (!made.ok) throw new Error(made.error.code);
    const { stored } = made.value;
    expect((await unwrapPair(stored, two.key)).ok).toBe(false);
    expect((await unwrapPair({ ...stored, publicKey: PUBLIC }, one.key)).ok).toBe(false);
    expect((await unwrapPair({ ...stored, wrapped: '???' }, one.key)).ok).toBe(false);
    const moved = await rewrapPair(stored, { from: one.key, to: two.key });
    if (!moved.ok) throw new Error(moved.error.code);
    expect((await unwrapPair(moved.value, two.key)).ok).toBe(true);
  });
});

it('says so where the browser has no cryptography, and does nothing else', async () => {
  const pair = await vectorPair();
  vi.stubGlobal('crypto', { getRandomValues: () => undefined });
  expect(cryptoThere()).toBe(false);
  const none = { ok: false, error: { code: 'no-crypto' } };
  expect(await sealTo(PUBLIC, utf8('x'))).toEqual(none);
  expect(await unseal(pair, read(SEALED))).toEqual(none);
});

it('base64url: returns what went in, and refuses other letters (seed 3)', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 9000 }), (bytes) => {
      expect(fromBase64url(toBase64url(bytes))).toEqual(Uint8Array.from(bytes));
    }),
    { seed: 3, numRuns: 40 },
  );
  for (const text of ['a', 'ab=', 'a b', 'é', 'ab+/']) expect(fromBase64url(text)).toBeUndefined();
});

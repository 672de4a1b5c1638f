import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashText, sha256, utf8 } from './index';

const independent = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('sha256', () => {
  it('gives the digests of FIPS 180-4', () => {
    expect(sha256(utf8(''))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sha256(utf8('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('gives what another implementation gives, for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(sha256(bytes)).toBe(independent(bytes));
      }),
    );
  });

  it.each([0, 55, 56, 63, 64, 119, 120, 128, 100_000])('pads %i bytes as the standard says', (length) => {
    const bytes = new Uint8Array(length).fill(0x5a);
    expect(sha256(bytes)).toBe(independent(bytes));
  });
});

describe('utf8', () => {
  it('gives what the browser gives, for any text, lone surrogates included', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('\ud83d', '\ude00', '七', 'é', 'a', '\u07ff', '\u0800', '\uffff') }),
    );
    fc.assert(
      fc.property(text, (written) => {
        expect([...utf8(written)]).toEqual([...new TextEncoder().encode(written)]);
      }),
    );
  });
});

describe('hashText', () => {
  it('is the first half of the digest of the UTF-8 bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(hashText(text)).toBe(independent(new TextEncoder().encode(text)).slice(0, 32));
      }),
    );
  });
});

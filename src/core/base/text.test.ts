import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from './hash';
import { fromUtf8, isWellFormed } from './text';

describe('text out of UTF-8', () => {
  it('gives every text back (seed 61)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(fromUtf8(utf8(text))).toBe(text);
      }),
      { seed: 61, numRuns: 2000 },
    );
  });

  it('gives long texts back whole', () => {
    const text = '七R物流 😀'.repeat(5000);
    expect(fromUtf8(utf8(text))).toBe(text);
  });

  it.each([
    ['a byte that begins nothing', [0x80]],
    ['a character that is cut', [0xe4, 0xb8]],
    ['two bytes for what needs one', [0xc0, 0x80]],
    ['three bytes for what needs two', [0xe0, 0x80, 0x80]],
    ['half a pair of surrogates', [0xed, 0xa0, 0x80]],
    ['more than Unicode has', [0xf4, 0x90, 0x80, 0x80]],
    ['GBK', [0xd1, 0xa7, 0xba, 0xc5]],
  ])('refuses %s', (_, bytes) => {
    expect(fromUtf8(Uint8Array.from(bytes))).toBeUndefined();
  });

  it('agrees with the decoder of the platform on any bytes (seed 62)', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const platform = (bytes: Uint8Array): string | undefined => {
      try {
        return strict.decode(bytes);
      } catch {
        return undefined;
      }
    };
    const near = fc
      .tuple(fc.string({ unit: 'binary', maxLength: 8 }), fc.nat(40), fc.nat(255))
      .map(([text, at, byte]) => utf8(text).map((old, index) => (index === at ? byte : old)));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 6 }), near), (bytes) => {
        expect(fromUtf8(bytes)).toBe(platform(bytes));
      }),
      { seed: 62, numRuns: 5000 },
    );
  });

  it('tells half characters', () => {
    expect(isWellFormed('😀')).toBe(true);
    expect(isWellFormed('😀'.slice(1))).toBe(false);
  });
});

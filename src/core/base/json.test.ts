import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, isList, parsedJson, type Json } from './index';

const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ maxLength: 6 }), tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
})).value;

function withKeysReversed(value: Json): Json {
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return value.map(withKeysReversed);
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, withKeysReversed(member)]),
  );
}

describe('canonical', () => {
  it('keeps the value', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(parsedJson(canonical(value))).toEqual(value);
      }),
    );
  });

  it('does not depend on the order in which members were written', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonical(withKeysReversed(value))).toBe(canonical(value));
      }),
    );
  });

  it('sorts members by code unit at every depth and leaves no space', () => {
    expect(canonical({ b: [{ z: 1, Z: 2 }], a: true, 七: 'x', ä: null })).toBe(
      '{"a":true,"b":[{"Z":2,"z":1}],"ä":null,"七":"x"}',
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../../shared/audit/canonical.ts';

describe('the canonical form', () => {
  it('orders keys by code unit, drops blanks and leaves undefined members out', () => {
    expect(canonicalText({ b: [1, 'é', null], a: { z: true, Z: 0.5 }, c: undefined })).toBe(
      '{"a":{"Z":0.5,"z":true},"b":[1,"é",null]}',
    );
  });

  it('is the same whatever order the keys were written in', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (members) => {
        const reversed = Object.fromEntries(Object.entries(members).toReversed());
        expect(canonicalText(reversed)).toBe(canonicalText(members));
      }),
    );
  });

  it('loses nothing: reading it back gives the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(JSON.parse(canonicalText(plain))).toEqual(plain);
      }),
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1n, () => 1])(
    'refuses what JSON cannot hold: %s',
    (value) => {
      expect(() => canonicalText(value)).toThrow(TypeError);
    },
  );
});

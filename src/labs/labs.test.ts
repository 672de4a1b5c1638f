import { describe, expect, it } from 'vitest';
import { labCards } from '../core/labs';
import { labOf } from '.';

describe('the registry of labs', () => {
  it('has a component for every lab of the catalogue', () => {
    expect(labCards.filter(({ id }) => !labOf(id)).map(({ id }) => id)).toEqual([]);
  });

  it('knows no lab by another name', () => {
    expect(labOf('L99.9')).toBeUndefined();
    expect(labOf('toString')).toBeUndefined();
  });
});

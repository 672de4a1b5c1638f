import { describe, expect, it } from 'vitest';
import { upcast, type Ageing } from './index';
import type { Upgrade } from './versions';

const ageing: Ageing = {
  key: 'v',
  upgrades: new Map<number, Upgrade>([
    [1, (old) => ({ v: 2, name: old['title'] })],
    [2, (old) => ({ ...old, v: 3, tags: [] })],
  ]),
};

describe('upcast', () => {
  it('walks every version in order up to the newest', () => {
    expect(upcast({ v: 1, title: 'S07' }, ageing)).toEqual({ v: 3, name: 'S07', tags: [] });
    expect(upcast({ v: 2, name: 'S07' }, ageing)).toEqual({ v: 3, name: 'S07', tags: [] });
  });

  it('leaves the newest version, a later one and one without a number as they are', () => {
    for (const data of [{ v: 3, tags: ['a'] }, { v: 9 }, { v: '1', title: 'S07' }, { title: 'S07' }])
      expect(upcast(data, ageing)).toEqual(data);
  });

  it('leaves what is no table for the schema to refuse', () => {
    for (const data of [null, undefined, 7, 'text', true]) expect(upcast(data, ageing)).toBe(data);
  });

  it('does not change the data it is given', () => {
    const old = Object.freeze({ v: 1, title: 'S07' });
    upcast(old, ageing);
    expect(old).toEqual({ v: 1, title: 'S07' });
  });
});

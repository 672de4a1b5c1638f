import { describe, expect, it } from 'vitest';
import { terms } from '../../../content/glossary';
import { find } from './find';

describe('the glossary', () => {
  it('holds at least 120 terms, each with its own id and its own names', () => {
    expect(terms.length).toBeGreaterThanOrEqual(120);
    for (const read of [
      (term: (typeof terms)[number]) => term.id,
      (term: (typeof terms)[number]) => term.name['zh-CN'],
      (term: (typeof terms)[number]) => term.name.en,
    ])
      expect(new Set(terms.map(read)).size).toBe(terms.length);
  });

  it.each(terms.map((term) => [term.id, term] as const))('explains %s in both languages', (id, term) => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(term.name['zh-CN']).toMatch(/\p{Script=Han}|P50/u);
    expect(term.meaning['zh-CN']).toMatch(/\p{Script=Han}.*。$/u);
    expect(term.meaning.en).toMatch(/[.”]$/);
    expect(term.meaning.en).not.toMatch(/\p{Script=Han}/u);
  });
});

describe('finding', () => {
  it('finds in both languages, names before mentions', () => {
    expect(find('可承诺', 'all')[0]?.id).toBe('atp');
    expect(find('available promise', 'all')[0]?.id).toBe('atp');
    expect(find('OTIF', 'all').map(({ id }) => id)).toContain('otif');
  });

  it('keeps to a group, gives all for nothing asked, and nothing for what is not there', () => {
    expect(find('', 'measures').every(({ group }) => group === 'measures')).toBe(true);
    expect(find('', 'all')).toHaveLength(terms.length);
    expect(find('no such term anywhere', 'all')).toEqual([]);
  });
});

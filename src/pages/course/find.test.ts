import { describe, expect, it } from 'vitest';
import { Finder } from './find';

const finder = new Finder([
  { id: 'u05/s3#', section: '承诺', heading: '', text: '客户问能不能给我480箱' },
  { id: 'u05/s3#atp', section: '承诺', heading: '给得出多少', text: '可承诺量等于在库减已分配' },
  {
    id: 'u06/s4#late',
    section: 'Delays',
    heading: 'Reading an ETA',
    text: 'Promises are renewed when an ETA slips',
  },
]);
const ids = (query: string): readonly string[] => finder.find(query).map(({ id }) => id);

describe('searching the lessons', () => {
  it('finds a Chinese phrase inside a sentence without blanks', () => {
    expect(ids('承诺量')).toEqual(['u05/s3#atp']);
  });

  it('wants every word of the query', () => {
    expect(ids('可承诺量 已分配')).toEqual(['u05/s3#atp']);
    expect(ids('可承诺量 延误')).toEqual([]);
  });

  it('ignores capitals and takes the beginning of a Latin word', () => {
    expect(ids('PROMIS')).toEqual(['u06/s4#late']);
    expect(ids('eta')).toEqual(['u06/s4#late']);
  });

  it('puts a hit in a title before one in the text', () => {
    expect(ids('承诺')[0]).toBe('u05/s3#atp');
  });

  it('finds nothing for marks only', () => {
    expect(ids('，。')).toEqual([]);
  });
});

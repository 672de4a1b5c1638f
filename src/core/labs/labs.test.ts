import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { LAB_IDS, labCards } from '.';

const read = (path: string): unknown => load(readFileSync(path, 'utf8'));

describe('the catalogue of labs', () => {
  it('names every lab as the plan of the course does', () => {
    const plan = JSON.stringify(read('content/lessons/units.yaml'));
    for (const { id, title } of labCards) {
      expect(plan).toContain(JSON.stringify({ [id]: title }).slice(1, -1));
    }
  });

  it('covers only topics that the inventory lists', () => {
    const rows = JSON.stringify(read('content/inventory.yaml'));
    const unknown = labCards.flatMap(({ covers }) => covers).filter((row) => !rows.includes(`"${row}":`));
    expect(unknown).toEqual([]);
  });

  it('has each lab once, in its own unit', () => {
    expect(new Set(LAB_IDS).size).toBe(LAB_IDS.length);
    for (const { id, unit } of labCards) expect(unit).toBe(`u0${id.slice(1, 2)}`);
  });
});

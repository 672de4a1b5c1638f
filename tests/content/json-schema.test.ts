import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { parsedJson, present, type Json } from '../../src/core/base';
import { scenarioJsonSchema, schemaFile, schemaText } from './json-schema';
import { schemaFaults } from './schema-check';

const root = join(import.meta.dirname, '..', '..', 'scenarios');
const ids = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

function logicOf(id: string): Readonly<Record<string, Json>> {
  const text = JSON.stringify(load(readFileSync(join(root, id, 'scenario.yaml'), 'utf8')));
  return Object.fromEntries(Object.entries(parsedJson(text) ?? {}));
}

describe('public/scenario.schema.json', () => {
  it('says what the parser says; `npx tsx tests/content/write-schema.ts` writes it anew', () => {
    expect(readFileSync(schemaFile, 'utf8')).toBe(schemaText());
  });

  it.each(ids)('accepts scenarios/%s', (id) => {
    expect(schemaFaults(logicOf(id), scenarioJsonSchema())).toEqual([]);
  });

  it.each(ids)('is named in the first line of scenarios/%s/scenario.yaml', (id) => {
    const [first] = readFileSync(join(root, id, 'scenario.yaml'), 'utf8').split('\n');
    expect(first).toBe('# yaml-language-server: $schema=../../public/scenario.schema.json');
  });

  it.each([
    ['a word misspelt in the head', { fisrt: 'opening' }, 'fisrt: not known here'],
    ['a level that is none', { level: 4 }, 'level.not one of [1,2,3]'],
    ['a criterion that is none', { rubric: { 'R9.z': { points: 3 } } }, 'rubric.R9.z.not one of'],
    ['a fact drawn in no known way', { facts: { hold: { any: [1, 2] } } }, 'facts.hold.fits no form'],
  ])('underlines %s', (_, change: Readonly<Record<string, Json>>, fault) => {
    const logic = { ...logicOf(present(ids[0], 'a scenario')), ...change };
    expect(schemaFaults(logic, scenarioJsonSchema())).toEqual([expect.stringContaining(fault)]);
  });
});

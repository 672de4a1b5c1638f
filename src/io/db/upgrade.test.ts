import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Dexie } from 'dexie';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { isChain } from './chain';
import { openDexieArchive } from './dexie-archive';

// Frozen databases: the tables of a version as it was released, and rows that its code wrote. A file is never edited.
const root = join(import.meta.dirname, '..', '..', '..', 'tests', 'old', 'db');
const dump = v.object({
  version: v.number(),
  stores: v.record(v.string(), v.string()),
  rows: v.record(v.string(), v.array(v.record(v.string(), v.unknown()))),
});
const frozen = readdirSync(root).map((name) => ({
  name,
  old: v.parse(v.pipe(v.string(), v.parseJson(), dump), readFileSync(join(root, name), 'utf8')),
}));

/** Writes a database as the code of its version did. */
async function thaw(old: v.InferOutput<typeof dump>, name: string): Promise<void> {
  const database = new Dexie(name);
  database.version(old.version).stores(old.stores);
  await database.open();
  for (const [table, rows] of Object.entries(old.rows)) await database.table(table).bulkAdd(rows);
  database.close();
}

describe.each(frozen)('the database of $name', ({ name, old }) => {
  it('opens with everything in it, and takes answers and analyses', async () => {
    await thaw(old, name);
    const archive = await openDexieArchive(name, () => undefined);
    const [header] = await archive.heads();
    expect(header).toMatchObject({ id: 'a1', lastSeq: 2 });
    const { events } = await archive.load('a1');
    expect(events).toHaveLength(2);
    expect(header !== undefined && isChain(header, events)).toBe(true);
    expect(await archive.value({ kind: 'notes', id: 'a1' })).toMatchObject({ value: { text: 'call back' } });
    const answer = {
      id: 'x',
      section: 'u05/s3',
      check: 'atp',
      at: 1,
      answer: 150,
      right: true,
      confidence: 'sure',
    };
    await archive.addAnswer(answer);
    expect(await archive.answers()).toEqual([answer, ...(old.rows['answers'] ?? [])]);
    expect(await archive.readings()).toEqual(old.rows['readings'] ?? []);
    const analysis = { key: 'k', at: 1, value: { best: 750_000 } };
    await archive.putAnalysis(analysis);
    expect(await archive.analysis('k')).toEqual(analysis);
    archive.close();
  });
});

describe('the frozen databases', () => {
  it('are one for every released version but the present one', () => {
    expect(frozen.map(({ old }) => old.version).sort()).toEqual([1, 2]);
  });
});

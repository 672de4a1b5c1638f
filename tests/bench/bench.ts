import { parseArgs } from 'node:util';
import { present } from '../../src/core/base';
import { builtApp } from './built';
import { byteRows } from './bytes';
import { bundledCases } from './cases';
import { classroomRows } from './classroom';
import { deskRows } from './desk';
import { engineRows } from './engine';
import { findRows } from './find';
import type { Rows } from './measure';
import { replayRows } from './replays';
import { reductionRows, searchRows } from './search';
import { json, table } from './table';

// `npm run bench`: how fast and how large. It measures and asserts nothing; compare runs on one idle machine only.
// `--json` prints { name: { value, unit } }, `--only search,desk` measures these groups alone.

const cases = bundledCases();
const codes = cases.map(({ code }) => code);

/** All that is measured, in this order. Each part is a block of the table. */
const GROUPS: Readonly<Record<string, () => Promise<readonly Rows[]>>> = {
  engine: () => Promise.resolve([engineRows(present(cases[0], 'a case'))]),
  search: () => each(codes, searchRows),
  reductions: () => each(codes, reductionRows),
  replay: () => Promise.resolve([replayRows(cases)]),
  classroom: () => Promise.resolve([classroomRows()]),
  bytes: async () => byteRows(await builtApp()),
  find: async () => findRows(await builtApp()),
  desk: deskRows,
};

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, only: { type: 'string' } },
});
const wanted = values.only?.split(',') ?? Object.keys(GROUPS);
for (const name of wanted)
  if (!(name in GROUPS)) throw new Error(`--only: choose from ${Object.keys(GROUPS).join(', ')}`);

const measured: Rows[] = [];
for (const name of wanted) {
  const start = performance.now();
  measured.push(...(await present(GROUPS[name], name)()));
  console.error(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
}
console.log(values.json ? json(measured) : table(measured));

/** One after the other: two at once would disturb each other. */
async function each<T>(of: readonly T[], measure: (one: T) => Promise<Rows>): Promise<readonly Rows[]> {
  const rows: Rows[] = [];
  for (const one of of) rows.push(await measure(one));
  return rows;
}

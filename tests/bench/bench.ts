import { parseArgs } from 'node:util';
import { present } from '../../src/core/base';
import { readScenarios } from '../../src/io/content/scenario-plugin';
import { readPlays, scenariosRoot } from '../content/plays';
import { engineRows, searchRows } from './engine';
import type { Rows } from './measure';
import { routeRows } from './routes';

// `npm run bench`: how fast and how large. It measures and asserts nothing; compare runs on one idle machine only.
// Rates and times are medians of several rounds in this process. `--json` prints { name: { value, unit } }.

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const scenarios = readScenarios(scenariosRoot).map(({ id, scenario }) => ({
  scenario: present(scenario, `a sound scenario in ${id}`),
  plays: readPlays(id),
}));
const first = present(scenarios[0], 'a scenario to measure with');

const rows: Rows = {
  ...engineRows(first.scenario, first.plays),
  ...Object.fromEntries(
    scenarios.flatMap(({ scenario, plays }) => Object.entries(searchRows(scenario, plays))),
  ),
  ...(await routeRows()),
};
console.log(values.json ? JSON.stringify(rows, null, 2) : table(rows));

function table(of: Rows): string {
  const entries = Object.entries(of).map(([name, { value, unit }]) => [
    name,
    value.toLocaleString('en-US'),
    unit,
  ]);
  const width = (column: number): number => Math.max(...entries.map((row) => row[column]?.length ?? 0));
  const [names, figures] = [width(0), width(1)];
  return entries
    .map(([name = '', value = '', unit = '']) => `${name.padEnd(names)}  ${value.padStart(figures)} ${unit}`)
    .join('\n');
}

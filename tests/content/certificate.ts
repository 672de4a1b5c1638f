import { parseArgs } from 'node:util';
import { formatIssue, LOCALES } from '../../src/core/base';
import { readScenarios, type ReadFolder } from '../../src/io/content/scenario-plugin';
import { certificateLines } from './certificate-text';
import { certify, type Certificate } from './certify';
import { readPlays, scenariosRoot } from './plays';

// `npm run scenarios`: what can be said about every scenario, and how it is known. `--seeds 40` plays more seeds,
// `--json` prints data. Exits with 1 if a scenario is unsound or a certificate is refused.

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '20' }, json: { type: 'boolean', default: false } },
});
const count = Number(values.seeds);
if (!Number.isInteger(count) || count < 1) {
  console.error(`--seeds takes a whole number from 1, not ${values.seeds}`);
  process.exit(2);
}
const seeds = Array.from({ length: count }, (_, i) => i + 1);

const folders = readScenarios(scenariosRoot);
const certificates = folders.flatMap((folder) => certificateOf(folder));
if (values.json) console.log(JSON.stringify(certificates, null, 2));
if (folders.length === 0) console.error('no scenario found');
const sound = folders.every((folder) => folder.scenario !== undefined && folder.issues.length === 0);
const refused = certificates.filter((certificate) => certificate.failures.length > 0);
if (!sound || refused.length > 0 || folders.length === 0) process.exitCode = 1;

function certificateOf({ id, scenario, issues }: ReadFolder): readonly Certificate[] {
  for (const issue of issues) for (const locale of LOCALES) console.error(formatIssue(issue, locale));
  if (scenario === undefined) return [];
  const certificate = certify({ scenario, plays: readPlays(id) }, seeds, () => performance.now());
  if (!values.json) console.log(`\n${certificateLines(certificate).join('\n')}`);
  else
    for (const { file, id: what, reason } of certificate.failures)
      console.error(`${file}: ${what}: ${reason}`);
  return [certificate];
}

// Runs the project's checks and tests: `node tests/run-all.mjs` everything, `… check` only what reads the source.
// The stages of a phase are independent and run two at a time; the next phase starts only if none of them failed.
// Each stage's own exit code counts; the last line says how many passed and failed.
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { obtainBrowser } from './find-browser.mjs';

/**
 * @typedef {{ name: string, command: string }} Stage
 * @typedef {{ stage: Stage, ok: boolean }} Outcome
 */

const root = fileURLToPath(new URL('..', import.meta.url));

/** @type {Stage[]} */
const check = [
  { name: 'lint', command: 'eslint . --max-warnings 0' },
  { name: 'types', command: 'svelte-check --tsconfig ./tsconfig.json --fail-on-warnings' },
  { name: 'core types', command: 'tsc -p src/core' },
  { name: 'format', command: 'prettier --check . --log-level warn' },
];
/** @type {Stage} */
const architecture = { name: 'architecture', command: 'vitest run --configLoader runner tests/architecture' };
/** @type {Stage} */
const build = { name: 'build', command: 'vite build --configLoader runner' };
/** @type {Stage} */
const unit = { name: 'unit tests', command: 'vitest run --configLoader runner' };
/** @type {Stage} */
const browser = { name: 'browser tests', command: 'playwright test' };

/** @type {Record<string, Stage[][]>} */
const plans = { check: [check, [architecture]], all: [[...check, build], [unit], [browser]] };

const plan = process.argv[2] ?? 'all';
const phases = plans[plan];
if (!phases) throw new Error(`choose from ${Object.keys(plans).join(', ')}`);
if (phases.flat().includes(browser)) console.log(`browser: ${(await obtainBrowser(console.log)).source}`);

/** @type {Outcome[]} */
const outcomes = [];
for (const phase of phases) {
  if (outcomes.every(({ ok }) => ok)) outcomes.push(...(await runPhase(phase)));
}
const failed = outcomes.filter(({ ok }) => !ok).map(({ stage }) => stage.name);
const notRun = phases.flat().length - outcomes.length;
if (failed.length > 0) console.log(`\nfailed: ${failed.join(', ')}`);
if (notRun > 0) console.log(`not run after that: ${String(notRun)}`);
console.log(`\n${String(outcomes.length - failed.length)} passed, ${String(failed.length)} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;

/**
 * @param {Stage[]} stages
 * @returns {Promise<Outcome[]>}
 */
async function runPhase(stages) {
  const waiting = [...stages];
  /** @type {Outcome[]} */
  const done = [];
  const worker = async () => {
    for (let stage = waiting.shift(); stage; stage = waiting.shift()) {
      done.push({ stage, ok: await run(stage, stages.length === 1) });
    }
  };
  await Promise.all([worker(), worker()]);
  return done;
}

/**
 * Runs one stage and prints its output: as it comes when it runs alone, in one piece at its end otherwise.
 *
 * @param {Stage} stage
 * @param {boolean} alone
 * @returns {Promise<boolean>} whether it exited with 0
 */
function run({ name, command }, alone) {
  const started = performance.now();
  const binaries = join(root, 'node_modules', '.bin');
  // CI makes Vitest and Playwright refuse a test left focused with `.only`.
  const env = { ...process.env, CI: '1', PATH: `${binaries}${delimiter}${process.env['PATH'] ?? ''}` };
  if (alone) console.log(`\n── ${name}: ${command}`);
  const child = spawn(command, { cwd: root, env, shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  /** @type {Buffer[]} */
  const output = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (/** @type {Buffer} */ chunk) =>
      alone ? process.stdout.write(chunk) : output.push(chunk),
    );
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      if (!alone)
        console.log(`\n── ${name}: ${command}\n${Buffer.concat(output).toString().trim()}`.trimEnd());
      console.log(`── ${name}: ${code === 0 ? 'passed' : `FAILED (exit ${String(code)})`} in ${seconds} s`);
      resolve(code === 0);
    });
  });
}

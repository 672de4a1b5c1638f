import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { formatIssue, LOCALES } from '../../src/core/base';
import { eventToJson, parseEvent, replay, type AttemptEvent } from '../../src/core/attempt';
import { lines } from '../../src/core/attempt/versions';
import { compileCase, instantiate, parseScenario, type Scenario } from '../../src/core/scenario';
import { formats } from '../../src/core/scenario/versions';
import { filesOf, rawOf } from '../content/files';

// What was once written must load for ever. These files are frozen: a change here is a broken promise to whoever
// holds an old case or an old attempt. A new version adds a file; it never edits one.

const scenariosRoot = join(import.meta.dirname, 'scenarios');
const logsRoot = join(import.meta.dirname, 'logs');

/** What each frozen case was when it was frozen. Attempts name their case by its hash and draw it from their seed. */
const frozen = [
  {
    folder: 'format-1',
    hash: '80829c17f4700c830d47c34337cd4451',
    facts: { 4: { pressed: true, lane: 'air', due: 1560, fee: 30, limit: 60 } },
  },
];

const logSchema = v.object({
  scenario: v.string(),
  seed: v.number(),
  ends: v.string(),
  events: v.array(v.unknown()),
});
const logs = readdirSync(logsRoot).map((name) => ({
  name,
  log: v.parse(v.pipe(v.string(), v.parseJson(), logSchema), readFileSync(join(logsRoot, name), 'utf8')),
}));

function load(folder: string): Scenario {
  const result = parseScenario(rawOf(folder, filesOf(folder, scenariosRoot)));
  if (!result.ok) throw new Error(result.error.map((issue) => formatIssue(issue, 'en')).join('\n'));
  return result.value;
}

function eventsOf(raw: readonly unknown[]): readonly AttemptEvent[] {
  return raw.map((line, i) => {
    const event = parseEvent(line);
    if (!event.ok) throw new Error(`line ${i + 1}: ${event.error}`);
    return event.value;
  });
}

describe.each(frozen)('a case of $folder', ({ folder, hash, facts }) => {
  it('loads, with its words in every language', () => {
    const { texts } = load(folder);
    for (const locale of LOCALES)
      expect(texts[locale].scenes['talk']?.acts['promise']?.text).toContain('{at|clock}');
  });

  it('is still known by its hash', () => {
    expect(load(folder).hash).toBe(hash);
  });

  it.each(Object.entries(facts))('draws the facts it drew, seed %s', (seed, drawn) => {
    expect(instantiate(load(folder), Number(seed)).facts).toEqual(drawn);
  });
});

describe.each(logs)('an attempt in logs/$name', ({ log }) => {
  it('replays to the ending it had', () => {
    const c = compileCase(instantiate(load(log.scenario), log.seed));
    const replayed = replay(c, eventsOf(log.events));
    expect(
      replayed.ok ? { ended: replayed.value.run.ended, ends: replayed.value.run.scene } : replayed.error,
    ).toEqual({
      ended: true,
      ends: log.ends,
    });
  });

  it('is written back in the newest version', () => {
    const newest = 1 + Math.max(0, ...lines.upgrades.keys());
    for (const event of eventsOf(log.events)) expect(eventToJson(event)).toMatchObject({ v: newest });
  });
});

describe('the frozen files', () => {
  it('hold a case of every format there ever was', () => {
    const every = [1, ...[...formats.upgrades.keys()].map((from) => from + 1)];
    expect(readdirSync(scenariosRoot).sort()).toEqual(every.map((format) => `format-${format}`).sort());
    expect(frozen.map(({ folder }) => folder).sort()).toEqual(readdirSync(scenariosRoot).sort());
  });

  it('hold an attempt of every version of its lines', () => {
    const every = [1, ...[...lines.upgrades.keys()].map((from) => from + 1)];
    expect(logs.map(({ name }) => name).sort()).toEqual(every.map((version) => `v${version}.json`).sort());
  });
});

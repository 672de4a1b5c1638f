import { createActor } from 'xstate';
import { describe, expect, it } from 'vitest';
import { formatIssue, present } from '../../src/core/base';
import { begin, disagreements, drive, step } from '../../src/core/attempt';
import { compileCase, instantiate, machineOf, type Scenario } from '../../src/core/scenario';
import { judge, score } from '../../src/core/scoring';
import { Analysis } from '../../src/core/search';
import { readScenarios } from '../../src/io/content/scenario-plugin';
import { BANDS, outside, PERSONAS } from './bots';
import { inputOf, must, playAll, playNamed, readPlays, scenariosRoot, seedFor, type Play } from './plays';

const folders = readScenarios(scenariosRoot);
const seeds = new Map<Play, number>();

/** A rare combination of facts takes ten thousand draws to find: once is enough. */
function seedOf(scenario: Scenario, play: Play): number {
  const seed = seeds.get(play) ?? seedFor(scenario, play.assumes);
  const found = present(seed, `a seed that draws ${JSON.stringify(play.assumes)}`);
  seeds.set(play, found);
  return found;
}

describe.each(folders)('scenarios/$id', ({ id, scenario, issues }) => {
  it('has no defect', () => {
    expect(issues.map((issue) => `${formatIssue(issue, 'zh-CN')}\n${formatIssue(issue, 'en')}`)).toEqual([]);
  });

  it('is named after its folder', () => {
    expect(scenario?.spec.id).toBe(id);
  });

  it.each([1, 2, 3, 4, 5])('starts as a statechart where the table starts, seed %i', (seed) => {
    const c = compileCase(instantiate(present(scenario, id), seed));
    const actor = createActor(machineOf(c)).start();
    expect(disagreements(actor, begin(c))).toEqual([]);
    expect(actor.getSnapshot().status).toBe('active');
  });

  const plays = Object.entries(readPlays(id)).map(([name, play]) => ({ name, play }));

  it('has hand-scored plays', () => {
    expect(plays.map(({ name }) => name)).toEqual(expect.arrayContaining(['expert', ...PERSONAS]));
  });

  it.each(['expert', ...PERSONAS] as const)('puts %s into its band by hand', (bot) => {
    const { score: found, criticals } = playNamed(readPlays(id), bot);
    expect(outside(BANDS[bot], { score: found / 100, criticals })).toBeUndefined();
  });

  it.each(plays)('leads the statechart where the table goes, in $name', ({ play }) => {
    const whole = present(scenario, id);
    const c = compileCase(instantiate(whole, seedOf(whole, play)));
    const actor = createActor(machineOf(c)).start();
    let run = begin(c);
    for (const text of play.inputs) {
      const result = step(c, run, inputOf(text));
      if (!result.ok) throw new Error(`${text}: ${result.error}`);
      run = result.value.run;
      drive(actor, c, inputOf(text));
      expect(disagreements(actor, run)).toEqual([]);
    }
  });

  it.each(plays)('scores $name as worked out by hand', ({ play }) => {
    const whole = present(scenario, id);
    const seed = seedOf(whole, play);
    const c = compileCase(instantiate(whole, seed));
    const played = must(playAll(c, play.inputs.map(inputOf)));
    const analysis = new Analysis(c);
    const best = analysis.bestPlay();
    if (!best.ok) throw new Error(`${id}, seed ${seed}: ${best.error}`);
    const judged = judge(analysis.rubric, played.facts);
    const card = score(analysis.rubric, judged, best.value.points);
    expect({
      ended: played.run.ended,
      shares: Object.fromEntries(judged.findings.map(({ criterion, share }) => [criterion, share])),
      earned: card.earned / 10_000,
      criticals: judged.criticals.map(({ error }) => error),
      raw: card.raw,
      caps: card.caps.map(({ by, cap }) => ({ by, at: cap * 100 })),
      score: card.score,
    }).toEqual({
      ended: true,
      shares: play.shares,
      earned: play.earned,
      criticals: play.criticals,
      raw: play.raw,
      caps: play.caps,
      score: play.score,
    });
  });
});

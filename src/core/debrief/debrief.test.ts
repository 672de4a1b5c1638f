import { beforeAll, describe, expect, it } from 'vitest';
import { filesOf, rawOf } from '../../../tests/content/files';
import { inputOf, must, playAll, playNamed, readPlays, seedFor } from '../../../tests/content/plays';
import { present, type Points } from '../base';
import { replay, type AttemptEvent, type Input, type Replayed } from '../attempt';
import { compileCase, instantiate, parseScenario, type CompiledCase } from '../scenario';
import { judge, score } from '../scoring';
import { Analysis, movesFrom, type Regret } from '../search';
import { branchAt, extend, playBranch, takeBack } from './branch';
import { costliest } from './costliest';
import { firstDivergence } from './divergence';
import { lastChances } from './last-chance';
import { minimalRepair, type Repairable } from './repair';
import { sceneGraph } from './scene-graph';

const ID = 'stockout-key-account';
const parsed = parseScenario(rawOf(ID, filesOf(ID)));
if (!parsed.ok) throw new Error('the scenario does not parse');
const scenario = parsed.value;

interface Played {
  readonly c: CompiledCase;
  readonly log: readonly AttemptEvent[];
  readonly replayed: Replayed;
  readonly analysis: Analysis;
  readonly best: Points;
  readonly regrets: readonly Regret[];
}

function play(name: string): Played {
  const { assumes, inputs } = playNamed(readPlays(ID), name);
  const c = compileCase(instantiate(scenario, present(seedFor(scenario, assumes), 'seed')));
  const { log } = must(playAll(c, inputs.map(inputOf)));
  const replayed = replay(c, log);
  const analysis = new Analysis(c);
  const best = analysis.bestPlay();
  if (!replayed.ok || !best.ok) throw new Error('not played');
  const regrets = analysis.regret(replayed.value, best.value.points, { nodes: 400_000 });
  if (!regrets.ok) throw new Error(regrets.error);
  return { c, log, replayed: replayed.value, analysis, best: best.value.points, regrets: regrets.value };
}

const played = new Map<string, Played>();
beforeAll(() => {
  for (const name of ['novice', 'pleaser', 'corrected', 'expert']) played.set(name, play(name));
});
const get = (name: string): Played => present(played.get(name), name);

/** The final score of inputs played from the start of a case; undefined where they are not possible to the end. */
function scoreOf({ c, analysis, best }: Played, inputs: readonly Input[]): number | undefined {
  const all = playAll(c, inputs);
  if (!all.ok || !all.value.run.ended) return undefined;
  return score(analysis.rubric, judge(analysis.rubric, all.value.facts), best).score;
}

function repairable(one: Played): Repairable {
  const { c, log, replayed, analysis, best } = one;
  return { c, log, replayed, best, rubric: analysis.rubric, positions: analysis.positions(replayed) };
}

describe('the smallest repair', () => {
  it.each(['novice', 'pleaser'])(
    'of the %s gains what it says, and no other single change gains more',
    (name) => {
      const one = get(name);
      const repair = present(minimalRepair(repairable(one)), 'repair');
      const own = one.log.map(({ input }) => input);
      const changed = [
        ...own.slice(0, repair.index),
        ...(repair.input ? [repair.input] : []),
        ...own.slice(repair.kind === 'first' ? repair.index : repair.index + 1),
      ];
      expect(scoreOf(one, changed)).toBe(repair.score);
      expect(repair.score).toBeGreaterThan(present(scoreOf(one, own), 'own score'));
      for (const index of own.keys()) {
        const run = present(one.replayed.runs[index], 'state');
        for (const { input } of movesFrom(one.c, run)) {
          const instead = scoreOf(one, [...own.slice(0, index), input, ...own.slice(index + 1)]);
          expect(instead ?? 0).toBeLessThanOrEqual(repair.score);
        }
      }
    },
  );

  it('lets what the change makes impossible fall away: no mistake, no correction of it', () => {
    const { log } = get('corrected');
    const repair = present(minimalRepair(repairable(get('corrected'))), 'repair');
    expect(repair.index).toBe(1);
    const fallen = repair.dropped.map((index) => present(log[index], 'decision').input);
    expect(fallen).toEqual([expect.objectContaining({ act: 'work.retract' })]);
  });

  it('does not exist for the best play', () => {
    expect(minimalRepair(repairable(get('expert')))).toBeUndefined();
  });
});

describe('the points of no return', () => {
  it('name the decision after which a mark was out of reach', () => {
    const { regrets } = get('novice');
    const chances = lastChances(regrets, [10_000, 9000, 8000, 6000]);
    expect(chances.map(({ mark, index }) => [mark, index])).toEqual([
      [10_000, 9],
      [9000, 11],
      [8000, 18],
    ]);
    for (const { mark, index } of chances) {
      expect(present(regrets[index], 'regret').before).toBeGreaterThanOrEqual(mark);
      expect(present(regrets[index], 'regret').after).toBeLessThan(mark);
    }
  });

  it('are none where nothing was lost', () => {
    expect(lastChances(get('expert').regrets, [10_000, 6000])).toEqual([]);
  });
});

describe('two attempts', () => {
  it('part at the first input that differs', () => {
    const { log } = get('novice');
    const other = log.map((event, index) =>
      index === 4 ? { ...event, input: { kind: 'wait', minutes: 5 } as const } : event,
    );
    expect(firstDivergence(log, other)).toBe(4);
    expect(firstDivergence(log, log)).toBeUndefined();
    expect(firstDivergence(log, log.slice(0, 7))).toBe(7);
  });

  it('differ in a number as well as in an act', () => {
    const wait = (minutes: number): { input: Input } => ({ input: { kind: 'wait', minutes } });
    expect(firstDivergence([wait(5)], [wait(15)])).toBe(0);
  });
});

describe('a branch', () => {
  it('starts in the true state of the attempt and leaves its log alone', () => {
    const { c, log, replayed } = get('novice');
    const before = JSON.stringify(log);
    const start = branchAt(9);
    expect(playBranch(c, log, start).run).toEqual(replayed.runs[9]);
    const more = extend(c, { log, branch: start }, { kind: 'wait', minutes: 5 });
    if (!more.ok) throw new Error(more.error);
    const branch = playBranch(c, log, more.value);
    expect(branch.log).toHaveLength(10);
    expect(branch.run.now).toBe(present(replayed.runs[9], 'state').now + 5);
    expect(start.inputs).toEqual([]);
    expect(takeBack(more.value)).toEqual(start);
    expect(JSON.stringify(log)).toBe(before);
  });

  it('that does what the attempt did comes to the same end', () => {
    const { c, log, replayed } = get('novice');
    const inputs = log.slice(12).map(({ input }) => input);
    expect(playBranch(c, log, { from: 12, inputs }).run).toEqual(replayed.run);
  });

  it('refuses what is not possible there, with the reason', () => {
    const { c, log } = get('novice');
    const refused = extend(c, { log, branch: branchAt(0) }, { kind: 'act', act: 'no.such', with: {} });
    expect(refused).toEqual({ ok: false, error: 'unknown-act' });
  });
});

describe('the scenes of a case', () => {
  it('show the path from the first scene to an ending, each way with its inputs', () => {
    const { c, replayed } = get('novice');
    const { nodes, edges } = sceneGraph(c, replayed);
    expect(nodes.map(({ id }) => id).sort()).toEqual(Object.keys(c.scenes).sort());
    const taken = edges
      .flatMap(({ from, to, taken: inputs }) => inputs.map((input) => ({ from, to, input })))
      .sort((a, b) => a.input - b.input);
    expect(taken[0]?.from).toBe(c.first);
    taken.slice(1).forEach(({ from }, index) => expect(from).toBe(taken[index]?.to));
    expect(taken.at(-1)?.to).toBe(replayed.run.scene);
    const visited = new Set([c.first, ...taken.map(({ to }) => to)]);
    expect(
      nodes
        .filter(({ visits }) => visits > 0)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...visited].sort());
  });
});

describe('the costliest decisions', () => {
  it('are three at most, in the order they were made', () => {
    expect(costliest(get('novice').regrets).map(({ index }) => index)).toEqual([9, 15, 21]);
  });

  it('are none where nothing was lost', () => {
    expect(costliest(get('expert').regrets)).toEqual([]);
  });

  it('leave out what cost nothing though there would be room', () => {
    expect(costliest(get('novice').regrets.slice(0, 10)).map(({ index }) => index)).toEqual([9]);
  });
});

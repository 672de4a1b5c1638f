import { beforeAll, describe, expect, it } from 'vitest';
import { filesOf, rawOf } from '../../../tests/content/files';
import { inputOf, must, playAll, playNamed, readPlays, seedFor } from '../../../tests/content/plays';
import { present } from '../base';
import { replay, type AttemptEvent, type Replayed } from '../attempt';
import { compileCase, instantiate, parseScenario, type CompiledCase } from '../scenario';
import { judge, type Judgement } from '../scoring';
import { Analysis, type Regret } from '../search';
import { costlyDecisions, type CostlyDecision } from './costly';
import { regretClass } from './regret-class';
import { weigh } from './weigh';

const ID = 'stockout-key-account';
const parsed = parseScenario(rawOf(ID, filesOf(ID)));
if (!parsed.ok) throw new Error('the scenario does not parse');
const scenario = parsed.value;

interface Played {
  readonly c: CompiledCase;
  readonly log: readonly AttemptEvent[];
  readonly replayed: Replayed;
  readonly judgement: Judgement;
  readonly regrets: readonly Regret[];
  readonly costly: readonly CostlyDecision[];
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
  const judgement = judge(analysis.rubric, replayed.value.facts);
  const costly = costlyDecisions({ log, replayed: replayed.value, judgement }, regrets.value);
  return { c, log, replayed: replayed.value, judgement, regrets: regrets.value, costly };
}

describe('decisions to learn from', () => {
  const played = new Map<string, Played>();
  beforeAll(() => {
    for (const name of ['novice', 'pleaser', 'expert']) played.set(name, play(name));
  });
  const get = (name: string): Played => present(played.get(name), name);

  it('are those that cost more than an inaccuracy, and those with a critical error', () => {
    for (const name of ['novice', 'pleaser']) {
      const { regrets, costly, judgement, replayed } = get(name);
      const errors = judgement.criticals.flatMap(({ evidence }) =>
        evidence.map((fact) => replayed.facts[fact]).filter((fact) => fact?.type !== 'repaired'),
      );
      const wanted = regrets.filter(
        ({ index, lost }) => lost > 300 || errors.some((fact) => fact?.input === index),
      );
      expect(costly.map(({ index }) => index)).toEqual(wanted.map(({ index }) => index));
      expect(costly.length).toBeGreaterThan(0);
    }
  });

  it('are none where nothing was lost', () => {
    expect(get('expert').costly).toEqual([]);
  });

  it('are named by scene and act, without the attempt and its numbers', () => {
    const { costly, log, replayed } = get('pleaser');
    for (const { index, slip } of costly) {
      const { input } = present(log[index], 'input');
      expect(slip.startsWith(`${present(replayed.runs[index], 'run').scene}~`)).toBe(true);
      if (input.kind === 'act') expect(slip.endsWith(`~${input.act}`)).toBe(true);
    }
  });

  it('weigh the same when made again as they did in the attempt', () => {
    const { c, log, costly, regrets } = get('pleaser');
    const [worst] = [...costly].sort((a, b) => b.lost - a.lost);
    const { index } = present(worst, 'decision');
    const again = must(weigh(c, { log: log.slice(0, index), answer: present(log[index], 'input').input }));
    const { before, after, lost } = present(regrets[index], 'regret');
    expect(again).toMatchObject({ before, after, lost });
  });

  it('cost nothing when the best act is taken instead', () => {
    const { c, log, costly } = get('novice');
    const { index } = present(costly[0], 'decision');
    const before = log.slice(0, index);
    const { best } = must(weigh(c, { log: before, answer: present(log[index], 'input').input }));
    const better = must(weigh(c, { log: before, answer: present(best, 'best act') }));
    expect(better.lost).toBe(0);
    expect(better.grade).toBe(regretClass(0, false));
  });

  it('refuse what is not possible there', () => {
    const { c, log } = get('expert');
    const [first] = log;
    const again = weigh(c, { log: log.slice(0, 1), answer: present(first, 'input').input });
    expect(again).toMatchObject({ ok: false });
  });
});

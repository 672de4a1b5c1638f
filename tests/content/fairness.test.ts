import { describe, expect, it } from 'vitest';
import { canonical, dice, present } from '../../src/core/base';
import { begin, offers, step, type Fact, type Input, type Run } from '../../src/core/attempt';
import {
  compileCase,
  instantiate,
  namesIn,
  parseScenario,
  type CompiledCase,
  type Scenario,
} from '../../src/core/scenario';
import { Analysis, NODE_BUDGET } from '../../src/core/search';
import { readScenarios } from '../../src/io/content/scenario-plugin';
import { BANDS } from './bots';
import { edited, filesOf, rawOf } from './files';
import { Attempt, scenariosRoot } from './plays';

// Neither luck nor guessing may make a good mark, in any bundled case.

const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);
const folders = readScenarios(scenariosRoot);

/** The same case for somebody who opens no record: hidden facts and the full mark are those of the whole case. */
function unread(scenario: Scenario, seed: number): CompiledCase {
  return compileCase(instantiate({ ...scenario, spec: { ...scenario.spec, records: {} } }, seed));
}

const LIMIT = BANDS.novice.to * 100;

/** The best score above the careful novice's that somebody reaches who opens no record; the limit if none is. */
function guessed(scenario: Scenario, seed: number): number {
  const full = new Analysis(compileCase(instantiate(scenario, seed))).bestPlay();
  if (!full.ok) throw new Error(full.error);
  const analysis = new Analysis(unread(scenario, seed));
  const limits = { nodes: NODE_BUDGET, atLeast: LIMIT };
  const found = analysis.bestFrom(analysis.start(), full.value.points, limits);
  if (!found.ok) throw new Error(found.error);
  return found.value.best;
}

describe.each(folders)('guessing in scenarios/$id', ({ id, scenario }) => {
  const whole = present(scenario, id);
  const seeds = new Map(SEEDS.map((seed) => [canonical(instantiate(whole, seed).facts), seed]));

  it.each([...seeds.values()])(
    'cannot take anybody who looks nothing up beyond the careful novice: seed %i',
    (seed) => {
      expect(guessed(whole, seed)).toBe(LIMIT);
    },
  );
});

describe('a case that offers the right answer to everybody', () => {
  it('is found', () => {
    const id = 'stockout-key-account';
    const open = ['tell/acts/full', 'source/acts/inbound', 'money/acts/clause'];
    const edits = open.map((act) => ({ file: 'logic' as const, path: `scenes/${act}/when` }));
    const given = parseScenario(rawOf(id, edited(filesOf(id), edits)));
    if (!given.ok) throw new Error('the case is unsound');
    expect(guessed(given.value, 1)).toBeGreaterThan(LIMIT);
  });
});

/** What the world does by itself: entries that no decision can bring about or prevent, and their minutes. */
function weather(c: CompiledCase, facts: readonly Fact[]): readonly string[] {
  const { spec, expressions } = c.of.logic;
  const own = new Set(
    spec.timeline
      .filter(({ when }) => {
        const expr = when === undefined ? undefined : expressions[when];
        return expr === undefined || namesIn(expr).every((name) => name.startsWith('facts.'));
      })
      .map((entry) => entry.id),
  );
  return facts.flatMap((fact) =>
    fact.type === 'happened' && own.has(fact.entry) ? [`${fact.entry} ${String(fact.at)}`] : [],
  );
}

/** Plays on from where an attempt stands, by chance, to its end. */
function playedOn(c: CompiledCase, first: readonly Input[], name: string): Attempt {
  const attempt = new Attempt(c);
  for (const input of first) attempt.give(input);
  const roll = dice(c.of.seed, name);
  while (!attempt.run.ended) attempt.give(anything(c, attempt.run, (most) => roll(0, most)));
  return attempt;
}

function anything(c: CompiledCase, run: Run, roll: (most: number) => number): Input {
  const { acts, desk, records } = offers(c, run);
  const possible: readonly Input[] = [
    ...[...acts, ...desk].map(({ ref, asks }): Input => ({
      kind: 'act',
      act: ref,
      with: Object.fromEntries(Object.entries(asks).map(([field, { min }]) => [field, min])),
    })),
    ...records.flatMap((record): readonly Input[] =>
      record.state === 'closed' ? [{ kind: 'look', record: record.id }] : [],
    ),
    { kind: 'wait', minutes: 1 + roll(30) },
  ];
  return present(possible[roll(possible.length - 1)], 'something to do');
}

describe.each(folders)('luck in scenarios/$id', ({ id, scenario }) => {
  const whole = present(scenario, id);

  it('is the same on two branches that part anywhere, on twenty seeds', () => {
    for (const seed of SEEDS) {
      const c = compileCase(instantiate(whole, seed));
      const trunk = playedOn(c, [], 'trunk');
      const inputs = trunk.log.map(({ input }) => input);
      const parted = dice(seed, 'parting')(0, inputs.length - 1);
      const again = compileCase(instantiate(whole, seed));
      const branch = playedOn(again, inputs.slice(0, parted), 'branch');
      expect(again.of.facts).toEqual(c.of.facts);
      expect(weather(again, branch.facts)).toEqual(weather(c, trunk.facts));
    }
  });

  it('is settled before play: a step has no dice', () => {
    for (const seed of SEEDS) {
      const c = compileCase(instantiate(whole, seed));
      for (const input of [{ kind: 'wait', minutes: 600 }, anything(c, begin(c), () => 0)] as const)
        expect(step(c, begin(c), input)).toEqual(step(c, begin(c), input));
    }
  });
});

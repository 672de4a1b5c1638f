import fc from 'fast-check';
import { expect } from 'vitest';
import { dice, points, present, type Points } from '../../src/core/base';
import { replay, type Input } from '../../src/core/attempt';
import type { CompiledCase } from '../../src/core/scenario';
import { judge, score } from '../../src/core/scoring';
import { ALL_REDUCTIONS, Analysis, NODE_BUDGET, type Reductions } from '../../src/core/search';
import { Enumeration, placeAfter, startOf, type Place } from './brute';
import { caseOf, mostInputs, randomPlay, type Played } from './cases';
import { richCase } from './generate-rich';

// Search against plain enumeration. Every answer that the product gives about what was still possible is compared
// with the same answer read off all plays of the case.

/** States of a case to write out at most; larger cases are left to others. */
const MOST_STATES = 3000;

/** All plays of a case, if they are few enough. */
export function enumerated(c: CompiledCase, most = MOST_STATES): Enumeration | undefined {
  const all = new Enumeration(c, new Analysis(c).rubric, most);
  return all.complete ? all : undefined;
}

/** The full mark, the best score from the start, and a play for each, with any set of reductions. */
export function agreesFromTheStart(c: CompiledCase, all: Enumeration, reductions: Reductions): void {
  const analysis = new Analysis(c);
  const limits = { nodes: NODE_BUDGET, reductions };
  const best = analysis.bestPlay(limits);
  expect(best.ok ? best.value.points : -1).toBe(all.bestPoints());
  const full = points(Math.max(0, all.bestPoints()));
  const found = analysis.bestFrom(analysis.start(), full, limits);
  const wanted = all.bestScore(startOf(c, analysis.rubric), full);
  expect(found.ok && found.value.best).toBe(wanted);
  if (best.ok)
    expect(endOf({ c, analysis, full }, best.value.inputs)).toMatchObject({ earned: full, errors: 0 });
  if (found.ok) expect(endOf({ c, analysis, full }, found.value.play ?? [])).toMatchObject({ score: wanted });
}

/** What a play comes to, judged from its facts. */
function endOf(
  { c, analysis, full }: { readonly c: CompiledCase; readonly analysis: Analysis; readonly full: Points },
  inputs: readonly Input[],
) {
  let place = startOf(c, analysis.rubric);
  const log = inputs.map((input) => {
    const at = place.run.now;
    place = placeAfter(c, analysis.rubric, { place, input });
    return { v: 1 as const, at, input };
  });
  const again = replay(c, log);
  expect(again.ok && again.value.run.ended).toBe(true);
  const judgement = judge(analysis.rubric, again.ok ? again.value.facts : []);
  const card = score(analysis.rubric, judgement, full);
  return { earned: card.earned, errors: judgement.criticals.length, score: card.score };
}

/** The best score from every place of a play, and what each of its decisions cost. */
export function agreesAlong(c: CompiledCase, all: Enumeration, { log, runs }: Played): void {
  const analysis = new Analysis(c);
  const full = points(Math.max(0, all.bestPoints()));
  const places: Place[] = [startOf(c, analysis.rubric)];
  for (const { input } of log)
    places.push(placeAfter(c, analysis.rubric, { place: present(places.at(-1), 'place'), input }));
  expect(places.map(({ run }) => run)).toEqual(runs);
  const wanted = places.map((place) => all.bestScore(place, full));
  for (const [index, place] of places.entries()) {
    const found = analysis.bestFrom(place, full, { nodes: NODE_BUDGET });
    expect([index, found.ok && found.value.best]).toEqual([index, wanted[index]]);
  }
  const again = replay(c, log);
  expect(again.ok).toBe(true);
  if (!again.ok) return;
  const regrets = analysis.regret(again.value, full, { nodes: NODE_BUDGET });
  expect(regrets.ok && regrets.value.map(({ lost }) => lost)).toEqual(
    log.map((_, index) => present(wanted[index], 'before') - present(wanted[index + 1], 'after')),
  );
}

/** Compares everything about one case; false where it has too many plays to write them all out. */
export function agrees(raw: unknown, seed: number, chance: number): boolean {
  const c = caseOf(raw, seed);
  const all = enumerated(c);
  if (all === undefined) return false;
  agreesFromTheStart(c, all, ALL_REDUCTIONS);
  agreesAlong(c, all, randomPlay(c, dice(chance, 'regret'), mostInputs(c)));
  return true;
}

/** Compares `numRuns` generated cases; those too large are replaced by others. */
export function compareGenerated(seed: number, numRuns: number): number {
  let compared = 0;
  fc.assert(
    fc.property(richCase, fc.nat({ max: 9 }), fc.nat({ max: 9 }), (raw, luck, chance) => {
      const done = agrees(raw, luck, chance);
      if (done) compared++;
      fc.pre(done);
    }),
    { seed, numRuns },
  );
  return compared;
}

import { expect, it } from 'vitest';
import { canonical, dice, parsedJson, present, type Json } from '../../src/core/base';
import { eventToJson, parseEvent, replay, type AttemptEvent } from '../../src/core/attempt';
import { judge, score } from '../../src/core/scoring';
import { Analysis, NODE_BUDGET } from '../../src/core/search';
import { caseOf, mostInputs, randomPlay, rawCase, type Bundled } from './cases';

const GENEROUS = 1_800_000;

/** Random plays of one bundled case. */
export interface Plays {
  readonly code: string;
  readonly id: Bundled;
  readonly seeds: readonly number[];
  /** Of each seed. */
  readonly plays: number;
}

/** A log as storage gives it back: through text, line by line. */
function stored(log: readonly AttemptEvent[]): readonly AttemptEvent[] {
  return log.map((event) => {
    const read = parseEvent(parsedJson(JSON.stringify(eventToJson(event))));
    if (!read.ok) throw new Error(read.error);
    return read.value;
  });
}

/** Random plays of each seed: what every decision cost is never negative and sums to what was lost. */
export function regretsAddUp({ code, id, seeds, plays }: Plays): void {
  const raw = rawCase(id);
  it.each(seeds)(
    `${code}, case seed %i, ${String(plays)} random plays: regrets are never negative and sum to best minus got`,
    (seed) => {
      const c = caseOf(raw, seed);
      const analysis = new Analysis(c);
      const best = analysis.bestPlay();
      expect(best.ok && best.value.points).toBe(analysis.rubric.total);
      const full = analysis.rubric.total;
      for (let play = 0; play < plays; play++) {
        const played = randomPlay(c, dice(seed, `regret ${String(play)}`), mostInputs(c));
        const again = replay(c, stored(played.log));
        if (!again.ok) throw new Error(`play ${String(play)}: ${again.error.reason}`);
        const card = (facts: typeof played.facts): Json =>
          parsedJson(JSON.stringify(score(analysis.rubric, judge(analysis.rubric, facts), full)));
        expect(canonical(card(again.value.facts))).toBe(canonical(card(played.facts)));
        const regrets = analysis.regret(again.value, full, { nodes: NODE_BUDGET });
        if (!regrets.ok) throw new Error(`play ${String(play)}: ${regrets.error}`);
        const lost = regrets.value.map((one) => one.lost);
        expect(Math.min(...lost)).toBeGreaterThanOrEqual(0);
        const first = present(regrets.value[0], 'first decision');
        const got = score(analysis.rubric, judge(analysis.rubric, played.facts), full).score;
        expect(lost.reduce((sum, one) => sum + one, 0)).toBe(first.before - got);
      }
    },
    GENEROUS,
  );
}

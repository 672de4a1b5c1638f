import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { err, ok, present, WHOLE, type Json, type Result } from '../../src/core/base';
import { eventToJson, parseEvent, replay, type AttemptEvent } from '../../src/core/attempt';
import {
  compileCase,
  CRITERIA,
  CRITICAL_ERRORS,
  instantiate,
  type CriterionId,
  type Scenario,
} from '../../src/core/scenario';
import { judge, score } from '../../src/core/scoring';
import { Analysis } from '../../src/core/search';
import { readScenarios } from '../../src/io/content/scenario-plugin';
import { inputOf, must, playAll, playNamed, readPlays, scenariosRoot, seedFor } from '../content/plays';

// Stored attempts with the scorecard that each had when somebody last agreed to it. Scores are what people were
// told: a change that moves one is agreed to by `npm run accept`, which notes it in the change log, never by accident.

export const goldenRoot = join(import.meta.dirname, 'logs');
/** The plays of every scenario whose attempts are kept. */
export const KEPT = ['expert', 'novice', 'pleaser', 'rigid', 'denier'] as const;

const cardSchema = v.object({
  score: v.number(),
  raw: v.number(),
  earned: v.number(),
  best: v.number(),
  level: v.string(),
  caps: v.array(v.object({ by: v.picklist([...CRITICAL_ERRORS, 'floor']), cap: v.number() })),
  shares: v.record(v.picklist(CRITERIA), v.object({ points: v.number(), share: v.number() })),
});
const goldenSchema = v.object({
  scenario: v.string(),
  play: v.string(),
  seed: v.number(),
  scorecard: cardSchema,
  events: v.array(v.unknown()),
});

/** A scorecard as it is kept: shares and scores in basis points, `earned` and `best` in points × 10,000. */
export type Card = v.InferOutput<typeof cardSchema>;
/** An attempt as it is kept. */
export type Golden = v.InferOutput<typeof goldenSchema>;

/** Every scenario by its id. */
export function scenarios(): ReadonlyMap<string, Scenario> {
  return new Map(
    readScenarios(scenariosRoot).map(({ id, scenario }) => [
      id,
      present(scenario, `a sound scenario in ${id}`),
    ]),
  );
}

const fileOf = (scenario: string, play: string): string => join(goldenRoot, scenario, `${play}.json`);

/** All kept attempts. */
export function readGolden(): readonly Golden[] {
  return readdirSync(goldenRoot, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) =>
      v.parse(v.pipe(v.string(), v.parseJson(), goldenSchema), readFileSync(join(goldenRoot, name), 'utf8')),
    );
}

/** Writes an attempt, one event a line, so that a change is easy to read. */
export function writeGolden(golden: Golden): void {
  const { events, ...rest } = golden;
  const head = JSON.stringify(rest, null, 2).replace(/\n\}$/, '');
  const lines = events.map((event) => `    ${JSON.stringify(event)}`).join(',\n');
  const path = fileOf(golden.scenario, golden.play);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${head},\n  "events": [\n${lines}\n  ]\n}\n`);
}

/**
 * Replays and scores a kept attempt as the program does now.
 * @example cardOf(scenario, golden).ok
 */
export function cardOf(scenario: Scenario, golden: Pick<Golden, 'seed' | 'events'>): Result<Card, string> {
  const log: AttemptEvent[] = [];
  for (const [i, line] of golden.events.entries()) {
    const event = parseEvent(line);
    if (!event.ok) return err(`event ${i + 1} is ${event.error}`);
    log.push(event.value);
  }
  const c = compileCase(instantiate(scenario, golden.seed));
  const replayed = replay(c, log);
  if (!replayed.ok) return err(`event ${replayed.error.index + 1} is refused: ${replayed.error.reason}`);
  const analysis = new Analysis(c);
  const best = analysis.bestPlay();
  if (!best.ok) return err(best.error);
  const judged = judge(analysis.rubric, replayed.value.facts);
  const { score: mark, raw, earned, level, caps } = score(analysis.rubric, judged, best.value.points);
  return ok({
    score: mark,
    raw,
    earned,
    best: best.value.points,
    level,
    caps: caps.map(({ by, cap }) => ({ by, cap })),
    shares: Object.fromEntries(
      judged.findings.map(({ criterion, points, share }) => [criterion, { points, share }]),
    ),
  });
}

/** Plays a hand-scored play of a scenario and keeps it. */
export function recorded(scenario: Scenario, play: string): Golden {
  const { assumes, inputs } = playNamed(readPlays(scenario.spec.id), play);
  const seed = present(seedFor(scenario, assumes), `a seed for ${play}`);
  const played = must(playAll(compileCase(instantiate(scenario, seed)), inputs.map(inputOf)));
  const events: Json[] = played.log.map(eventToJson);
  const scorecard = must(cardOf(scenario, { seed, events }));
  return { scenario: scenario.spec.id, play, seed, scorecard, events };
}

const percent = (basis: number): string => (basis / 100).toFixed(2);

function moved(id: CriterionId, before: Card, after: Card): readonly string[] {
  const [a, b] = [before.shares[id], after.shares[id]];
  if (a?.share === b?.share && a?.points === b?.points) return [];
  const told = (row: typeof a): string => (row ? `${percent(row.share)} % of ${row.points}` : 'no such row');
  return [`${id}: ${told(a)} → ${told(b)}`];
}

const capsOf = ({ caps }: Card): string => caps.map(({ by, cap }) => `${by} at ${cap}`).join(', ') || 'none';

/**
 * What moved in a scorecard, as one sentence: whose, from what to what, because of which criteria; undefined if
 * nothing did.
 * @example whatMoved(golden, card) // 'expert of …: 100.00 → 92.00 because of R4.b: 100.00 % of 6 → 0.00 % of 6'
 */
export function whatMoved({ scenario, play, scorecard: before }: Golden, after: Card): string | undefined {
  const reasons = CRITERIA.flatMap((id) => moved(id, before, after));
  if (before.best !== after.best)
    reasons.push(`full mark: ${before.best / WHOLE} → ${after.best / WHOLE} points`);
  if (capsOf(before) !== capsOf(after)) reasons.push(`caps: ${capsOf(before)} → ${capsOf(after)}`);
  const same = before.score === after.score && before.raw === after.raw && before.level === after.level;
  if (same && reasons.length === 0) return undefined;
  const why = reasons.join('; ') || 'the way points become a score';
  return `${play} of ${scenario}: ${percent(before.score)} → ${percent(after.score)} because of ${why}`;
}

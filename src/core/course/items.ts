import type { Input } from '../attempt';
import type { Played } from './played';

/** What was done at a moment, without what was typed: an act, a look-up or a wait. */
export type Deed = { readonly kind: Input['kind']; readonly id: string };

/** One answer that a class gave to a scene. */
export interface Choice {
  readonly deed: Deed;
  /** Results that took it. */
  readonly taken: number;
  /** Of those that reached the scene, 0 … 1. */
  readonly share: number;
  /** Mean final score of those who took it, basis points. */
  readonly score: number;
  /** Mean cost of this deed alone, basis points; undefined where no cost is known. */
  readonly lost: number | undefined;
  /** What was typed with it, one entry a result, in the order of the results. */
  readonly typed: readonly Readonly<Record<string, number>>[];
}

/** A scene as a test item. */
export interface Item {
  readonly scene: string;
  /** Results that came to a decision in it. */
  readonly reached: number;
  /** How the scene was left at the first visit, the most frequent first. */
  readonly choices: readonly Choice[];
  /** Look-ups made at that visit before it was left, the most frequent first: share of those who reached it. */
  readonly looked: readonly { readonly record: string; readonly share: number }[];
  /** Share of those who reached it that lost at most `NEAR` there, 0 … 1; undefined where no cost is known. */
  readonly facility: number | undefined;
  /**
   * Correlation of having lost at most `NEAR` here with the score of everything else, −1 … 1; undefined with fewer
   * than `ENOUGH_FOR_CORRELATION` results or where all did alike.
   */
  readonly discrimination: number | undefined;
  /** Mean cost of everything done in the scene, basis points; undefined where no cost is known. */
  readonly lost: number | undefined;
}

/** A loss up to this, in basis points, is still a good decision: one point of a hundred. */
export const NEAR = 100;
/** Below this a correlation is noise: its 95 % interval is wider than 1.2. */
export const ENOUGH_FOR_CORRELATION = 10;

/**
 * The scenes of a case as items of a test: who reached each, how it was left, and how well that tells strong from weak.
 * Facility is the share that did it (nearly) without loss; discrimination is the item-rest correlation: the score
 * without what was lost in this scene, so that the item is not correlated with itself (Henrysson 1963).
 * Scenes come in the order in which most results met them.
 * @example itemsOf(plays)[0]?.choices.map(({ share }) => share)
 */
export function itemsOf(results: readonly Played[]): readonly Item[] {
  const visits = results.flatMap((one) => visitsOf(one));
  const scenes = new Map<string, Visit[]>();
  for (const visit of visits) {
    const known = scenes.get(visit.scene);
    if (known) known.push(visit);
    else scenes.set(visit.scene, [visit]);
  }
  return [...scenes]
    .map(([scene, list]) => ({ item: itemOf(scene, list), order: mean(list.map(({ order }) => order)) }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}

/** Everything that one result did in one scene. */
interface Visit {
  readonly scene: string;
  /** Scenes the result had met before it. */
  readonly order: number;
  readonly score: number;
  /** The decision that left the scene first, if it was left. */
  readonly leaving: Input | undefined;
  readonly leavingLost: number | undefined;
  readonly looked: readonly string[];
  /** Cost of all that was done in the scene, at every visit. */
  readonly lost: number | undefined;
}

function visitsOf({ score, steps, lost }: Played): readonly Visit[] {
  const numbered = steps.map((step, index) => ({ ...step, index }));
  return [...new Set(steps.map(({ scene }) => scene))].map((scene, order) => {
    const here = numbered.filter((step) => step.scene === scene);
    const leaving = here.find(({ to, index }) => to !== scene || index === steps.length - 1);
    const before = here.filter(({ index }) => leaving === undefined || index < leaving.index);
    const looks = before.flatMap(({ input }) => (input.kind === 'look' ? [input.record] : []));
    return {
      scene,
      order,
      score,
      leaving: leaving?.input,
      leavingLost: leaving && lost?.[leaving.index],
      looked: [...new Set(looks)],
      lost: lost ? sum(here.map(({ index }) => lost[index] ?? 0)) : undefined,
    };
  });
}

function itemOf(scene: string, visits: readonly Visit[]): Item {
  const losses = visits.flatMap(({ lost }) => (lost === undefined ? [] : [lost]));
  return {
    scene,
    reached: visits.length,
    choices: choicesOf(visits),
    looked: looksOf(visits),
    facility: losses.length > 0 ? losses.filter((lost) => lost <= NEAR).length / losses.length : undefined,
    discrimination: discriminationOf(visits),
    lost: losses.length > 0 ? mean(losses) : undefined,
  };
}

function choicesOf(visits: readonly Visit[]): readonly Choice[] {
  const groups = new Map<string, { deed: Deed; visits: Visit[] }>();
  for (const visit of visits) {
    if (!visit.leaving) continue;
    const deed = deedOf(visit.leaving);
    const key = `${deed.kind} ${deed.id}`;
    const group = groups.get(key) ?? { deed, visits: [] };
    group.visits.push(visit);
    groups.set(key, group);
  }
  return [...groups.values()]
    .map(({ deed, visits: list }) => choiceOf(deed, list, visits.length))
    .sort((a, b) => b.taken - a.taken || (a.deed.id < b.deed.id ? -1 : 1));
}

function choiceOf(deed: Deed, list: readonly Visit[], reached: number): Choice {
  const losses = list.flatMap(({ leavingLost }) => (leavingLost === undefined ? [] : [leavingLost]));
  return {
    deed,
    taken: list.length,
    share: list.length / reached,
    score: mean(list.map(({ score }) => score)),
    lost: losses.length > 0 ? mean(losses) : undefined,
    typed: list.flatMap(({ leaving }) => (leaving?.kind === 'act' ? [leaving.with] : [])),
  };
}

/** What an input is, without what was typed. */
export function deedOf(input: Input): Deed {
  switch (input.kind) {
    case 'act':
      return { kind: 'act', id: input.act };
    case 'look':
      return { kind: 'look', id: input.record };
    case 'wait':
      return { kind: 'wait', id: '' };
  }
}

function looksOf(visits: readonly Visit[]): Item['looked'] {
  const counts = new Map<string, number>();
  for (const record of visits.flatMap(({ looked }) => looked))
    counts.set(record, (counts.get(record) ?? 0) + 1);
  return [...counts]
    .map(([record, count]) => ({ record, share: count / visits.length }))
    .sort((a, b) => b.share - a.share || (a.record < b.record ? -1 : 1));
}

function discriminationOf(visits: readonly Visit[]): number | undefined {
  const known = visits.flatMap(({ lost, score }) => (lost === undefined ? [] : [{ lost, score }]));
  if (known.length < ENOUGH_FOR_CORRELATION) return undefined;
  return correlation(
    known.map(({ lost }) => (lost <= NEAR ? 1 : 0)),
    known.map(({ lost, score }) => score + lost),
  );
}

/**
 * Pearson's correlation of two lists of the same length; undefined where one of them does not vary.
 * @example correlation([1, 2, 3], [2, 4, 6]) // 1
 */
export function correlation(xs: readonly number[], ys: readonly number[]): number | undefined {
  const meanX = mean(xs);
  const meanY = mean(ys);
  const both = sum(xs.map((x, i) => (x - meanX) * ((ys[i] ?? meanY) - meanY)));
  const spread = Math.sqrt(sum(xs.map((x) => (x - meanX) ** 2)) * sum(ys.map((y) => (y - meanY) ** 2)));
  return spread > 0 ? both / spread : undefined;
}

const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);
const mean = (list: readonly number[]): number => (list.length > 0 ? sum(list) / list.length : 0);

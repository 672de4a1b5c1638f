import { deedOf, type Deed } from './items';
import type { Played } from './played';

/** How many results went from one scene to another, each result counted once. */
export interface PathEdge {
  readonly from: string;
  readonly to: string;
  readonly results: number;
}

/** How a class went through the statechart of a case. */
export interface ClassPaths {
  readonly results: number;
  /** Results that came to each scene. */
  readonly scenes: ReadonlyMap<string, number>;
  readonly edges: readonly PathEdge[];
  /** How many ended in each ending, the most frequent first. */
  readonly endings: readonly { readonly ending: string; readonly results: number }[];
  /** The scene in which the customer left, and how many: the drop-off. */
  readonly left: ReadonlyMap<string, number>;
}

/** One decision that cost a class much. */
export interface Expensive {
  readonly scene: string;
  readonly deed: Deed;
  /** Results in which it cost anything. */
  readonly results: number;
  /** Basis points of the final score, over all results. */
  readonly total: number;
  /** Results in which the customer left in its course. */
  readonly left: number;
}

/**
 * How many results came to each scene, went each way, ended where, and where customers left.
 * @param first the scene in which the case begins
 * @example classPaths('greet', plays).endings
 */
export function classPaths(first: string, results: readonly Played[]): ClassPaths {
  const scenes = new Map<string, number>();
  const edges = new Map<string, { from: string; to: string; results: number }>();
  const endings = new Map<string, number>();
  const left = new Map<string, number>();
  for (const { steps, ending } of results) {
    for (const scene of new Set([first, ...steps.map(({ to }) => to)])) count(scenes, scene);
    const ways = new Map(
      steps.filter(({ scene, to }) => scene !== to).map((one) => [`${one.scene}\n${one.to}`, one]),
    );
    for (const [key, { scene: from, to }] of ways)
      edges.set(key, { from, to, results: (edges.get(key)?.results ?? 0) + 1 });
    count(endings, ending);
    const parting = steps.find((step) => step.left);
    if (parting) count(left, parting.scene);
  }
  return {
    results: results.length,
    scenes,
    edges: [...edges.values()],
    endings: [...endings]
      .map(([ending, number]) => ({ ending, results: number }))
      .sort((a, b) => b.results - a.results || (a.ending < b.ending ? -1 : 1)),
    left,
  };
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/**
 * The decisions that cost a class most, by the sum over all results; those that cost nothing are left out.
 * @example expensiveOf(plays).slice(0, 3)
 */
export function expensiveOf(results: readonly Played[]): readonly Expensive[] {
  const found = new Map<string, Expensive>();
  for (const one of results)
    for (const [key, mine] of expensiveOfOne(one)) {
      const known = found.get(key);
      found.set(key, known ? together(known, mine) : mine);
    }
  return [...found.values()].sort((a, b) => b.total - a.total || (a.scene < b.scene ? -1 : 1));
}

function expensiveOfOne({ steps, lost }: Played): ReadonlyMap<string, Expensive> {
  const found = new Map<string, Expensive>();
  for (const [index, { scene, input, left }] of steps.entries()) {
    const cost = lost?.[index] ?? 0;
    if (cost <= 0) continue;
    const deed = deedOf(input);
    const key = `${scene}\n${deed.kind} ${deed.id}`;
    const step = { scene, deed, results: 1, total: cost, left: left ? 1 : 0 };
    const known = found.get(key);
    found.set(key, known ? { ...together(known, step), results: 1 } : step);
  }
  return found;
}

function together(one: Expensive, other: Expensive): Expensive {
  return {
    ...one,
    results: one.results + other.results,
    total: one.total + other.total,
    left: one.left + other.left,
  };
}

import { present } from '../base';
import type { Replayed } from '../attempt';
import type { CompiledCase } from '../scenario';

/** A scene of the case as a state of its statechart. */
export interface SceneNode {
  readonly id: string;
  readonly ending: boolean;
  /** How often it was entered; the first scene counts as entered at the start. */
  readonly visits: number;
}

/** A way from one scene to another. `taken` lists the inputs, counted from 0, that led along it. */
export interface SceneEdge {
  readonly from: string;
  readonly to: string;
  readonly taken: readonly number[];
}

/** The scenes of a case and the ways between them, with the path of one attempt. */
export interface SceneGraph {
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
}

/**
 * The statechart of the conversation with the path an attempt took. Ways that an event of the world or the end of a
 * call may open from any scene are drawn only where they were taken.
 * @example sceneGraph(c, replayed).nodes.filter(({ visits }) => visits > 0).length
 */
export function sceneGraph(c: CompiledCase, replayed: Pick<Replayed, 'facts'>): SceneGraph {
  const visits = new Map<string, number>([[c.first, 1]]);
  const ways = new Map<string, { from: string; to: string; taken: number[] }>();
  const way = (from: string, to: string): { from: string; to: string; taken: number[] } => {
    const key = `${from}\n${to}`;
    const known = ways.get(key) ?? { from, to, taken: [] };
    ways.set(key, known);
    return known;
  };
  for (const scene of Object.values(c.scenes))
    for (const act of scene.acts)
      for (const target of act.targets) if (target !== scene.id) way(scene.id, target);
  let here = c.first;
  for (const fact of replayed.facts) {
    if (fact.type !== 'entered') continue;
    if (fact.scene !== here) way(here, fact.scene).taken.push(fact.input);
    visits.set(fact.scene, (visits.get(fact.scene) ?? 0) + 1);
    here = fact.scene;
  }
  const nodes = Object.keys(c.scenes).map((id) => ({
    id,
    ending: present(c.scenes[id], id).ending,
    visits: visits.get(id) ?? 0,
  }));
  return { nodes, edges: [...ways.values()] };
}

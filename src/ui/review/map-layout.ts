import type { EdgeLabel, GraphLabel, NodeLabel } from '@dagrejs/dagre';
import type { SceneGraph } from '../../core/debrief';

/** Where a scene is drawn: its middle, in pixels. */
export interface Placed {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** A way as a line through some points. */
export interface Line {
  readonly from: string;
  readonly to: string;
  readonly path: string;
  readonly taken: readonly number[];
}

/** A statechart laid out from top to bottom. */
export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly Placed[];
  readonly lines: readonly Line[];
}

/** Size of a scene's box, in pixels. */
export const BOX = { width: 136, height: 44 } as const;
const MARGIN = 12;

/**
 * Lays a statechart out. The layout program is loaded when it is first needed.
 * @example (await layoutOf(sceneGraph(c, replayed))).nodes.length
 */
export async function layoutOf(graph: SceneGraph): Promise<MapLayout> {
  const { Graph, layout } = await import('@dagrejs/dagre');
  const g = new Graph<GraphLabel, NodeLabel, EdgeLabel>();
  g.setGraph({ rankdir: 'TB', nodesep: 20, ranksep: 30, marginx: MARGIN, marginy: MARGIN });
  g.setDefaultEdgeLabel(() => ({}));
  const tied = new Set(graph.edges.flatMap(({ from, to }) => [from, to]));
  for (const { id } of graph.nodes) if (tied.has(id)) g.setNode(id, { ...BOX });
  for (const { from, to } of graph.edges) g.setEdge(from, to);
  layout(g);
  const whole = g.graph();
  const nodes = graph.nodes
    .filter(({ id }) => tied.has(id))
    .map(({ id }) => {
      const { x, y } = g.node(id);
      return { id, x: x ?? 0, y: y ?? 0 };
    });
  const loose = graph.nodes.filter(({ id }) => !tied.has(id)).map(({ id }) => id);
  const below = rowBelow(loose, whole.height ?? 0);
  return {
    width: Math.max(whole.width ?? 0, below.width),
    height: below.height,
    nodes: [...nodes, ...below.nodes],
    lines: graph.edges.map(({ from, to, taken }) => {
      const points = g.edge(from, to).points ?? [];
      return { from, to, taken, path: pathOf(points) };
    }),
  };
}

/** Scenes that may be entered from anywhere and were not: a row of their own at the foot of the drawing. */
function rowBelow(
  ids: readonly string[],
  height: number,
): { readonly nodes: readonly Placed[]; readonly width: number; readonly height: number } {
  if (ids.length === 0) return { nodes: [], width: 0, height };
  const x = (place: number): number => MARGIN + BOX.width / 2 + place * (BOX.width + MARGIN);
  const nodes = ids.map((id, place) => ({ id, x: x(place), y: height + BOX.height / 2 }));
  const width = x(ids.length - 1) + BOX.width / 2 + MARGIN;
  return { nodes, width, height: height + BOX.height + MARGIN };
}

/**
 * A line through points, bent in the middle of each stretch.
 * @example pathOf([{ x: 0, y: 0 }, { x: 10, y: 0 }]) // 'M0,0 L10,0'
 */
export function pathOf(points: readonly { readonly x: number; readonly y: number }[]): string {
  return points
    .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${String(Math.round(x))},${String(Math.round(y))}`)
    .join(' ');
}

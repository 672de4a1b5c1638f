import { canonical, type Json } from '../base';
import type { Input, Run, Step } from '../attempt';
import type { CompiledCase } from '../scenario';
import { take, type Rubric, type Standing } from '../scoring';
import { Frontier } from './frontier';
import { Heap } from './heap';
import type { Lookout } from './lookout';
import { movesFrom } from './moves';
import { Pruning } from './pruning';
import { relevanceOf, type Relevant } from './relevance';

/** A state of an attempt together with how it stands with every criterion. */
export interface Position {
  readonly run: Run;
  readonly standing: Standing;
  /** Set by search on its way to an end: looking up, waiting, and at the most one act that ends the case. */
  readonly resigned?: boolean;
  /** What each look-up since the last act revealed, as bits: search tries only acts that want some of each. */
  readonly pending?: readonly number[];
}

/** What search maximises: a number that is exact at the end and never too low before it. */
export interface Objective {
  bound(position: Position): number;
  /** Which of two positions with the same bound looks better; nothing is proved by it. */
  rank(position: Position): number;
  /** The same for plays that end with the customer leaving, or with the conversation still on. */
  leaving(position: Position): number;
}

export interface Limits {
  /** States to expand before giving up with `too-large`. */
  readonly nodes: number;
  /** A value known to be reachable; only better plays are looked for. */
  readonly atLeast?: number;
  /** Which reductions to use; all by default. Switching one off must never change the answer. */
  readonly reductions?: Reductions;
}

export interface Reductions {
  /** Skip moves that cannot gain; leave out of a state what the future cannot read. */
  readonly relevance: boolean;
  /** Drop what cannot beat the best play found. */
  readonly bounds: boolean;
  /** Expand states with the same future once. */
  readonly merging: boolean;
  /** Drop a state where another one is at least as good; goes beyond merging. */
  readonly dominance: boolean;
}

export const ALL_REDUCTIONS: Reductions = { relevance: true, bounds: true, merging: true, dominance: true };

/** What a search found. `play` is undefined when nothing beats `atLeast`. */
export interface Found {
  readonly best: number;
  readonly play: readonly Input[] | undefined;
  readonly nodes: number;
}

interface Node {
  readonly position: Position;
  readonly bound: number;
  readonly rank: number;
  readonly depth: number;
  readonly from: Node | undefined;
  readonly input: Input | undefined;
  /** The record just opened, '' otherwise: the order in which look-ups are tried goes on from it. */
  readonly last: string;
}

/** A position to be tried next. */
interface Branch {
  readonly input: Input;
  readonly position: Position;
  readonly last: string;
}

/** Exact search over one case: best first, branch and bound, states with the same future merged. */
export class Searcher {
  readonly #c: CompiledCase;
  readonly #rubric: Rubric;
  readonly #relevant: ReadonlyMap<string, Relevant>;
  readonly #pruning: Pruning;
  readonly #lookout: Lookout;
  readonly #standings = new Map<string, Standing>();
  readonly #numbers = new WeakMap<Standing, number>();
  readonly #rows = new WeakMap<Standing, readonly number[]>();
  readonly #accs: Map<Json, number>[] = [];

  constructor(c: CompiledCase, rubric: Rubric, lookout: Lookout) {
    this.#c = c;
    this.#lookout = lookout;
    this.#rubric = rubric;
    this.#relevant = relevanceOf(c, rubric);
    this.#pruning = new Pruning(c, this.#relevant);
  }

  /** The position after a step. Equal standings are the same object, so that they are worked on once. */
  after(position: Position, step: Step): Position {
    let standing = position.standing;
    for (const fact of step.facts) standing = take(this.#rubric, standing, fact);
    return {
      run: step.run,
      standing: standing === position.standing ? standing : this.shared(standing, position.standing),
    };
  }

  /** The one standing that stands for all equal ones. `from` is one it grew out of: most rows are the same. */
  shared(standing: Standing, from?: Standing): Standing {
    if (this.#numbers.has(standing)) return standing;
    const before = from && this.#rows.get(from);
    const rows = standing.accs.map((acc, row) =>
      before && acc === from.accs[row] ? (before[row] ?? 0) : this.#number(row, acc),
    );
    let key = rows.join(',');
    for (const mark of standing.criticals) key += `;${mark.error}${String(mark.cap)}${String(mark.repaired)}`;
    const known = this.#standings.get(key);
    if (known) return known;
    this.#standings.set(key, standing);
    this.#numbers.set(standing, this.#standings.size);
    this.#rows.set(standing, rows);
    return standing;
  }

  /** A number for each different accumulator of a row. */
  #number(row: number, acc: Json): number {
    const table = (this.#accs[row] ??= new Map<Json, number>());
    const key = acc !== null && typeof acc === 'object' ? canonical(acc) : acc;
    const known = table.get(key);
    if (known !== undefined) return known;
    table.set(key, table.size);
    return table.size - 1;
  }

  /**
   * The best value reachable from a position, proved, or undefined when the limit of nodes is passed: never an
   * approximation.
   */
  best(from: Position, objective: Objective, limits: Limits): Found | undefined {
    const use = limits.reductions ?? ALL_REDUCTIONS;
    const start = { run: from.run, standing: this.shared(from.standing) };
    const heap = new Heap<Node>(comesFirst);
    const seen = new Set<string>();
    const frontier = new Frontier(this.#c, this.#rubric, {
      relevant: this.#relevant,
      rules: {
        late: (run) => this.#pruning.rewardsLateness(run),
        leaving: (position) => objective.leaving(position) > best,
        latest: (run, promise) => this.#lookout.latest(run, promise),
      },
    });
    let best = limits.atLeast ?? -1;
    let winner: Node | undefined;
    let nodes = 0;
    heap.push({
      position: start,
      bound: objective.bound(start),
      rank: 0,
      depth: 0,
      from: undefined,
      input: undefined,
      last: '',
    });
    for (let popped = heap.pop(); popped; popped = heap.pop()) {
      if (use.bounds && popped.bound <= best) break;
      const node = use.relevance ? this.#gained(popped) : popped;
      if (use.merging && node !== popped && !this.#fresh(node, seen, use)) continue;
      if (node.position.run.ended) {
        if (node.bound > best) [best, winner] = [node.bound, node];
        continue;
      }
      if (use.dominance && !frontier.admits(node)) continue;
      if (++nodes > limits.nodes) return undefined;
      for (const branch of this.#next(node, use)) {
        if (use.merging && !this.#fresh(branch, seen, use)) continue;
        const bound = Math.min(node.bound, objective.bound(branch.position));
        if (use.bounds && bound <= best) continue;
        const rank = objective.rank(branch.position);
        heap.push({ ...branch, bound, rank, depth: node.depth + 1, from: node });
      }
    }
    return { best, play: winner && inputsTo(winner), nodes };
  }

  /** The node after all moves that are sure to gain: nothing else need be tried before them. */
  #gained(node: Node): Node {
    let at = node;
    for (;;) {
      const move = this.#pruning.forced(at.position);
      if (!move) return at;
      const position = { ...at.position, ...this.after(at.position, move.step) };
      at = { ...at, position, depth: at.depth + 1, from: at, input: move.input };
    }
  }

  /** What has to be tried from a node. */
  #next(node: Node, use: Reductions): readonly Branch[] {
    const { position } = node;
    const moves = movesFrom(this.#c, position.run);
    if (!use.relevance)
      return moves.map(({ input, step }) => ({ input, position: this.after(position, step), last: '' }));
    return moves.flatMap((move) => {
      const { input, step } = move;
      const keeps = this.#pruning.keeps(position, move, node.last);
      if (keeps === 'skip') return [];
      const pending = this.#pruning.pendingAfter(position, input);
      const after = { ...this.after(position, step), resigned: keeps === 'resign', pending };
      return [{ input, position: after, last: input.kind === 'look' ? input.record : '' }];
    });
  }

  /** Notes a state; false if one with the same future was noted before. */
  #fresh({ position, last }: Pick<Node, 'position' | 'last'>, seen: Set<string>, use: Reductions): boolean {
    const { run, standing, resigned, pending } = position;
    const relevant = use.relevance ? this.#relevant.get(run.scene) : undefined;
    const known = relevant ? run.known & relevant.known : run.known;
    const feelings =
      relevant?.line === false ? '' : `${String(run.mood)},${String(run.patience)},${String(run.explained)}`;
    const key = `${run.scene}|${String(run.now)}|${String(known)}|${String(run.done)}|${feelings}|${this.#vars(run, relevant)}|${last}|${(pending ?? []).join()}|${String(resigned === true)}|${String(this.#numbers.get(standing))}`;
    const size = seen.size;
    return seen.add(key).size > size;
  }

  #vars(run: Run, relevant: Relevant | undefined): string {
    if (!relevant) return canonical(run.vars);
    let text = '';
    for (const name of relevant.vars) text += `${String(run.vars[name])},`;
    return text;
  }
}

/** The highest bound first; of equal ones the one nearer to its end, then the one with more to gain. */
function comesFirst(a: Node, b: Node): boolean {
  if (a.bound !== b.bound) return a.bound > b.bound;
  return a.depth === b.depth ? a.rank > b.rank : a.depth > b.depth;
}

function inputsTo(node: Node): readonly Input[] {
  const out: Input[] = [];
  for (let n: Node | undefined = node; n?.input; n = n.from) out.unshift(n.input);
  return out;
}

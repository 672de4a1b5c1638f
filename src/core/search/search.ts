import { canonical, type Json } from '../base';
import type { Input, Run, Step } from '../attempt';
import type { CompiledCase } from '../scenario';
import { take, type Rubric, type Standing } from '../scoring';
import { Heap } from './heap';
import { movesFrom } from './moves';
import { Pruning } from './pruning';
import { relevanceOf, type Relevant } from './relevance';

/** A state of an attempt together with how it stands with every criterion. */
export interface Position {
  readonly run: Run;
  readonly standing: Standing;
  /** Set by search on its way to an end: looking up, waiting, and at the most one act that ends the case. */
  readonly resigned?: boolean;
}

/** What search maximises: a number that is exact at the end and never too low before it. */
export interface Objective {
  bound(position: Position): number;
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
}

export const ALL_REDUCTIONS: Reductions = { relevance: true, bounds: true, merging: true };

/** What a search found. `play` is undefined when nothing beats `atLeast`. */
export interface Found {
  readonly best: number;
  readonly play: readonly Input[] | undefined;
  readonly nodes: number;
}

interface Node {
  readonly position: Position;
  readonly bound: number;
  readonly depth: number;
  readonly from: Node | undefined;
  readonly input: Input | undefined;
}

/** Exact search over one case: best first, branch and bound, states with the same future merged. */
export class Searcher {
  readonly #c: CompiledCase;
  readonly #rubric: Rubric;
  readonly #relevant: ReadonlyMap<string, Relevant>;
  readonly #pruning: Pruning;
  readonly #standings = new Map<string, Standing>();
  readonly #numbers = new WeakMap<Standing, number>();
  readonly #rows = new WeakMap<Standing, readonly number[]>();
  readonly #accs: Map<Json, number>[] = [];

  constructor(c: CompiledCase, rubric: Rubric) {
    this.#c = c;
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
    const heap = new Heap<Node>((a, b) => (a.bound === b.bound ? a.depth > b.depth : a.bound > b.bound));
    const seen = new Set<string>();
    let best = limits.atLeast ?? -1;
    let winner: Node | undefined;
    let nodes = 0;
    heap.push({
      position: start,
      bound: objective.bound(start),
      depth: 0,
      from: undefined,
      input: undefined,
    });
    for (let node = heap.pop(); node; node = heap.pop()) {
      if (use.bounds && node.bound <= best) break;
      if (node.position.run.ended) {
        if (node.bound > best) [best, winner] = [node.bound, node];
        continue;
      }
      if (++nodes > limits.nodes) return undefined;
      for (const move of movesFrom(this.#c, node.position.run)) {
        const keeps = use.relevance ? this.#pruning.keeps(node.position, move, node.input) : 'keep';
        if (keeps === 'skip') continue;
        const position = { ...this.after(node.position, move.step), resigned: keeps === 'resign' };
        if (use.merging && !this.#fresh(position, seen, { use, input: move.input })) continue;
        const bound = Math.min(node.bound, objective.bound(position));
        if (use.bounds && bound <= best) continue;
        heap.push({ position, bound, depth: node.depth + 1, from: node, input: move.input });
      }
    }
    return { best, play: winner && inputsTo(winner), nodes };
  }

  /** Notes a state; false if one with the same future was noted before. */
  #fresh(
    { run, standing, resigned }: Position,
    seen: Set<string>,
    by: { readonly use: Reductions; readonly input: Input },
  ): boolean {
    const relevant = by.use.relevance ? this.#relevant.get(run.scene) : undefined;
    const known = relevant ? run.known & relevant.known : run.known;
    const feelings =
      relevant?.line === false ? '' : `${String(run.mood)},${String(run.patience)},${String(run.explained)}`;
    // The order in which look-ups are tried depends on the last one, so it is part of the state.
    const last = by.use.relevance && by.input.kind === 'look' ? by.input.record : '';
    const key = `${run.scene}|${String(run.now)}|${String(known)}|${String(run.done)}|${feelings}|${this.#vars(run, relevant)}|${last}|${String(resigned === true)}|${String(this.#numbers.get(standing))}`;
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

function inputsTo(node: Node): readonly Input[] {
  const out: Input[] = [];
  for (let n: Node | undefined = node; n?.input; n = n.from) out.unshift(n.input);
  return out;
}

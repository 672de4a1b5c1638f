import { canonical, isList, type Json } from '../base';
import type { Fact, FactBody, Input, Run, Step } from '../attempt';
import type { CompiledCase } from '../scenario';
import { take, type Rubric, type Standing } from '../scoring';
import { Heap } from './heap';
import { movesFrom } from './moves';
import { relevanceOf, type Relevant } from './relevance';

/** A state of an attempt together with how it stands with every criterion. */
export interface Position {
  readonly run: Run;
  readonly standing: Standing;
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
  readonly relevance: boolean;
  readonly bounds: boolean;
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
  readonly #texts = new WeakMap<object, string>();

  constructor(c: CompiledCase, rubric: Rubric) {
    this.#c = c;
    this.#rubric = rubric;
    this.#relevant = relevanceOf(c, rubric);
  }

  /** The position after a step. */
  after(position: Position, step: Step): Position {
    let standing = position.standing;
    for (const { at, body } of step.facts) standing = take(this.#rubric, standing, stamped(at, body));
    return { run: step.run, standing };
  }

  /**
   * The best value reachable from a position, proved, or undefined when the limit of nodes is passed: never an
   * approximation.
   */
  best(from: Position, objective: Objective, limits: Limits): Found | undefined {
    const use = limits.reductions ?? ALL_REDUCTIONS;
    const heap = new Heap<Node>((a, b) => (a.bound === b.bound ? a.depth > b.depth : a.bound > b.bound));
    const seen = new Set<string>();
    let best = limits.atLeast ?? -1;
    let winner: Node | undefined;
    let nodes = 0;
    heap.push({ position: from, bound: objective.bound(from), depth: 0, from: undefined, input: undefined });
    for (let node = heap.pop(); node; node = heap.pop()) {
      if (use.bounds && node.bound <= best) break;
      if (node.position.run.ended) {
        if (node.bound > best) [best, winner] = [node.bound, node];
        continue;
      }
      if (++nodes > limits.nodes) return undefined;
      for (const child of this.#children(node, objective, use)) {
        if (use.bounds && child.bound <= best) continue;
        if (use.merging && !this.#fresh(child.position, seen, use)) continue;
        heap.push(child);
      }
    }
    return { best, play: winner && inputsTo(winner), nodes };
  }

  *#children(node: Node, objective: Objective, use: Reductions): Generator<Node> {
    const { run } = node.position;
    for (const move of movesFrom(this.#c, run)) {
      if (use.relevance && !this.#worthwhile(run, move.input)) continue;
      const position = this.after(node.position, move.step);
      const bound = Math.min(node.bound, objective.bound(position));
      yield { position, bound, depth: node.depth + 1, from: node, input: move.input };
    }
  }

  /** A look-up is worth its minutes if it, or a record inside it, reveals something that the future can read. */
  #worthwhile(run: Run, input: Input): boolean {
    if (input.kind !== 'look') return true;
    const worth = this.#relevant.get(run.scene)?.worth ?? 0;
    const record = this.#c.records.find((r) => r.id === input.record);
    if (!record) return false;
    if ((record.learnBits & ~run.known & worth) !== 0) return true;
    return this.#c.records.some(
      (inner) => (inner.within & record.once) !== 0 && (inner.learnBits & ~run.known & worth) !== 0,
    );
  }

  #fresh(position: Position, seen: Set<string>, use: Reductions): boolean {
    const key = this.#key(position, use);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  }

  /** Two positions with the same key have the same future and the same points for it. */
  #key({ run, standing }: Position, use: Reductions): string {
    const relevant = use.relevance ? this.#relevant.get(run.scene) : undefined;
    const known = relevant ? run.known & relevant.known : run.known;
    const feelings =
      relevant?.line === false ? '' : `${String(run.mood)},${String(run.patience)},${String(run.explained)}`;
    const vars = this.#vars(run, relevant);
    return `${run.scene}|${String(run.now)}|${String(known)}|${String(run.done)}|${feelings}|${vars}|${this.#accs(standing)}`;
  }

  #vars(run: Run, relevant: Relevant | undefined): string {
    if (!relevant) return canonical(run.vars);
    return relevant.vars.map((name) => String(run.vars[name])).join(',');
  }

  #accs(standing: Standing): string {
    let text = '';
    for (const acc of standing.accs) text += `${this.#text(acc)};`;
    return text + this.#text(standing.criticals);
  }

  /** Accumulators keep their identity until they change, so their text is worked out once. */
  #text(acc: Json): string {
    if (acc === null || typeof acc !== 'object') return String(acc);
    const holder: object = isList(acc) ? acc : acc;
    const known = this.#texts.get(holder);
    if (known !== undefined) return known;
    const text = canonical(acc);
    this.#texts.set(holder, text);
    return text;
  }
}

function stamped(at: Fact['at'], body: FactBody): Fact {
  return { ...body, at, input: 0 };
}

function inputsTo(node: Node): readonly Input[] {
  const out: Input[] = [];
  for (let n: Node | undefined = node; n?.input; n = n.from) out.unshift(n.input);
  return out;
}

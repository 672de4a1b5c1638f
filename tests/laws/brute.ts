import { invariant, present } from '../../src/core/base';
import { offers, step, type Input, type Run, type Typed } from '../../src/core/attempt';
import type { Ask, CompiledCase } from '../../src/core/scenario';
import { beginStanding, finalScore, take, type Rubric, type Standing } from '../../src/core/scoring';
import { begin } from '../../src/core/attempt';
import type { Points, Share } from '../../src/core/base';

// The oracle: every play of a small case, written out. It knows `offers` and `step` and nothing of search: no
// bounds, no order, no state left out. Two ways to the very same state are walked once, which is all it saves.

/** A state of an attempt and how it stands with every criterion. */
export interface Place {
  readonly run: Run;
  readonly standing: Standing;
}

interface Node {
  readonly place: Place;
  readonly next: readonly number[];
}

/** The place from which every attempt of a case starts. */
export function startOf(c: CompiledCase, rubric: Rubric): Place {
  return { run: begin(c), standing: beginStanding(rubric) };
}

/** The place after an input that is possible. */
export function placeAfter(
  c: CompiledCase,
  rubric: Rubric,
  at: { readonly place: Place; readonly input: Input },
): Place {
  const result = step(c, at.place.run, at.input);
  invariant(result.ok, `possible: ${JSON.stringify(at.input)}`);
  const { run, facts } = result.value;
  return { run, standing: facts.reduce((standing, fact) => take(rubric, standing, fact), at.place.standing) };
}

/**
 * Everything that may be done in a state: each act with each number its fields allow, each record, and a minute of
 * waiting. Longer waits are minutes in a row.
 */
export function inputsOf(c: CompiledCase, run: Run): readonly Input[] {
  if (run.ended) return [];
  const { acts, desk, records } = offers(c, run);
  return [
    ...[...acts, ...desk].flatMap(({ ref, asks, total }) =>
      rowsOf(asks, total).map((typed): Input => ({ kind: 'act', act: ref, with: typed })),
    ),
    ...records
      .filter(({ state }) => state === 'closed')
      .map(({ id }): Input => ({ kind: 'look', record: id })),
    { kind: 'wait', minutes: 1 },
  ];
}

/** Every way to fill in the numbers of an act so that they add up to no more than `total`. */
export function rowsOf(asks: Readonly<Record<string, Ask>>, total = Infinity): readonly Typed[] {
  const sum = (row: Typed): number => Object.values(row).reduce((all, value) => all + value, 0);
  return allRows(asks).filter((row) => sum(row) <= total);
}

function allRows(asks: Readonly<Record<string, Ask>>): readonly Typed[] {
  const [first, ...rest] = Object.entries(asks);
  if (first === undefined) return [{}];
  const [id, { min, max, step: by }] = first;
  const others = allRows(Object.fromEntries(rest));
  const out: Typed[] = [];
  for (let value = min; value <= max; value += by)
    for (const row of others) out.push({ [id]: value, ...row });
  return out;
}

/** The text of a whole state; the members of a run and of a standing always stand in the same order. */
function textOf({ run, standing }: Place): string {
  return JSON.stringify([run, standing.accs, standing.criticals]);
}

/** All plays of one case, as the graph of their states. */
export class Enumeration {
  readonly #c: CompiledCase;
  readonly #rubric: Rubric;
  readonly #most: number;
  readonly #indexes = new Map<string, number>();
  readonly #nodes: Node[] = [];
  /** False once the limit of states was passed; then it answers nothing. */
  complete = true;
  #clean: number[] = [];
  #scores: { readonly full: Points; readonly values: number[] } | undefined;

  /** @param most states to write out before giving up */
  constructor(c: CompiledCase, rubric: Rubric, most: number) {
    this.#c = c;
    this.#rubric = rubric;
    this.#most = most;
    this.#visit(startOf(c, rubric));
  }

  get size(): number {
    return this.#nodes.length;
  }

  /** Writes out a state after all states that can follow it: a state's index is higher than theirs. */
  #visit(place: Place): number {
    const text = textOf(place);
    const known = this.#indexes.get(text);
    if (known !== undefined) return known;
    if (this.#nodes.length >= this.#most) this.complete = false;
    if (!this.complete) return 0;
    const next = inputsOf(this.#c, place.run).map((input) =>
      this.#visit(placeAfter(this.#c, this.#rubric, { place, input })),
    );
    const index = this.#nodes.push({ place, next }) - 1;
    this.#indexes.set(text, index);
    return index;
  }

  #fold(ended: (place: Place) => number): number[] {
    const values: number[] = [];
    for (const { place, next } of this.#nodes)
      values.push(
        place.run.ended
          ? ended(place)
          : next.reduce((best, index) => Math.max(best, values[index] ?? -1), -1),
      );
    return values;
  }

  /** The most points that an ending without a critical error has, −1 if there is none. */
  bestPoints(): number {
    if (this.#clean.length === 0)
      this.#clean = this.#fold(({ standing }) =>
        standing.criticals.length > 0 ? -1 : this.#pointsOf(standing),
      );
    return present(this.#clean.at(-1), 'value of the start');
  }

  #pointsOf({ accs }: Standing): number {
    return this.#rubric.rows.reduce(
      (sum, { criterion, setting, points }, row) =>
        sum + Math.round(points * criterion.verdict(accs[row] ?? null, setting)),
      0,
    );
  }

  /** The best final score (basis points) that any play reaches from a place, against a full mark. */
  bestScore(place: Place, full: Points): number {
    if (this.#scores?.full !== full)
      this.#scores = {
        full,
        values: this.#fold(({ standing }): Share => finalScore(this.#rubric, standing, full)),
      };
    const index = present(this.#indexes.get(textOf(place)), 'a place of the case');
    return present(this.#scores.values[index], 'value of the place');
  }
}

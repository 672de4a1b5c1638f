import * as v from 'valibot';
import { parsedJson, present, type Json } from '../../core/base';
import { replay } from '../../core/attempt';
import {
  playedOf,
  verifyHandin,
  type Played,
  type VerifiedCase,
  type VerifiedHandin,
} from '../../core/course';
import { RIGHTS, type CompiledCase } from '../../core/scenario';
import { Analysis, NODE_BUDGET } from '../../core/search';
import type { GradingOrder } from './model';
import { piecesOf } from './pieces';
import { benchOf, readPiece, type Bench } from './prove';

/** A result as it is kept. */
export interface Kept {
  readonly id: string;
  readonly original: Uint8Array | string;
}

/** Searches kept at hand: with the same case for all one is enough, with a case each they do not help. */
const SEARCHES = 4;

/** Works out what each decision of a result cost; the worker's whole mind. */
export class Weigher {
  readonly #bench: Bench;
  readonly #searches = new Map<string, Analysis>();

  constructor(order: GradingOrder) {
    this.#bench = benchOf(order);
  }

  /** The play of a kept result, or undefined where it is no longer proved: it is then to be collected again. */
  async do({ original }: Kept): Promise<Played | undefined> {
    const result = await reopened(original, this.#bench);
    return result?.kind === 'case' ? playedOf(result, this.#lost(result)) : undefined;
  }

  #lost({ scenarioId, seed, log }: VerifiedCase): readonly number[] | null {
    const c = present(this.#bench.shelf.compiled(scenarioId, seed), scenarioId);
    const analysis = this.#search(c);
    const best = analysis.bestPlay();
    if (!best.ok) return null;
    const replayed = replay(c, log);
    if (!replayed.ok) return null;
    const regrets = analysis.regret(replayed.value, best.value.points, { nodes: NODE_BUDGET });
    return regrets.ok ? regrets.value.map(({ lost }) => lost) : null;
  }

  #search(c: CompiledCase): Analysis {
    const key = `${String(c.of.seed)}:${c.of.logic.spec.id}`;
    const known = this.#searches.get(key);
    if (known) return known;
    const [oldest] = this.#searches.keys();
    if (this.#searches.size >= SEARCHES && oldest !== undefined) this.#searches.delete(oldest);
    const made = new Analysis(c);
    this.#searches.set(key, made);
    return made;
  }
}

async function reopened(original: Kept['original'], bench: Bench): Promise<VerifiedHandin | undefined> {
  const [piece] = piecesOf({ via: 'file', source: '', content: original });
  const read = piece && (await readPiece(piece, bench));
  if (!read?.ok) return undefined;
  const verified = verifyHandin(read.value.handin, { ...bench, intact: read.value.intact });
  return verified.ok ? verified.value : undefined;
}

/**
 * A kept result, read and proved anew; undefined where it is no longer proved.
 * @example const result = await openKept(order, original)
 */
export function openKept(
  order: GradingOrder,
  original: Kept['original'],
): Promise<VerifiedHandin | undefined> {
  return reopened(original, benchOf(order));
}

const input = v.variant('kind', [
  v.object({ kind: v.literal('act'), act: v.string(), with: v.record(v.string(), v.number()) }),
  v.object({ kind: v.literal('look'), record: v.string() }),
  v.object({ kind: v.literal('wait'), minutes: v.number() }),
]);

const played = v.object({
  id: v.string(),
  number: v.string(),
  scenarioId: v.string(),
  score: v.number(),
  ending: v.string(),
  hints: v.number(),
  rights: v.record(v.picklist(RIGHTS), v.nullable(v.number())),
  steps: v.array(v.object({ scene: v.string(), to: v.string(), input, left: v.boolean() })),
  lost: v.nullable(v.array(v.number())),
});

/**
 * A play as plain data for storage.
 * @example playedToJson(play)
 */
export function playedToJson(of: Played): Json {
  return parsedJson(JSON.stringify(of));
}

/**
 * A play as it was stored; undefined for anything else, which is then to be worked out anew.
 * @example playedFromJson(stored)?.steps.length
 */
export function playedFromJson(raw: Json): Played | undefined {
  const found = v.safeParse(played, raw);
  return found.success ? found.output : undefined;
}

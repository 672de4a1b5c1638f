import * as v from 'valibot';
import { parsedJson, type Json } from '../../core/base';
import type { Played } from '../../core/course';
import type { GradingOrder } from './model';
import { playedFromJson, playedToJson, type Kept } from './weigh';
import program from './weigh.worker.ts?worker&url';

/** The build names the worker after what is in it. While developing, nothing outlives the page. */
const PROGRAM = import.meta.env.DEV ? `since ${String(performance.timeOrigin)}` : program;
const keptSchema = v.object({ by: v.literal(PROGRAM), play: v.unknown() });

/**
 * A play as it is kept: with the program that weighed it.
 * @example teaching.putAnalysis({ id, assignment, value: playToKeep(play) })
 */
export function playToKeep(play: Played): Json {
  return { by: PROGRAM, play: playedToJson(play) };
}

/**
 * A play that was kept; undefined where another program weighed it, or it is no play: then it is weighed anew.
 * @example playFromKept(stored)?.steps.length
 */
export function playFromKept(raw: Json): Played | undefined {
  const found = v.safeParse(keptSchema, raw);
  return found.success ? playedFromJson(parsedJson(JSON.stringify(found.output.play))) : undefined;
}

/** What is said to the worker; it answers each result with its play, or null. */
export type ToScale =
  { readonly kind: 'order'; readonly order: GradingOrder } | { readonly kind: 'weigh'; readonly kept: Kept };

/** Hears of each result in turn; `play` is undefined for a section and for what is no longer proved. */
export type Hear = (id: string, play: Played | undefined) => void;

/**
 * Works out, in a worker, what the decisions of results cost, one result after the other, and tells each. Returns the
 * way to stop; nothing is told afterwards. `failed` is called once if the worker breaks down or cannot be had.
 * @example const stop = weigh(order, kept, { hear: (id, play) => plays.set(id, play), failed: () => (trouble = true) });
 */
export function weigh(
  order: GradingOrder,
  results: readonly Kept[],
  told: { readonly hear: Hear; readonly failed: () => void },
): () => void {
  const worker = new Worker(program, { type: 'module' });
  const say = (message: ToScale): void => {
    worker.postMessage(message);
  };
  let next = 0;
  const ask = (): void => {
    const kept = results[next];
    if (kept) say({ kind: 'weigh', kept });
    else worker.terminate();
  };
  worker.addEventListener('message', ({ data }: MessageEvent<Played | null>) => {
    const kept = results[next];
    next += 1;
    if (kept) told.hear(kept.id, data ?? undefined);
    ask();
  });
  worker.addEventListener('error', () => {
    worker.terminate();
    told.failed();
  });
  say({ kind: 'order', order });
  ask();
  return () => {
    worker.terminate();
  };
}

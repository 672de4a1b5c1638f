import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { filesOf, rawOf } from '../../../tests/content/files';
import { inputOf, must, playAll, playNamed, readPlays, seedFor } from '../../../tests/content/plays';
import { present, type Json } from '../../core/base';
import { eventToJson } from '../../core/attempt';
import { compileCase, instantiate, parseScenario } from '../../core/scenario';
import { openStore, type NewAttempt, type Store } from '../../io/db';
import type { Services } from '../../io/services';
import { Debrief } from './debrief.svelte';
import { verdictOf } from '../../ui/review/debrief-model';

const ID = 'stockout-key-account';
const parsed = parseScenario(rawOf(ID, filesOf(ID)));
if (!parsed.ok) throw new Error('the scenario does not parse');
const scenario = parsed.value;
const novice = playNamed(readPlays(ID), 'novice');
const seed = present(seedFor(scenario, novice.assumes), 'seed');
const { log } = must(playAll(compileCase(instantiate(scenario, seed)), novice.inputs.map(inputOf)));
const lines = log.map(eventToJson);

const header: Omit<NewAttempt, 'id'> = {
  scenarioId: ID,
  scenarioHash: scenario.hash,
  seed,
  mode: 'practice',
  engine: 1,
  startedAt: 0,
  locale: 'en',
};

interface Filed {
  readonly store: Store;
  readonly id: string;
}

let filed = 0;

/** Files a new finished attempt with these lines. */
async function fileAttempt(inputs: readonly Json[], changes: Partial<NewAttempt> = {}): Promise<Filed> {
  const id = `attempt-${String((filed += 1))}`;
  const store = await openStore();
  const created = await store.create({ ...header, id, ...changes });
  if (!created.ok) throw new Error(created.error.code);
  const opened = await store.open(id);
  if (!opened.ok) throw new Error(opened.error.code);
  const { session } = opened.value;
  for (const input of inputs) await session.append(input);
  await session.finish();
  await session.close();
  return { store, id };
}

function servicesOf(store: Store): Services {
  return {
    store: () => Promise.resolve(store),
    teaching: () => Promise.resolve({ ok: false, error: { code: 'no-storage' } }),
    catalogue: () => [],
    now: () => 0,
    seed: () => 1,
  };
}

/** Resolves as soon as something reactive holds. */
function until(holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = $effect.root(() => {
      $effect(() => {
        if (!holds()) return;
        resolve();
        queueMicrotask(() => stop());
      });
    });
  });
}

async function troubleWith({ store, id }: Filed): Promise<Debrief['trouble']> {
  const debrief = new Debrief(servicesOf(store), id);
  const stop = debrief.follow();
  await until(() => debrief.trouble !== undefined);
  stop();
  expect(debrief.view('en')).toBeUndefined();
  return debrief.trouble;
}

describe('a debrief', () => {
  it('shows grade, costs and advice in both languages, and files the score for lists', async () => {
    const { store, id } = await fileAttempt(lines);
    const debrief = new Debrief(servicesOf(store), id);
    const stop = debrief.follow();
    await until(() => debrief.advice !== undefined && debrief.view('en') !== undefined);
    await until(() => debrief.view('zh-CN') !== undefined);
    stop();
    expect(verdictOf(present(debrief.view('en'), 'view')).score).toBe(novice.score);
    expect(debrief.view('zh-CN')?.telling.texts.title).toBe(scenario.texts['zh-CN'].title);
    expect(debrief.costs?.regrets.ok).toBe(true);
    expect(debrief.trouble).toBeUndefined();
    expect(await store.value({ kind: 'result', id })).toEqual({ score: novice.score });
  });

  it('shows nothing any more once the page was left', async () => {
    const { store, id } = await fileAttempt(lines);
    const debrief = new Debrief(servicesOf(store), id);
    debrief.follow()();
    const other = new Debrief(servicesOf(store), id);
    const stop = other.follow();
    await until(() => other.advice !== undefined);
    stop();
    expect(debrief.graded).toBeUndefined();
  });
});

describe('an attempt that cannot be shown', () => {
  it('is not there', async () => {
    const { store } = await fileAttempt(lines);
    expect(await troubleWith({ store, id: 'other' })).toEqual({
      code: 'storage',
      fault: 'not-found',
    });
  });

  it('belongs to a case that the courseware does not hold', async () => {
    const attempt = await fileAttempt(lines, { scenarioId: 'withdrawn' });
    expect(await troubleWith(attempt)).toEqual({ code: 'unknown-case' });
  });

  it('was played on another edition of the case', async () => {
    const attempt = await fileAttempt(lines, { scenarioHash: 'another' });
    expect(await troubleWith(attempt)).toEqual({ code: 'changed-case' });
  });

  it('has a line that cannot be read, and says which', async () => {
    const attempt = await fileAttempt([...lines.slice(0, 2), { v: 9 }]);
    expect(await troubleWith(attempt)).toEqual({ code: 'unreadable', line: 3 });
  });

  it('has a step that the case cannot have allowed, and says which and why', async () => {
    const attempt = await fileAttempt([...lines.slice(0, 2), ...lines.slice(3)]);
    expect(await troubleWith(attempt)).toEqual({ code: 'broken', line: 3, reason: 'wrong-clock' });
  });

  it('is not finished', async () => {
    const attempt = await fileAttempt(lines.slice(0, 5));
    expect(await troubleWith(attempt)).toEqual({ code: 'unfinished', scenarioId: ID });
  });
});

import { openStore, type NewAttempt } from '../../../src/io/db';
import { present } from '../../../src/core/base';

// The product's own storage on a page without anything else: the time from an input to its acknowledgement.

const ATTEMPTS = 8;
/** As many as the hand-scored plays have. */
const INPUTS = 25;
const INPUT = { v: 1, at: 910, act: 'quantity.release', with: { quantity: 300, hour: 1_110 } };

async function measure(): Promise<readonly number[]> {
  const store = await openStore();
  const times: number[] = [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) times.push(...(await oneAttempt(store, attempt)));
  const { dexie, journal } = store.health();
  if (dexie !== 'ok' || journal !== 'ok') throw new Error(`one copy only: ${dexie}, ${journal}`);
  return times;
}

async function oneAttempt(
  store: Awaited<ReturnType<typeof openStore>>,
  number: number,
): Promise<readonly number[]> {
  const attempt: NewAttempt = {
    id: `bench-${number}`,
    scenarioId: 'stockout-key-account',
    scenarioHash: 'bench',
    seed: 1,
    mode: 'assessed',
    engine: 1,
    startedAt: number,
    locale: 'en',
  };
  const created = await store.create(attempt);
  const opened = created.ok ? await store.open(attempt.id) : created;
  if (!opened.ok) throw new Error(opened.error.code);
  const { session } = opened.value;
  const times: number[] = [];
  for (let input = 0; input < INPUTS; input++) {
    const start = performance.now();
    const stored = await session.append(INPUT);
    times.push(performance.now() - start);
    if (!stored.ok) throw new Error(stored.error.code);
  }
  await session.close();
  return times;
}

const output = present(document.querySelector('output'), 'output');
output.textContent = await measure().then(
  (times) => JSON.stringify(times),
  (error: unknown) => String(error),
);

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { assignmentOf, scenarioOf } from '../../../tests/classroom/handins';
import { utf8 } from '../../core/base';
import { collectWith } from './collect';
import { Crew, DEADLINE, type WorkerLike } from './crew';
import { Grader, type FromWorker, type Job, type Reply, type ToWorker } from './jobs';
import type { Outcome, RawItem } from './model';

const scenario = scenarioOf('stockout-key-account');
const order = { assignment: assignmentOf(scenario), logics: [scenario], checks: {}, pairs: [] };
const HANGS = 'hang.txt';
const KILLS = 'kill.txt';

/** A worker that answers in turns of the loop, hangs on one file and breaks down on another. */
class FakeWorker implements WorkerLike {
  static made = 0;
  ended = false;
  #grader: Grader | undefined;
  #heard: (event: MessageEvent<FromWorker>) => void = () => undefined;
  #failed: (event: Event) => void = () => undefined;

  constructor() {
    FakeWorker.made += 1;
  }

  postMessage(said: ToWorker): void {
    if (said.kind === 'order') this.#grader = new Grader(said.order);
    else void this.#work(structuredClone(said.jobs));
  }
  terminate(): void {
    this.ended = true;
  }
  addEventListener(
    ...[type, listener]:
      ['message', (event: MessageEvent<FromWorker>) => void] | ['error', (event: Event) => void]
  ): void {
    if (type === 'message') this.#heard = listener;
    else this.#failed = listener;
  }
  fail(): void {
    this.#failed(new Event('error'));
  }
  async #work(jobs: readonly Job[]): Promise<void> {
    for (const job of jobs) {
      const source = job.kind === 'prove' ? job.piece.source : '';
      if (source === HANGS || this.ended) return;
      if (source === KILLS) {
        this.fail();
        return;
      }
      const reply = await this.#grader?.do(job);
      if (reply) this.#heard(new MessageEvent<Reply>('message', { data: reply }));
    }
  }
}

/** A worker that the browser makes and then does not run. */
class ForbiddenWorker extends FakeWorker {
  override postMessage(): void {
    this.fail();
  }
}

const items = (names: readonly string[]): readonly RawItem[] =>
  names.map((source) => ({ via: 'file', source, content: utf8(`nothing of ours in ${source}`) }));
const numbered = Array.from({ length: 30 }, (_, index) => `${String(index)}.txt`);
const codes = (outcomes: readonly Outcome[]): readonly string[] =>
  outcomes.map(({ verdict }) => (verdict.ok ? 'ok' : verdict.refused.code));
const crewOf = (start: () => WorkerLike = () => new FakeWorker()): Crew =>
  new Crew({ order, size: 2, start });

beforeEach(() => {
  FakeWorker.made = 0;
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** All outcomes; the clock runs while nothing else does. */
async function all(crew: Crew, raw: readonly RawItem[]): Promise<readonly Outcome[]> {
  const told: string[] = [];
  const { done } = collectWith(crew, raw, ({ source }) => told.push(source));
  const result = await Promise.race([
    done,
    (async () => {
      for (;;) await vi.advanceTimersByTimeAsync(DEADLINE / 4);
    })(),
  ]);
  expect([...told].sort()).toEqual(result.map(({ source }) => source).sort());
  return result;
}

describe('a crew of workers', () => {
  it('gives every outcome in the order in which it came in', async () => {
    const outcomes = await all(crewOf(), items(numbered));
    expect(outcomes.map(({ source }) => source)).toEqual(numbered);
    expect(FakeWorker.made).toBe(2);
  });

  it('gives up an item that hangs, with a new worker for the others', async () => {
    const names = [...numbered.slice(0, 9), HANGS, ...numbered.slice(9)];
    const outcomes = await all(crewOf(), items(names));
    expect(outcomes.map(({ source }) => source)).toEqual(names);
    expect(codes(outcomes)[9]).toBe('hung');
    expect(codes(outcomes).filter((code) => code !== 'not-ours')).toEqual(['hung']);
    expect(FakeWorker.made).toBe(3);
  });

  it('survives a worker that breaks down, and says on which item', async () => {
    const names = [...numbered.slice(0, 12), KILLS, ...numbered.slice(12)];
    const outcomes = await all(crewOf(), items(names));
    expect(outcomes.map(({ source }) => source)).toEqual(names);
    expect(codes(outcomes).indexOf('broken')).toBe(12);
  });

  it('works in this thread where no worker can be made', async () => {
    const crew = crewOf(() => {
      throw new Error('forbidden');
    });
    expect(codes(await all(crew, items(numbered)))).toEqual(numbered.map(() => 'not-ours'));
  });

  it('works in this thread where workers fail before they have said anything', async () => {
    expect(
      codes(
        await all(
          crewOf(() => new ForbiddenWorker()),
          items(numbered),
        ),
      ),
    ).toEqual(numbered.map(() => 'not-ours'));
  });

  it('tells nothing more once it was stopped, and keeps what was done', async () => {
    const crew = crewOf();
    const told: string[] = [];
    const { done, stop } = collectWith(crew, items(numbered), ({ source }) => {
      told.push(source);
      if (told.length === 3) stop();
    });
    expect(await done).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(DEADLINE);
    expect(told).toHaveLength(3);
  });

  it('has no work for nothing', async () => {
    expect(await all(crewOf(), [])).toEqual([]);
    expect(FakeWorker.made).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { CYCLE, drawCycles, type Drawn, type DrawOrder } from '../../core/labs';
import { draw, type WorkerLike } from './client';

const order: DrawOrder = { cycle: CYCLE, promise: 48, seed: 3, runs: 500 };
const parts = [...drawCycles(order)];

class FakeWorker implements WorkerLike {
  readonly orders: DrawOrder[] = [];
  ended = false;
  #heard: (event: MessageEvent<Drawn>) => void = () => undefined;
  #failed: (event: Event) => void = () => undefined;

  postMessage(given: DrawOrder): void {
    this.orders.push(structuredClone(given));
  }
  terminate(): void {
    this.ended = true;
  }
  addEventListener(type: 'message', heard: (event: MessageEvent<Drawn>) => void): void;
  addEventListener(type: 'error', failed: (event: Event) => void): void;
  addEventListener(
    ...[type, listener]: ['message', (event: MessageEvent<Drawn>) => void] | ['error', (event: Event) => void]
  ): void {
    if (type === 'message') this.#heard = listener;
    else this.#failed = listener;
  }
  say(drawn: Drawn): void {
    this.#heard(new MessageEvent('message', { data: drawn }));
  }
  fail(): void {
    this.#failed(new Event('error'));
  }
}

function until(start: () => WorkerLike, act?: () => void): Promise<readonly Drawn[]> {
  return new Promise((resolve) => {
    const told: Drawn[] = [];
    draw(
      order,
      (drawn) => {
        told.push(drawn);
        if (drawn.done === drawn.runs) resolve(told);
      },
      start,
    );
    act?.();
  });
}

describe('drawing in a worker', () => {
  it('hands the order over, tells what the worker says, and ends it after the last part', () => {
    const worker = new FakeWorker();
    const told: Drawn[] = [];
    draw(
      order,
      (drawn) => told.push(drawn),
      () => worker,
    );
    expect(worker.orders).toEqual([order]);
    for (const part of parts) worker.say(part);
    expect(told).toEqual(parts);
    expect(worker.ended).toBe(true);
  });

  it('tells nothing after a cancel', () => {
    const worker = new FakeWorker();
    const told: Drawn[] = [];
    const stop = draw(
      order,
      (drawn) => told.push(drawn),
      () => worker,
    );
    for (const part of parts.slice(0, 2)) worker.say(part);
    stop();
    for (const part of parts.slice(2)) worker.say(part);
    expect(told).toHaveLength(2);
    expect(worker.ended).toBe(true);
  });

  it('draws the same in the page where workers are forbidden', async () => {
    const told = await until(() => {
      throw new Error('forbidden');
    });
    expect(told).toEqual(parts);
  });

  it('draws in the page when the worker fails before its first word', async () => {
    const worker = new FakeWorker();
    expect(
      await until(
        () => worker,
        () => worker.fail(),
      ),
    ).toEqual(parts);
  });
});

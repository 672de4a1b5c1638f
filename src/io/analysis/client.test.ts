import { describe, expect, it } from 'vitest';
import { filesOf, rawOf } from '../../../tests/content/files';
import { inputOf, must, playAll, playNamed, readPlays, seedFor } from '../../../tests/content/plays';
import { present } from '../../core/base';
import { costliest } from '../../core/debrief';
import { compileCase, instantiate, parseScenario } from '../../core/scenario';
import { analyse, type WorkerLike } from './client';
import type { AnalysisOrder, AnalysisReport } from './report';
import { steps } from './steps';

const ID = 'stockout-key-account';
const parsed = parseScenario(rawOf(ID, filesOf(ID)));
if (!parsed.ok) throw new Error('the scenario does not parse');
const scenario = parsed.value;
const novice = playNamed(readPlays(ID), 'novice');
const seed = present(seedFor(scenario, novice.assumes), 'seed');
const { log } = must(playAll(compileCase(instantiate(scenario, seed)), novice.inputs.map(inputOf)));
const order: AnalysisOrder = { logic: scenario, seed, log };

/** A worker whose messages and failures come when the test says so. */
class FakeWorker implements WorkerLike {
  readonly orders: AnalysisOrder[] = [];
  ended = false;
  #heard: (event: MessageEvent<AnalysisReport>) => void = () => undefined;
  #failed: (event: Event) => void = () => undefined;

  postMessage(given: AnalysisOrder): void {
    this.orders.push(structuredClone(given));
  }
  terminate(): void {
    this.ended = true;
  }
  addEventListener(type: 'message', heard: (event: MessageEvent<AnalysisReport>) => void): void;
  addEventListener(type: 'error', failed: (event: Event) => void): void;
  addEventListener(
    ...[type, listener]:
      ['message', (event: MessageEvent<AnalysisReport>) => void] | ['error', (event: Event) => void]
  ): void {
    if (type === 'message') this.#heard = listener;
    else this.#failed = listener;
  }
  say(report: AnalysisReport): void {
    this.#heard(new MessageEvent('message', { data: report }));
  }
  fail(): void {
    this.#failed(new Event('error'));
  }
}

const reports = [...steps(order)];

/** Everything told until the last report, in a thread without workers. */
function here(start: () => WorkerLike): Promise<readonly AnalysisReport[]> {
  return new Promise((resolve) => {
    const told: AnalysisReport[] = [];
    analyse(
      order,
      (report) => {
        told.push(report);
        if (report.kind === 'repaired' || report.kind === 'refused') resolve(told);
      },
      { start },
    );
  });
}

describe('the steps', () => {
  it('tell the grade before the costs, the costs before the advice, and the repair last', () => {
    expect(reports.map(({ kind }) => kind)).toEqual(['graded', 'costed', 'advised', 'repaired']);
  });

  it('refuse a log that the case cannot have given, with its place', () => {
    const forged = log.map((event, index) => (index === 3 ? { ...event, at: event.at + 1 } : event));
    expect([...steps({ ...order, log: forged })]).toEqual([
      { kind: 'refused', fault: { code: 'broken-log', fault: { index: 3, reason: 'wrong-clock' } } },
    ]);
  });

  it('advise on the costliest decisions and on no other', () => {
    const [, costed, advised] = reports;
    if (costed?.kind !== 'costed' || advised?.kind !== 'advised' || !costed.costs.regrets.ok)
      throw new Error('not worked out');
    expect(advised.advice.map(({ index }) => index)).toEqual(
      costliest(costed.costs.regrets.value).map(({ index }) => index),
    );
  });
});

describe('the client', () => {
  it('hands the worker a copy of the order and passes on what it says', () => {
    const worker = new FakeWorker();
    const told: AnalysisReport[] = [];
    analyse(order, (report) => told.push(report), { start: () => worker });
    expect(worker.orders).toEqual([order]);
    for (const report of reports) worker.say(report);
    expect(told).toEqual(reports);
    expect(worker.ended).toBe(true);
  });

  it('works in this thread where no worker can be made', async () => {
    const told = await here(() => {
      throw new Error('forbidden');
    });
    expect(told).toEqual(reports);
  });

  it('works in this thread where the worker fails before it has said anything', async () => {
    const worker = new FakeWorker();
    const told = here(() => worker);
    worker.fail();
    expect(await told).toEqual(reports);
    expect(worker.ended).toBe(true);
  });

  it('keeps the grade and says so where the worker fails over the costs', () => {
    const worker = new FakeWorker();
    const told: AnalysisReport[] = [];
    analyse(order, (report) => told.push(report), { start: () => worker });
    worker.say(present(reports[0], 'grade'));
    worker.fail();
    expect(told.map(({ kind }) => kind)).toEqual(['graded', 'costed']);
    expect(told[1]).toEqual({ kind: 'costed', costs: { regrets: { ok: false, error: 'stopped' } } });
  });

  it('says nothing more once it has been stopped', () => {
    const worker = new FakeWorker();
    const told: AnalysisReport[] = [];
    const stop = analyse(order, (report) => told.push(report), { start: () => worker });
    stop();
    worker.say(present(reports[0], 'grade'));
    worker.fail();
    expect(told).toEqual([]);
    expect(worker.ended).toBe(true);
  });
});

import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import * as v from 'valibot';
import type { SearchCost, SearchJob } from './search-job';

const costSchema = v.object({ ms: v.number(), nodes: v.number(), over: v.boolean() });
const messageSchema = v.union([v.object({ cost: costSchema }), v.object({ done: v.literal(true) })]);

/** Searches, one at a time, in another process, which is ended when it takes too long. */
export class Searcher {
  #child: ChildProcess | undefined;

  /**
   * The cost of a search; that of the largest limit it had passed when it took longer than `patience`; undefined
   * where it had passed none.
   * @param patience milliseconds
   */
  async cost(job: SearchJob, patience: number): Promise<SearchCost | undefined> {
    const child = (this.#child ??= await started());
    let last: SearchCost | undefined;
    child.send(job);
    const done = await until(child, patience, (cost) => (last = cost));
    if (!done) this.end();
    return last;
  }

  end(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }
}

async function started(): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'search-process.ts'));
  await until(child, Number.POSITIVE_INFINITY, () => undefined);
  return child;
}

/** Hears costs until the other side has done what it was asked; false when it takes too long. */
function until(child: ChildProcess, patience: number, tell: (cost: SearchCost) => void): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const settle = (done: boolean): void => {
      clearTimeout(alarm);
      child.off('message', hear).off('exit', gone);
      resolve(done);
    };
    const hear = (message: unknown): void => {
      const read = v.parse(messageSchema, message);
      if ('cost' in read) tell(read.cost);
      else settle(true);
    };
    const gone = (): void => {
      clearTimeout(alarm);
      reject(new Error('the process that searches has ended'));
    };
    const alarm = Number.isFinite(patience) ? setTimeout(() => settle(false), patience) : undefined;
    child.on('message', hear).on('exit', gone);
  });
}

// One thread of the check of results. It is told what to hold them against, then gets batch after batch.
import { Grader, type ToWorker } from './jobs';

let grader: Grader | undefined;
let before: Promise<void> = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  before = before.then(() => hear(data));
});

async function hear(said: ToWorker): Promise<void> {
  if (said.kind === 'order') {
    grader = new Grader(said.order);
    return;
  }
  for (const job of said.jobs) if (grader) postMessage(await grader.do(job));
}

// One thread that works out what decisions cost: told the order once, then one result after the other.
import { Weigher } from './weigh';
import type { ToScale } from './weigh-client';

let weigher: Weigher | undefined;
let before: Promise<void> = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<ToScale>) => {
  before = before.then(() => hear(data));
});

async function hear(said: ToScale): Promise<void> {
  if (said.kind === 'order') weigher = new Weigher(said.order);
  else if (weigher) postMessage((await weigher.do(said.kept)) ?? null);
}

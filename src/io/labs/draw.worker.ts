// The thread of one series of draws. It takes one order and is thrown away afterwards.
import { drawCycles, type DrawOrder } from '../../core/labs';

addEventListener('message', ({ data }: MessageEvent<DrawOrder>) => {
  for (const drawn of drawCycles(data)) postMessage(drawn);
});

// The thread that weighs one act. It takes one order and is thrown away afterwards.
import { weighed, type WeighOrder } from './weighing';

addEventListener('message', ({ data }: MessageEvent<WeighOrder>) => {
  postMessage(weighed(data));
});
